package io.github.auth0migration.testkit;

import io.github.auth0migration.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until the test moves it. */
final class SteppedTime implements TimeSource {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final AtomicLong passed = new AtomicLong();

    void advance(Duration duration) {
        passed.addAndGet(duration.toNanos());
    }

    @Override
    public long nanoTime() {
        return passed.get();
    }

    @Override
    public Instant instant() {
        return START.plusNanos(passed.get());
    }

    @Override
    public void sleep(Duration duration) {
        advance(duration);
    }
}
