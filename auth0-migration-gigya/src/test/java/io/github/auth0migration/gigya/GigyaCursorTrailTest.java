package io.github.auth0migration.gigya;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.ListingCursor;
import org.junit.jupiter.api.Test;

class GigyaCursorTrailTest {

    private final CursorTrail trail = new CursorTrail();

    private static ListingCursor cursor(int number) {
        return new ListingCursor("c-" + number);
    }

    private void read(int from, int to) {
        for (int number = from; number < to; number++) {
            trail.add(cursor(number));
        }
    }

    @Test
    void knowsTheLatestOnly() {
        read(0, CursorTrail.REMEMBERED + 1);

        assertThat(trail.isEndless(cursor(0))).isFalse();
        assertThat(trail.isEndless(cursor(1))).isTrue();
        assertThat(trail.isEndless(cursor(CursorTrail.REMEMBERED))).isTrue();
        assertThat(trail.isEndless(cursor(CursorTrail.REMEMBERED + 1))).isFalse();
    }

    @Test
    void endsEvenWhereNoCursorComesAgain() {
        read(0, CursorTrail.MAX_PAGES - 1);
        assertThat(trail.isEndless(cursor(CursorTrail.MAX_PAGES))).isFalse();

        read(CursorTrail.MAX_PAGES - 1, CursorTrail.MAX_PAGES);
        assertThat(trail.isEndless(cursor(CursorTrail.MAX_PAGES))).isTrue();
    }
}
