package io.github.auth0migration;

import java.time.Duration;
import java.util.Objects;

/**
 * The moment by which a call must have its answer: one for the whole call, retries and profile reads included.
 *
 * <p>It starts to run when it is made. The default is 8 seconds: Auth0 stops an action script after about 20 seconds
 * and allows a tenant a limited number in flight, see <a
 * href="https://auth0.com/docs/authenticate/database-connections/custom-db/create-db-connection">custom database
 * connections</a>. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Deadline {

    /** How long a call may take when nobody says otherwise: 8 seconds. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(8);

    private final TimeSource time;
    private final long endNanos;

    private Deadline(TimeSource time, long endNanos) {
        this.time = time;
        this.endNanos = endNanos;
    }

    /** {@return a deadline {@link #DEFAULT_TIMEOUT} from now} */
    public static Deadline standard() {
        return after(DEFAULT_TIMEOUT);
    }

    /**
     * A deadline by the machine's clock.
     *
     * @param timeout how long from now; positive
     * @return the deadline
     */
    public static Deadline after(Duration timeout) {
        return after(timeout, TimeSource.system());
    }

    /**
     * A deadline by a given clock.
     *
     * @param timeout how long from now; positive, at most 24 hours
     * @param time the clock
     * @return the deadline
     * @throws IllegalArgumentException if {@code timeout} is not positive or over 24 hours
     */
    public static Deadline after(Duration timeout, TimeSource time) {
        Objects.requireNonNull(time, "time");
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("timeout must be positive and at most 24 hours, but is " + timeout
                    + ": pass for example " + "Duration.ofSeconds(8)");
        }
        return new Deadline(time, time.nanoTime() + timeout.toNanos());
    }

    /** {@return how long is left; zero when nothing is, never negative} */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - time.nanoTime()));
    }

    /** {@return whether nothing is left} */
    public boolean isExpired() {
        return endNanos - time.nanoTime() <= 0;
    }

    /**
     * A deadline for a part of the call.
     *
     * @param timeout how long the part may take at most; positive
     * @return the earlier of this deadline and {@code timeout} from now
     */
    public Deadline within(Duration timeout) {
        return timeout.compareTo(remaining()) < 0 ? after(timeout, time) : this;
    }

    /** {@return the clock by which this deadline runs} */
    public TimeSource time() {
        return time;
    }

    @Override
    public String toString() {
        return "Deadline[" + remaining().toMillis() + " ms left]";
    }
}
