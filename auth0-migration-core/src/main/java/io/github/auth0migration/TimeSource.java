package io.github.auth0migration;

import java.time.Duration;
import java.time.Instant;

/**
 * Where time comes from: a seam, so that tests need no real clock and no sleep.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface TimeSource {

    /** {@return a monotonic reading in nanoseconds, comparable only with others of the same source} */
    long nanoTime();

    /** {@return the wall-clock time} */
    Instant instant();

    /**
     * Waits.
     *
     * @param duration how long; zero and less return at once
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    void sleep(Duration duration) throws InterruptedException;

    /** {@return the machine's own clocks} */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
