package io.github.auth0migration.sample.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Sources;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testsupport.ManualTime;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.trickle.NewUser;
import io.github.auth0migration.trickle.SignInOutcome;
import io.github.auth0migration.trickle.SignInOutcome.SignedIn;
import io.github.auth0migration.trickle.TrickleMigration;
import io.github.auth0migration.trickle.UserKey;
import io.github.auth0migration.trickle.UserStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store under the engine, on a real database file. */
class JdbcUserStoreTest {

    private static final MigratedUser ADA = TestPlatform.person("okta|ada", "Ada@Example.com", "ada");

    @TempDir
    private Path directory;

    private Database database;
    private JdbcUserStore users;

    @BeforeEach
    void open() throws SQLException {
        database = openDatabase();
        users = new JdbcUserStore(database.connections(), TestDatabase.QUICK_PASSWORDS);
    }

    Database openDatabase() throws SQLException {
        return TestDatabase.open(directory);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private TrickleMigration migration(MigratedUser person) {
        return TrickleMigration.from(TestPlatform.with(person)).to(users).build();
    }

    /** The source is gone: only the target can answer. */
    private SignInOutcome signInAtTarget(String identifier, String password) {
        return TrickleMigration.from(Sources.none()).to(users).build().signIn(LoginRequest.of(identifier, password));
    }

    private static boolean isMigration(SignInOutcome outcome) {
        return outcome instanceof SignedIn in && in.migrated();
    }

    @Test
    void migratesAPersonOnce() {
        SignInOutcome first = migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
        assertThat(first).isInstanceOf(SignedIn.class).matches(JdbcUserStoreTest::isMigration);
        assertThat(signInAtTarget("ada@example.com", Marked.PASSWORD)).isInstanceOfSatisfying(SignedIn.class, in -> {
            assertThat(in.user().userId()).isEqualTo("okta|ada");
            assertThat(in.user().email()).isEqualTo("Ada@Example.com");
            assertThat(in.user().profile()).containsEntry("name", "Test Person").containsKey("app_metadata");
        });
        assertThat(signInAtTarget("ada@example.com", Marked.WRONG_PASSWORD)).isInstanceOf(SignInOutcome.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "ADA@EXAMPLE.COM", "Ada@Example.com", "ada", "ADA"})
    void findsEverySpellingOfAName(String typed) {
        migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
        assertThat(users.find(UserKey.of(Identifier.of(typed)), Deadline.standard()))
                .isInstanceOf(UserStore.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adа@example.com", "ada@example.com ", "ada@examplе.com", "áda"})
    void foldsNothingButAToZ(String typed) {
        migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
        assertThat(users.find(UserKey.of(Identifier.of(typed)), Deadline.standard()))
                .isInstanceOf(UserStore.NotFound.class);
    }

    @Test
    void nobodyHasANameWithoutMeaningToTheDatabase() {
        for (String typed : List.of("ada\0", "\ud800", "\uffff", "a".repeat(100_000))) {
            assertThat(users.find(UserKey.of(Identifier.of(typed)), Deadline.standard()))
                    .as("of %d characters", typed.length())
                    .isInstanceOf(UserStore.NotFound.class);
        }
    }

    @Test
    void aProfileWithAnyCharacterIsKept() {
        Map<String, Object> profile = Map.of("nickname", "\0 \ud83d\ude00 \u202e \ud800 \uffff");
        assertThat(users.create(new NewUser(ADA, profile, Marked.PASSWORD), Deadline.standard()))
                .isInstanceOf(UserStore.Created.class);

        assertThat(users.find(UserKey.ofUserId("okta|ada"), Deadline.standard()))
                .isInstanceOfSatisfying(
                        UserStore.Found.class,
                        found -> assertThat((String) found.user().profile().get("nickname"))
                                .startsWith("\0 \ud83d\ude00 \u202e "));
    }

    @Test
    void peopleAreThereAfterARestart() throws SQLException {
        migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
        database.close();
        open();
        assertThat(signInAtTarget("ada@example.com", Marked.PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void theOldPasswordIsDeadOnceThereIsANewOne() {
        migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
        assertThat(users.setPassword("okta|ada", Marked.secret("new"), Deadline.standard()))
                .isInstanceOf(UserStore.PasswordSet.class);
        assertThat(migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD)))
                .isInstanceOf(SignInOutcome.Rejected.class);
        assertThat(migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.secret("new"))))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void theDeletedDoNotComeBack() {
        migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
        assertThat(users.delete("okta|ada", Instant.EPOCH)).isTrue();
        assertThat(users.delete("okta|ada", Instant.EPOCH)).isFalse();
        assertThat(users.find(UserKey.ofUserId("okta|ada"), Deadline.standard()))
                .isInstanceOf(UserStore.Deleted.class);
        assertThat(users.find(UserKey.of(Identifier.of("ADA")), Deadline.standard()))
                .isInstanceOf(UserStore.Deleted.class);
        assertThat(users.authenticate("okta|ada", Marked.PASSWORD, Deadline.standard()))
                .isInstanceOf(UserStore.Gone.class);
        assertThat(users.setPassword("okta|ada", Marked.PASSWORD, Deadline.standard()))
                .isInstanceOf(UserStore.Gone.class);
        assertThat(migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD)))
                .isInstanceOf(SignInOutcome.Refused.class);
        MigratedUser renamed = TestPlatform.person("okta|other", "ada@example.com", "other");
        assertThat(migration(renamed).signIn(LoginRequest.of("other", Marked.PASSWORD)))
                .isInstanceOf(SignInOutcome.Refused.class);
    }

    @Test
    void anAddressThatSomebodyElseHasIsNeverTakenOver() {
        migration(ADA).signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
        MigratedUser other = TestPlatform.person("okta|other", "ADA@example.com", "other");
        assertThat(migration(other).signIn(LoginRequest.of("other", Marked.PASSWORD)))
                .isInstanceOfSatisfying(
                        SignInOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.AMBIGUOUS));
        assertThat(users.find(UserKey.ofUserId("okta|other"), Deadline.standard()))
                .isInstanceOf(UserStore.NotFound.class);
    }

    @Test
    void thirtyTwoAtOnceMakeOnePerson() throws Exception {
        int threads = 32;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SignInOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                // An engine each, as in as many processes: nothing but the database stands between them.
                TrickleMigration migration = migration(ADA);
                outcomes.add(pool.submit(() -> {
                    together.await();
                    return migration.signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
                }));
            }
            int migrations = 0;
            for (Future<SignInOutcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(SignedIn.class);
                migrations += isMigration(outcome.get()) ? 1 : 0;
            }
            assertThat(migrations).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void asksNoDatabaseOnceTheDeadlinePassed() {
        TestTime time = new TestTime();
        Deadline past = Deadline.after(Duration.ofSeconds(1), time);
        time.advance(Duration.ofSeconds(1));
        database.close();

        assertThat(List.of(
                        users.find(UserKey.ofUserId("okta|ada"), past),
                        users.authenticate("okta|ada", Marked.PASSWORD, past),
                        users.create(new NewUser(ADA, ADA.toAuth0Profile(), Marked.PASSWORD), past),
                        users.setPassword("okta|ada", Marked.PASSWORD, past)))
                .allSatisfy(result -> assertThat(
                                ((UserStore.Unavailable) result).failure().kind())
                        .isEqualTo(Failure.Kind.TIMEOUT));
    }

    private static final class TestTime extends ManualTime implements TimeSource {}
}
