package io.github.auth0migration.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that moves only when told to, or when somebody sleeps on it. It has the methods of core's {@code TimeSource},
 * which this module cannot see; a test joins the two: {@code class TestTime extends ManualTime implements TimeSource}.
 */
public class ManualTime {

    private final Instant start = Instant.parse("2030-01-01T00:00:00Z");
    private final List<Duration> sleeps = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    /** {@return a monotonic reading} */
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    /** {@return the time of day} */
    public synchronized Instant instant() {
        return start.plus(passed);
    }

    /** Returns at once, and the time has passed. */
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        advance(duration);
    }

    /** Lets time pass. */
    public synchronized void advance(Duration duration) {
        passed = passed.plus(duration);
    }

    /** {@return how long others slept on this clock, in order} */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
