package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Failure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetrierTest {

    private static final Set<Kind> REPEATED = Set.of(Kind.CONNECT, Kind.TIMEOUT, Kind.SERVER_ERROR, Kind.RATE_LIMITED);

    private final TestTime time = new TestTime();
    private final Deadline deadline = Deadline.after(Duration.ofSeconds(8), time);
    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void freelyRepeatsWhatPasses(Kind kind) {
        fail(Repeat.FREELY, CallFailedException.maybeSent(Failure.of(kind, "x")));

        assertThat(attempts).hasValue(REPEATED.contains(kind) ? 3 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyIfUnsentRepeatsNothingThatMayHaveArrived(Kind kind) {
        fail(Repeat.ONLY_IF_UNSENT, CallFailedException.maybeSent(Failure.of(kind, "x")));

        assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyIfUnsentRepeatsAMissedConnection(Kind kind) {
        fail(Repeat.ONLY_IF_UNSENT, CallFailedException.unsent(Failure.of(kind, "x")));

        assertThat(attempts).hasValue(kind == Kind.CONNECT ? 3 : 1);
    }

    @Test
    void givesTheFirstAnswer() throws CallFailedException {
        String answer = Retrier.standard().call(Repeat.FREELY, deadline, () -> {
            if (attempts.incrementAndGet() < 3) {
                throw CallFailedException.maybeSent(Failure.of(Kind.TIMEOUT, "x"));
            }
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(time.sleeps()).hasSize(2);
        assertThat(time.sleeps().get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(300));
        assertThat(time.sleeps().get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 2", "8, 1", "3600, 1", "999999999, 1"})
    void waitsAsLongAsThePlatformAsksIfThatFits(long seconds, int made) {
        Failure failure = Failure.of(Kind.RATE_LIMITED, "x").withRetryAfter(Duration.ofSeconds(seconds));

        CallFailedException failed = fail(Repeat.FREELY, CallFailedException.maybeSent(failure));

        assertThat(attempts).hasValue(made);
        assertThat(time.sleeps()).allMatch(Duration.ofSeconds(seconds)::equals);
        assertThat(failed.failure().retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void repeatsNothingWhenTimeIsUp() {
        CallFailedException failed = catchThrowableOfType(
                CallFailedException.class,
                () -> Retrier.standard().call(Repeat.FREELY, deadline, () -> {
                    attempts.incrementAndGet();
                    time.advance(Duration.ofSeconds(8));
                    throw CallFailedException.maybeSent(Failure.of(Kind.TIMEOUT, "x"));
                }));

        assertThat(failed.failure().kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(attempts).hasValue(1);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void anInterruptEndsTheWait() {
        CallFailedException failed = catchThrowableOfType(
                CallFailedException.class,
                () -> Retrier.standard().call(Repeat.ONLY_IF_UNSENT, deadline, () -> {
                    attempts.incrementAndGet();
                    Thread.currentThread().interrupt();
                    throw CallFailedException.unsent(Failure.of(Kind.CONNECT, "x"));
                }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed.failure().kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(failed.isUnsent()).isTrue();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void oneAttemptRepeatsNothing() {
        Retrier once = Retrier.of(1, Retrier.DEFAULT_BASE_WAIT);

        assertThatThrownBy(() -> once.call(Repeat.FREELY, deadline, () -> {
                    attempts.incrementAndGet();
                    throw CallFailedException.maybeSent(Failure.of(Kind.TIMEOUT, "x"));
                }))
                .isInstanceOf(CallFailedException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        for (int maxAttempts : List.of(0, 11)) {
            assertThatThrownBy(() -> Retrier.of(maxAttempts, Retrier.DEFAULT_BASE_WAIT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("maxAttempts must be 1 to 10, but is " + maxAttempts);
        }
        assertThatThrownBy(() -> Retrier.of(3, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("baseWait must be");
    }

    private CallFailedException fail(Repeat repeat, CallFailedException each) {
        return catchThrowableOfType(
                CallFailedException.class,
                () -> Retrier.standard().call(repeat, deadline, () -> {
                    attempts.incrementAndGet();
                    throw each;
                }));
    }
}
