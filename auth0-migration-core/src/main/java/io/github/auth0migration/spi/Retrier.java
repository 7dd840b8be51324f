package io.github.auth0migration.spi;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes a call again after a failure, as far as {@link Repeat}, attempts and deadline allow.
 *
 * <p>{@link Repeat#ONLY_IF_UNSENT} repeats nothing but a connection that never came about. {@link Repeat#FREELY}
 * repeats {@link Failure.Kind#CONNECT}, {@link Failure.Kind#TIMEOUT}, {@link Failure.Kind#SERVER_ERROR} and
 * {@link Failure.Kind#RATE_LIMITED}. No other kind is ever repeated, and nothing is repeated when the wait does not fit
 * the time that is left.
 *
 * <p>The wait doubles from attempt to attempt and varies at random by half of itself, up or down; when the platform
 * asks for a longer wait, that one counts. Waits in the calling thread, by the deadline's clock, and starts no thread.
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Retrier {

    /** How often a call is made at most when nobody says otherwise: 3 times. */
    public static final int DEFAULT_MAX_ATTEMPTS = 3;

    /** The wait before the second attempt when nobody says otherwise: 200 milliseconds. */
    public static final Duration DEFAULT_BASE_WAIT = Duration.ofMillis(200);

    private final Map<Repeat, Retry> retries = new EnumMap<>(Repeat.class);

    private Retrier(int maxAttempts, Duration baseWait) {
        for (Repeat repeat : Repeat.values()) {
            retries.put(repeat, Retry.of(repeat.name(), config(repeat, maxAttempts, baseWait)));
        }
    }

    /** {@return a retrier with {@link #DEFAULT_MAX_ATTEMPTS} and {@link #DEFAULT_BASE_WAIT}} */
    public static Retrier standard() {
        return of(DEFAULT_MAX_ATTEMPTS, DEFAULT_BASE_WAIT);
    }

    /**
     * A retrier.
     *
     * @param maxAttempts how often a call is made at most, the first time included; 1 to 10, and 1 repeats nothing
     * @param baseWait the wait before the second attempt, before it varies; 10 milliseconds to 1 minute
     * @return the retrier
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Retrier of(int maxAttempts, Duration baseWait) {
        if (maxAttempts < 1 || maxAttempts > 10) {
            throw new IllegalArgumentException(
                    "maxAttempts must be 1 to 10, but is " + maxAttempts + ": 3 suits most platforms");
        }
        if (baseWait.compareTo(Duration.ofMillis(10)) < 0 || baseWait.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("baseWait must be 10 milliseconds to 1 minute, but is " + baseWait
                    + ": 200 milliseconds suit most platforms");
        }
        return new Retrier(maxAttempts, baseWait);
    }

    /**
     * Makes a call until it gives something, or may not be repeated.
     *
     * @param <T> what the call gives
     * @param repeat whether it may be sent again
     * @param deadline by when the last attempt must be over; the attempt itself has to keep to it
     * @param attempt one try
     * @return what the call gave
     * @throws CallFailedException the last failure; {@link Failure.Kind#INTERRUPTED}, with the thread's flag set
     *     again, if the thread was interrupted while it waited
     */
    public <T> T call(Repeat repeat, Deadline deadline, Attempt<T> attempt) throws CallFailedException {
        Retry.AsyncContext<T> attempts = retryOf(repeat).asyncContext();
        while (true) {
            try {
                T result = attempt.run();
                attempts.onComplete();
                return result;
            } catch (CallFailedException e) {
                pause(attempts.onError(e), e, deadline);
            }
        }
    }

    private Retry retryOf(Repeat repeat) {
        Retry retry = retries.get(repeat);
        if (retry == null) {
            throw new IllegalStateException("no rule for " + repeat);
        }
        return retry;
    }

    private static void pause(long backoffMillis, CallFailedException failed, Deadline deadline)
            throws CallFailedException {
        if (backoffMillis < 0) {
            throw failed;
        }
        Duration backoff = Duration.ofMillis(backoffMillis);
        Duration asked = failed.failure().retryAfter().orElse(Duration.ZERO);
        Duration wait = asked.compareTo(backoff) > 0 ? asked : backoff;
        if (wait.compareTo(deadline.remaining()) >= 0) {
            throw failed;
        }
        try {
            deadline.time().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(failed);
        }
    }

    private static CallFailedException interrupted(CallFailedException failed) {
        Failure failure = Failure.of(
                Failure.Kind.INTERRUPTED,
                "The thread was interrupted while it waited to try again after "
                        + failed.failure().kind() + ".");
        return failed.isUnsent() ? CallFailedException.unsent(failure) : CallFailedException.maybeSent(failure);
    }

    private static RetryConfig config(Repeat repeat, int maxAttempts, Duration baseWait) {
        return RetryConfig.custom()
                .maxAttempts(maxAttempts)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(baseWait, 2, 0.5))
                .retryOnException(e -> e instanceof CallFailedException failed && mayRepeat(repeat, failed))
                .build();
    }

    private static boolean mayRepeat(Repeat repeat, CallFailedException failed) {
        return switch (failed.failure().kind()) {
            case CONNECT -> repeat == Repeat.FREELY || failed.isUnsent();
            case TIMEOUT, SERVER_ERROR, RATE_LIMITED -> repeat == Repeat.FREELY;
            default -> false;
        };
    }
}
