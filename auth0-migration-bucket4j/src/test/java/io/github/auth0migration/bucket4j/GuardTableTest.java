package io.github.auth0migration.bucket4j;

import static io.github.auth0migration.bucket4j.Guesses.atOnce;
import static io.github.auth0migration.bucket4j.Guesses.attempt;
import static io.github.auth0migration.bucket4j.Guesses.guess;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testsupport.ManualTime;
import io.github.auth0migration.testsupport.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is in the table, and what is not, or no longer. */
class GuardTableTest {

    private static final String ROWS = "SELECT encode(id, 'hex') FROM attempt_guard";

    private final GuardDatabase database = GuardDatabase.open();
    private final TestTime time = new TestTime();
    private final PostgresAttemptGuard guard =
            database.guard("source").time(time).build();

    private static final class TestTime extends ManualTime implements TimeSource {}

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theTableNamesNobody() throws Exception {
        guard.admit(attempt("192.0.2.1", "ada@example.com"));
        guard.failed(attempt("192.0.2.1", "ada@example.com"), "okta|ada");
        String everything = String.join("\n", database.query("SELECT attempt_guard::text FROM attempt_guard"));

        assertThat(database.query(ROWS)).hasSize(4);
        assertThat(everything).doesNotContain(hex("ada@example.com"), hex("okta|ada"), "c0000201");
        // Nor a hash that anybody can make.
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(everything)
                .doesNotContain(
                        HexFormat.of().formatHex(sha256.digest("ada@example.com".getBytes(StandardCharsets.UTF_8))));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void underAnotherKeyOrNameARowIsAnotherOne() {
        byte[] otherKey = GuardDatabase.KEY.clone();
        otherKey[0]++;
        guess(guard, "ada");
        guess(database.guard("page").time(time).build(), "ada");
        guess(database.guard("source").key(otherKey).time(time).build(), "ada");

        assertThat(database.query(ROWS)).hasSize(6).doesNotHaveDuplicates();
    }

    /** Java writes numbers in the digits of the machine's language, which SQL does not read. */
    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(guess(database.guard("source").build(), "ada")).isTrue();
        } finally {
            Locale.setDefault(before);
        }

        assertThat(database.query(ROWS)).hasSize(2);
    }

    @Test
    void replicasThatStartAtOnceMakeOneTable() throws Exception {
        String empty = TestPostgres.newDatabase();
        atOnce(16, replica -> {
            try {
                PostgresAttemptGuard.createTables(TestPostgres.connections(empty));
                return true;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void rowsThatCountNoLongerAreRemovedAFewHundredAtATime() {
        for (int i = 0; i < 600; i++) {
            guess(guard, "person" + i);
        }
        assertThat(database.query(ROWS)).hasSize(601);
        time.advance(Duration.ofMinutes(15).plusSeconds(1));
        // The total's row expired with the first, is removed, and made anew.
        guess(guard, "ada");
        assertThat(database.query(ROWS)).as("500 fewer, but two that count").hasSize(103);

        time.advance(Duration.ofSeconds(1));
        guess(guard, "ada");
        assertThat(database.query(ROWS)).hasSize(2);
    }

    @Test
    void whatStillCountsIsNotRemoved() {
        for (int i = 0; i < 5; i++) {
            guess(guard, "ada", "okta|1");
        }
        time.advance(Duration.ofMinutes(14));
        guess(guard, "bob");

        assertThat(guess(guard, "ada")).isFalse();
        assertThat(guess(guard, "ada@example.com")).isTrue();
    }

    @Test
    void aRowThatIsInUseIsLeftToTheNextTime() throws SQLException {
        guess(guard, "ada");
        guess(guard, "bob");
        time.advance(Duration.ofMinutes(16));
        try (Connection somebody = TestPostgres.connections(database.name()).getConnection();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("SELECT 1 FROM attempt_guard WHERE state IS NOT NULL FOR UPDATE");
            SharedCounts counts = new SharedCounts(
                    new GuardKeys("source", GuardDatabase.KEY),
                    Limits.STANDARD,
                    new GuardTable(Duration.ofMinutes(1)),
                    new Transactions(database.pool(), Duration.ofMinutes(1)),
                    time);
            assertThat(counts.removeExpired(10)).isZero();
            somebody.rollback();
            assertThat(counts.removeExpired(2)).isEqualTo(2);
            assertThat(counts.removeExpired(2)).isEqualTo(1);
        }
    }

    @Test
    void admittedAttemptsThatNobodySettledAreForgottenWithTheirWindow() {
        for (int i = 0; i < 5; i++) {
            assertThat(guard.admit(attempt("ada"))).isEmpty();
        }
        assertThat(guard.admit(attempt("ada"))).isPresent();
        time.advance(Duration.ofMinutes(15));

        assertThat(guard.admit(attempt("ada"))).isEmpty();
    }
}
