package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.okta.ListingPosition.Walk;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingPositionTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void eachWalkEndsInTheNextAndTheBeginGoesWithIt() {
        ListingPosition first = ListingPosition.BEGINNING.begunAt(BEGIN);
        ListingPosition second = first.next(Optional.empty()).orElseThrow();
        ListingPosition third =
                second.begunAt(BEGIN.plusSeconds(9)).next(Optional.empty()).orElseThrow();

        assertThat(first.request()).isEqualTo(Map.of("limit", "200"));
        assertThat(second.request()).isEqualTo(Map.of("search", "status eq \"DEPROVISIONED\"", "limit", "200"));
        assertThat(third.request())
                .isEqualTo(Map.of("search", "statusChanged gt \"2026-03-01T12:00:00.000Z\"", "limit", "200"));
        assertThat(third.next(Optional.empty())).isEmpty();
    }

    @Test
    void aLinkStaysInItsWalkAndCannotReplaceItsSearch() {
        ListingPosition next = new ListingPosition(Walk.CHANGED, BEGIN, Map.of())
                .next(Optional.of(Map.of("search", "id gt \"0\"", "after", "000u&=\u00e4", "limit", "50")))
                .orElseThrow();

        assertThat(next.request())
                .containsOnlyKeys("search", "after", "limit")
                .containsEntry("search", "statusChanged gt \"2026-03-01T12:00:00.000Z\"");
        assertThat(ListingPosition.of(next.cursor())).isEqualTo(next);
        assertThat(ListingPosition.of(next.withLimit(25).cursor()).limit()).isEqualTo(25);
    }

    @Test
    void aSearchIsDroppedWhereTheWalkHasNone() {
        ListingPosition linked = ListingPosition.BEGINNING
                .begunAt(BEGIN)
                .next(Optional.of(Map.of("search", "id gt \"0\"", "after", "000u")))
                .orElseThrow();
        ListingPosition read = ListingPosition.of(new ListingCursor("present:0:search=x&after=000u"));

        assertThat(linked.request()).isEqualTo(Map.of("after", "000u", "limit", "200"));
        assertThat(read.request()).isEqualTo(Map.of("after", "000u", "limit", "200"));
        assertThat(linked.cursor().value()).doesNotContain("search");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "25,25", "199,199", "200,200", "201,200", "999,200", "1000,200", "0,200", "x,200", "'',200"})
    void aPageHasTwoHundredPeopleAtMost(String limit, int counted) {
        assertThat(new ListingPosition(Walk.PRESENT, BEGIN, Map.of("limit", limit)).limit())
                .isEqualTo(counted);
    }

    @Test
    void theBeginningIsTheBeginning() {
        assertThat(ListingPosition.BEGINNING.cursor()).isEqualTo(ListingCursor.beginning());
        assertThat(ListingPosition.of(ListingCursor.beginning())).isEqualTo(ListingPosition.BEGINNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "present",
                "present:",
                "present:limit=200",
                "present:0:",
                "present:x:limit=2",
                "present:9999999999999:limit=2",
                "others:0:limit=2",
                "present:0:after=a b",
                "present:0:after=%zz",
                "present:0:after=%",
                "present:0:after=%FF",
                "present:0:%C3=1",
                "present:0:after=x&after=y"
            })
    void whatNoListingGaveIsAMistake(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListingPosition.of(new ListingCursor(text)))
                .withMessageContaining("from must be a cursor of this source")
                .withNoCause();
    }

    @Test
    void aLongCursorIsReadLikeAnyOther() {
        ListingCursor cursor = new ListingCursor("present:0:after=" + "a".repeat(8_000));

        assertThat(ListingPosition.of(cursor).cursor()).isEqualTo(new ListingCursor(cursor.value() + "&limit=200"));
    }
}
