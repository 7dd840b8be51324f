package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas in this process, on one PostgreSQL. */
class SharedLimitsTest {

    @TempDir
    private Path directory;

    private final Map<String, String> shared = Map.of(
            "DATABASE_URL",
            TestPostgres.url(TestPostgres.newDatabase()),
            "GUARD_KEY",
            Marked.secret("k".repeat(32)),
            // Not asked: a database of one's own goes with a platform of one's own.
            "OKTA_ORG_URL",
            "http://127.0.0.1:9",
            "OKTA_API_TOKEN",
            Marked.TOKEN);

    private TestServer one;
    private TestServer other;

    @BeforeEach
    void start() {
        one = TestServer.start(directory, shared);
        other = TestServer.start(directory, shared);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    private static int signIn(TestServer replica, String email, String password) {
        return replica.browser().signIn(email, password).statusCode();
    }

    @Test
    void fiveWrongGuessesOverBothAreAllThereIs() {
        for (TestServer replica : new TestServer[] {one, other, one, other, other}) {
            assertThat(signIn(replica, "ada@example.com", Marked.WRONG_PASSWORD))
                    .isEqualTo(403);
        }

        assertThat(signIn(one, "ada@example.com", Marked.PASSWORD)).isEqualTo(429);
        assertThat(signIn(other, "ada@example.com", Marked.PASSWORD)).isEqualTo(429);
        assertThat(one.asked() + other.asked()).isEqualTo(5);
        assertThat(signIn(other, "bob@example.com", Marked.PASSWORD)).isEqualTo(303);
    }

    @Test
    void whoMovedHereIsKnownThereAndGuessesAtThemCountTogetherToo() {
        assertThat(signIn(one, "ada@example.com", Marked.PASSWORD)).isEqualTo(303);
        assertThat(signIn(other, "ada@example.com", Marked.PASSWORD)).isEqualTo(303);
        assertThat(other.asked()).isZero();
        for (TestServer replica : new TestServer[] {one, one, one, other, other}) {
            assertThat(signIn(replica, "ada@example.com", Marked.WRONG_PASSWORD))
                    .isEqualTo(403);
        }

        assertThat(signIn(one, "ada@example.com", Marked.PASSWORD)).isEqualTo(429);
        assertThat(signIn(other, "ada@example.com", Marked.PASSWORD)).isEqualTo(429);
    }

    @Test
    void rightPasswordsNeverReachALimit() {
        for (int i = 0; i < 8; i++) {
            assertThat(signIn(i % 2 == 0 ? one : other, "ada@example.com", Marked.PASSWORD))
                    .isEqualTo(303);
        }
    }
}
