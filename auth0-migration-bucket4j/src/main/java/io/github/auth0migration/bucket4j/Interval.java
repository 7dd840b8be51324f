package io.github.auth0migration.bucket4j;

import io.github.auth0migration.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Says yes once in each interval. Thread-safe. */
final class Interval {

    private final Duration length;
    private final TimeSource time;
    private final AtomicLong next;

    Interval(Duration length, TimeSource time) {
        this.length = length;
        this.time = time;
        this.next = new AtomicLong(time.nanoTime());
    }

    boolean isOver() {
        long now = time.nanoTime();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + length.toNanos());
    }
}
