package io.github.auth0migration;

import static io.github.auth0migration.People.in;
import static io.github.auth0migration.People.kind;
import static io.github.auth0migration.People.nobody;
import static io.github.auth0migration.People.wrongPassword;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTest {

    private final ManualTime time = new ManualTime();
    private final AtomicInteger asked = new AtomicInteger();

    private MigrationSource guarded(InMemoryAttemptGuard.Builder limits) {
        return guarded(limits, wrongPassword());
    }

    private MigrationSource guarded(InMemoryAttemptGuard.Builder limits, LoginOutcome otherwise) {
        return Sources.guarded(source(otherwise), limits.time(time).build());
    }

    private MigrationSource source(LoginOutcome otherwise) {
        return Sources.of(
                "okta",
                request -> {
                    asked.incrementAndGet();
                    return request.password().equals(Marked.PASSWORD) ? in("okta|1") : otherwise;
                },
                request -> nobody());
    }

    private static InMemoryAttemptGuard.Builder limits() {
        return InMemoryAttemptGuard.builder();
    }

    private static LoginOutcome guess(MigrationSource source, String identifier) {
        return source.login(identifier, Marked.WRONG_PASSWORD);
    }

    private static void isBlocked(LoginOutcome outcome) {
        Refusal refusal = ((LoginOutcome.Refused) outcome).refusal();
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_MANY_ATTEMPTS);
        assertThat(refusal.passwordProved()).isFalse();
        assertThat(refusal.retryAfter().orElseThrow()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void anAttemptThatThrowsIsNotCounted() {
        AtomicInteger calls = new AtomicInteger();
        LoginScript throwing = request -> {
            calls.incrementAndGet();
            throw new IllegalStateException(Marked.PASSWORD);
        };
        MigrationSource bare = new ThrowingSource(throwing);
        MigrationSource guarded = Sources.guarded(bare, InMemoryAttemptGuard.standard());

        for (int i = 0; i < 20; i++) {
            assertThat(guarded.login("ada", Marked.PASSWORD)).isInstanceOf(LoginOutcome.Unavailable.class);
        }
        assertThat(calls).hasValue(20);
    }

    private record ThrowingSource(LoginScript login) implements MigrationSource {
        @Override
        public SourceDescription description() {
            return SourceDescription.live("bare", "bare");
        }

        @Override
        public LoginOutcome login(LoginRequest request) {
            return login.login(request);
        }

        @Override
        public LookupOutcome getUser(LookupRequest request) {
            return new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT);
        }

        @Override
        public CheckReport check() {
            return new CheckReport(List.of());
        }
    }

    @Test
    void fiveGuessesThenNotEvenTheRightPassword() {
        MigrationSource source = guarded(limits());
        for (int i = 0; i < 5; i++) {
            assertThat(guess(source, "ada")).isEqualTo(wrongPassword());
        }

        assertThat(source.login("ada", Marked.PASSWORD)).satisfies(GuardedTest::isBlocked);
        assertThat(source.login("bob", Marked.PASSWORD)).isEqualTo(in("okta|1"));
        assertThat(asked).hasValue(6);
    }

    @Test
    void crowdOf200GetsExactlyTheLimit() throws Exception {
        MigrationSource source = guarded(limits());
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            List<Callable<LoginOutcome>> guesses = Collections.nCopies(200, () -> guess(source, "ada"));
            assertThat(threads.invokeAll(guesses)).hasSize(200);
        } finally {
            threads.shutdownNow();
        }

        assertThat(asked).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KIM", " kim", "kım", "\u212aim", "ｋim", "kím"})
    void spellingsShareOneLimit(String spelling) {
        MigrationSource source = guarded(limits().perIdentifier(1));
        guess(source, "kim");

        assertThat(guess(source, spelling)).satisfies(GuardedTest::isBlocked);
    }

    @Test
    void aliasesOfOneUserShareItsLimit() {
        LoginOutcome.Rejected known = new LoginOutcome.Rejected(LoginOutcome.Cause.WRONG_PASSWORD, "okta|1");
        MigrationSource source = guarded(limits().perIdentifier(4).perUser(4), known);
        for (String alias : List.of("ada", "ada@example.com", "ada", "ada@example.com")) {
            assertThat(guess(source, alias)).isEqualTo(known);
        }

        assertThat(guess(source, "ada")).satisfies(GuardedTest::isBlocked);
        assertThat(guess(source, "ada@example.com")).satisfies(GuardedTest::isBlocked);
        assertThat(asked).hasValue(4);
    }

    @Test
    void successTakesBackItsOwnAttemptOnly() throws Exception {
        ClientInfo home = ClientInfo.unknown().withTrustedAddress(InetAddress.getByName("192.0.2.1"));
        MigrationSource source = guarded(limits().perIdentifier(2).perAddress(4));
        for (String identifier : List.of("ada", "bob", "cleo")) {
            source.login(LoginRequest.of(identifier, Marked.WRONG_PASSWORD).withClient(home));
        }
        // An own account whose name folds to another's must not wash off guesses at that one.
        assertThat(source.login(LoginRequest.of("\u00e4da", Marked.PASSWORD).withClient(home)))
                .isEqualTo(in("okta|1"));

        assertThat(guess(source, "ada")).isEqualTo(wrongPassword());
        assertThat(guess(source, "ada")).satisfies(GuardedTest::isBlocked);
        source.login(LoginRequest.of("dan", Marked.WRONG_PASSWORD).withClient(home));
        assertThat(source.login(LoginRequest.of("eve", Marked.PASSWORD).withClient(home)))
                .satisfies(GuardedTest::isBlocked);
    }

    @Test
    void addressCountsOnlyWhenTrusted() {
        MigrationSource source = guarded(limits().perAddress(1));
        guess(source, "ada");

        assertThat(guess(source, "bob")).isEqualTo(wrongPassword());
    }

    @Test
    void totalIsALimitToo() {
        MigrationSource source = guarded(limits().total(2));
        guess(source, "ada");
        guess(source, "bob");

        assertThat(guess(source, "cleo")).satisfies(GuardedTest::isBlocked);
    }

    @Test
    void windowEnds() {
        MigrationSource source = guarded(limits().perIdentifier(1).window(Duration.ofMinutes(15)));
        guess(source, "ada");
        time.advance(Duration.ofMinutes(15).minusNanos(1));
        assertThat(guess(source, "ada")).satisfies(GuardedTest::isBlocked);

        time.advance(Duration.ofNanos(1));
        assertThat(guess(source, "ada")).isEqualTo(wrongPassword());
    }

    @Test
    void whatSaysNothingOfThePasswordDoesNotCount() {
        LoginOutcome outage = new LoginOutcome.Unavailable(People.down());
        LoginOutcome expired = new LoginOutcome.Refused(Refusal.proved(Refusal.Reason.PASSWORD_EXPIRED));
        for (LoginOutcome outcome : List.of(outage, expired)) {
            MigrationSource source = guarded(limits().perIdentifier(1), outcome);
            guess(source, "ada");
            assertThat(guess(source, "ada")).isEqualTo(outcome);
        }
    }

    @Test
    void refusalWithoutAProofCounts() {
        LoginOutcome locked = new LoginOutcome.Refused(Refusal.unproved(Refusal.Reason.LOCKED_OUT));
        MigrationSource source = guarded(limits().perIdentifier(1), locked);
        guess(source, "ada");

        assertThat(guess(source, "ada")).satisfies(GuardedTest::isBlocked);
    }

    @Test
    void guardForgetsWhatIsOver() {
        InMemoryAttemptGuard guard = limits().time(time).build();
        MigrationSource source = Sources.guarded(source(wrongPassword()), guard);
        guess(source, "ada");
        guess(source, "bob");
        time.advance(Duration.ofHours(1));
        source.login("cleo", Marked.PASSWORD);

        assertThat(guard.size()).isZero();
    }

    @Test
    void guardThatThrowsLetsNobodyIn() {
        AttemptGuard throwing = (AttemptGuard) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AttemptGuard.class}, (proxy, method, args) -> {
                    throw new IllegalStateException(Marked.TOKEN);
                });

        LoginOutcome outcome =
                Sources.guarded(source(wrongPassword()), throwing).login("ada", Marked.PASSWORD);
        assertThat(kind(SecretScan.clean(outcome))).isEqualTo(Failure.Kind.INTERNAL);
        assertThat(asked).hasValue(0);
    }

    @Test
    void limitsMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits().perIdentifier(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits().perUser(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits().perAddress(0).build());
        assertThatIllegalArgumentException().isThrownBy(() -> limits().total(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits().window(Duration.ZERO).build());
    }
}
