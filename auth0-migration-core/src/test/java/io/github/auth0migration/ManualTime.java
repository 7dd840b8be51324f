package io.github.auth0migration;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until the test moves it. */
final class ManualTime implements TimeSource {

    // Just before the overflow of nanoTime, which must not matter.
    private static final long START = Long.MAX_VALUE - 1;

    private final AtomicLong passed = new AtomicLong();

    void advance(Duration duration) {
        passed.addAndGet(duration.toNanos());
    }

    @Override
    public long nanoTime() {
        return START + passed.get();
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(passed.get());
    }

    @Override
    public void sleep(Duration duration) {
        advance(duration);
    }
}
