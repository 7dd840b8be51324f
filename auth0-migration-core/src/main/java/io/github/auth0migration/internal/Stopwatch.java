package io.github.auth0migration.internal;

import io.github.auth0migration.TimeSource;
import java.time.Duration;

/** Measures how long something took. */
public record Stopwatch(TimeSource time, long startNanos) {

    public static Stopwatch start(TimeSource time) {
        return new Stopwatch(time, time.nanoTime());
    }

    public Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - startNanos);
    }
}
