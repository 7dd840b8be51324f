package io.github.auth0migration.simulators.gigya;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nonces that have been used; forgotten when their timestamps would have been refused for long. */
final class SeenOnce {

    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final Map<String, Instant> seen = new LinkedHashMap<>();

    synchronized boolean isFirst(String value, Instant now) {
        Iterator<Instant> times = seen.values().iterator();
        while (times.hasNext() && times.next().isBefore(now.minus(MEMORY))) {
            times.remove();
        }
        return seen.putIfAbsent(value, now) == null;
    }
}
