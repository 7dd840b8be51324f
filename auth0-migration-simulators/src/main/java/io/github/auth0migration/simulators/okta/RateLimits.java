package io.github.auth0migration.simulators.okta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** A bucket per operation; a window of 60 seconds begins with its first request, not with the clock's minute. */
final class RateLimits {

    private static final int DEFAULT_LIMIT = 1_000_000;
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<OktaOperation, Integer> limits = new EnumMap<>(OktaOperation.class);
    private final Map<OktaOperation, Integer> concurrencyHits = new EnumMap<>(OktaOperation.class);
    private final Map<OktaOperation, Window> windows = new EnumMap<>(OktaOperation.class);

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    synchronized void limit(OktaOperation operation, int perWindow) {
        limits.put(operation, perWindow);
        windows.remove(operation);
    }

    synchronized void concurrencyHit(OktaOperation operation, int times) {
        concurrencyHits.put(operation, times);
    }

    synchronized Quota take(OktaOperation operation) {
        Instant now = clock.instant();
        int hits = concurrencyHits.getOrDefault(operation, 0);
        if (hits > 0) {
            concurrencyHits.put(operation, hits - 1);
            return new Quota(false, 0, 0, now.plus(WINDOW).getEpochSecond());
        }
        Window window = windows.get(operation);
        if (window == null || !now.isBefore(window.end())) {
            window = new Window(now.plus(WINDOW), 0);
        }
        int limit = limits.getOrDefault(operation, DEFAULT_LIMIT);
        boolean allowed = window.used() < limit;
        int used = allowed ? window.used() + 1 : window.used();
        windows.put(operation, new Window(window.end(), used));
        return new Quota(allowed, limit, limit - used, window.end().getEpochSecond());
    }

    private record Window(Instant end, int used) {}

    /** Whether a request may pass, and what its headers say; the reset is in seconds since the epoch. */
    record Quota(boolean allowed, int limit, int remaining, long reset) {}
}
