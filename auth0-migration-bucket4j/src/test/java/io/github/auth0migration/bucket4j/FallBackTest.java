package io.github.auth0migration.bucket4j;

import static io.github.auth0migration.bucket4j.Guesses.attempt;
import static io.github.auth0migration.bucket4j.Guesses.guess;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationEvent.GuardSwitched;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testsupport.ManualTime;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import io.github.auth0migration.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens while the database is down, and afterwards. */
class FallBackTest {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final GuardDatabase database = GuardDatabase.open();
    private final SwitchedDataSource connections = new SwitchedDataSource(database.pool());
    private final List<MigrationEvent> events = new ArrayList<>();
    private final TestTime time = new TestTime();
    private final PostgresAttemptGuard guard = guard().build();

    private static final class TestTime extends ManualTime implements TimeSource {}

    private PostgresAttemptGuard.Builder guard() {
        return PostgresAttemptGuard.builder(connections.dataSource())
                .name("source")
                .key(GuardDatabase.KEY)
                .patience(Duration.ofMinutes(1))
                .pause(PAUSE)
                .time(time)
                .listener(events::add);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private GuardSwitched lastEvent() {
        return (GuardSwitched) events.get(events.size() - 1);
    }

    @Test
    void withoutTheDatabaseAReplicaKeepsTheSameLimitsAlone() {
        connections.fail();
        for (int i = 0; i < 5; i++) {
            assertThat(guess(guard, "ada")).isTrue();
        }

        assertThat(guess(guard, "ada")).isFalse();
        assertThat(guess(guard, "bob")).isTrue();
    }

    @Test
    void aDatabaseThatFailedIsLeftAloneForAPause() {
        connections.fail();
        for (int i = 0; i < 20; i++) {
            guess(guard, "person" + i);
        }
        assertThat(connections.asked()).isEqualTo(1);

        time.advance(PAUSE);
        for (int i = 0; i < 20; i++) {
            guess(guard, "person" + i);
        }
        assertThat(connections.asked()).isEqualTo(2);
    }

    @Test
    void anOutageIsToldOnceAndItsEndOnce() {
        connections.fail();
        for (int i = 0; i < 3; i++) {
            guess(guard, "ada");
            time.advance(PAUSE);
        }
        assertThat(events).hasSize(1);
        assertThat(lastEvent().shared()).isFalse();
        assertThat(lastEvent().source()).isEqualTo("source");
        assertThat(lastEvent().ending().outcome()).isEqualTo("unavailable");
        assertThat(lastEvent().ending().reason()).isEqualTo("CONNECT");
        assertThat(lastEvent().ending().detail()).contains("08001").doesNotContain("db.example.com");

        connections.recover();
        guess(guard, "ada");
        guess(guard, "ada");
        assertThat(events).hasSize(2);
        assertThat(lastEvent().shared()).isTrue();
        assertThat(lastEvent().ending().outcome()).isEqualTo("available");
    }

    @Test
    void whatWasCountedBeforeAnOutageCountsAfterIt() {
        for (int i = 0; i < 4; i++) {
            guess(guard, "ada");
        }
        connections.fail();
        guess(guard, "bob");
        connections.recover();
        time.advance(PAUSE);

        assertThat(guess(guard, "ada")).isTrue();
        assertThat(guess(guard, "ada")).isFalse();
    }

    @Test
    void anAttemptOfTheOutageIsSettledWhereItWasCounted() {
        connections.fail();
        Attempt inFlight = attempt("ada");
        assertThat(guard.admit(inFlight)).isEmpty();
        connections.recover();
        time.advance(PAUSE);
        for (int i = 0; i < 5; i++) {
            assertThat(guess(guard, "ada")).isTrue();
        }
        guard.takeBack(inFlight);

        assertThat(guess(guard, "ada")).as("nothing was given back here").isFalse();
        connections.fail();
        for (int i = 0; i < 5; i++) {
            assertThat(guess(guard, "ada")).as("it was given back there").isTrue();
        }
        assertThat(guess(guard, "ada")).isFalse();
    }

    @Test
    void anAttemptThatCannotBeTakenBackStaysCounted() {
        assertThat(guard.admit(attempt("ada"))).isEmpty();
        connections.fail();
        guard.takeBack(attempt("ada"));
        connections.recover();
        time.advance(PAUSE);

        for (int i = 0; i < 4; i++) {
            assertThat(guess(guard, "ada")).isTrue();
        }
        assertThat(guess(guard, "ada")).isFalse();
    }

    @Test
    void theUserCountsDuringAnOutageToo() {
        PostgresAttemptGuard strict = guard().perUser(2).build();
        assertThat(strict.admit(attempt("ada"))).isEmpty();
        connections.fail();
        strict.failed(attempt("ada"), "okta|1");
        assertThat(guess(strict, "ada@example.com", "okta|1")).isTrue();

        assertThat(guess(strict, "ada@example.com")).isFalse();
    }

    @Test
    void aPoolWithoutAConnectionInTimeIsATimeout() {
        connections.fail(new SQLTransientConnectionException("not available, request timed out"));
        guess(guard, "ada");

        assertThat(lastEvent().ending().reason()).isEqualTo("TIMEOUT");
    }

    @Test
    void whateverAPoolThrowsLetsNobodyThroughUncounted() {
        connections.fail(new IllegalStateException(Marked.PASSWORD));
        for (int i = 0; i < 5; i++) {
            assertThat(guess(guard, "ada")).isTrue();
        }

        assertThat(guess(guard, "ada")).isFalse();
        assertThat(SecretScan.clean(lastEvent()).ending().reason()).isEqualTo("INTERNAL");
    }

    @Test
    void aTableThatIsNotThereIsSaidWithTheFix() {
        PostgresAttemptGuard early = PostgresAttemptGuard.builder(TestPostgres.connections(TestPostgres.newDatabase()))
                .name("source")
                .key(GuardDatabase.KEY)
                .patience(Duration.ofMinutes(1))
                .listener(events::add)
                .build();
        assertThat(guess(early, "ada")).isTrue();

        assertThat(lastEvent().ending().reason()).isEqualTo("CONFIGURATION");
        assertThat(lastEvent().ending().detail()).contains("createTables");
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        PostgresAttemptGuard heard = guard().listener(event -> {
                    throw new IllegalStateException();
                })
                .build();
        connections.fail();

        assertThat(guess(heard, "ada")).isTrue();
    }

    @Test
    void whoIsInterruptedBeginsNoOutage() {
        connections.fail(new SQLException("Interrupted during connection acquisition"));
        Thread.currentThread().interrupt();
        assertThat(guess(guard, "ada")).isTrue();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(events).isEmpty();
    }

    /** The wait itself cannot be had from a clock of the test's: the socket keeps it. */
    @Test
    void aDatabaseThatAnswersNothingIsGivenUp() throws Exception {
        try (StalledProxy proxy = StalledProxy.before(TestPostgres.port());
                Connection kept = DriverManager.getConnection(TestPostgres.url(database.name())
                        .replace(":" + TestPostgres.port() + "/", ":" + proxy.port() + "/"))) {
            connections.give(kept);
            // What the first statements load is not to be waited for below.
            assertThat(guess(guard, "ada")).isTrue();
            PostgresAttemptGuard impatient =
                    guard().patience(Duration.ofMillis(50)).build();
            proxy.stall();
            for (int i = 0; i < 5; i++) {
                assertThat(guess(impatient, "ada")).isTrue();
            }
            assertThat(guess(impatient, "ada")).isFalse();
        }

        assertThat(events).hasSize(1);
        assertThat(lastEvent().ending().reason()).isEqualTo("CONNECT");
    }

    @Test
    void aDatabaseThatIsSlowIsGivenUp() throws SQLException {
        PostgresAttemptGuard impatient = PostgresAttemptGuard.builder(database.pool())
                .name("source")
                .key(GuardDatabase.KEY)
                .patience(Duration.ofSeconds(1))
                .listener(events::add)
                .build();
        assertThat(guess(impatient, "bob")).isTrue();
        assertThat(events).isEmpty();
        try (Connection somebody = TestPostgres.connections(database.name()).getConnection();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("SELECT 1 FROM attempt_guard FOR UPDATE");
            for (int i = 0; i < 5; i++) {
                assertThat(guess(impatient, "ada")).isTrue();
            }
            assertThat(guess(impatient, "ada")).isFalse();
        }

        assertThat(events).hasSize(1);
        assertThat(lastEvent().ending().reason()).isEqualTo("TIMEOUT");
    }
}
