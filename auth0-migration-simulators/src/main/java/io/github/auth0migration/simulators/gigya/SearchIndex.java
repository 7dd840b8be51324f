package io.github.auth0migration.simulators.gigya;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What search sees: the accounts, but later. Each has a position, which it keeps, so that somebody who comes or goes
 * moves nobody else. Thread-safe by its monitor.
 */
final class SearchIndex {

    private final Clock clock;
    private final TreeMap<Long, SearchRow> visible = new TreeMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Queue<Change> pending = new ArrayDeque<>();
    private long nextPosition;
    private Duration lag = Duration.ZERO;
    private boolean held;

    SearchIndex(Clock clock) {
        this.clock = clock;
    }

    synchronized void lag(Duration time) {
        this.lag = time;
        this.held = false;
    }

    synchronized void hold() {
        this.held = true;
    }

    synchronized void indexNow() {
        catchUp(Instant.MAX);
    }

    /** Null for an account that is gone. */
    synchronized void changed(String key, @Nullable SearchRow row) {
        pending.add(new Change(key, row, held ? Instant.MAX : clock.instant().plus(lag)));
        catchUp(clock.instant());
    }

    /** The first match at a position or after it. */
    synchronized Optional<Hit> next(long from, Predicate<SearchRow> wanted) {
        catchUp(clock.instant());
        return visible.tailMap(from).entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .findFirst()
                .map(entry -> new Hit(entry.getKey(), entry.getValue()));
    }

    synchronized long count(Predicate<SearchRow> wanted) {
        catchUp(clock.instant());
        return visible.values().stream().filter(wanted).count();
    }

    private void catchUp(Instant now) {
        for (Change next = pending.peek(); next != null && !next.visibleAt().isAfter(now); next = pending.peek()) {
            apply(next);
            pending.remove();
        }
    }

    private void apply(Change change) {
        if (change.row() == null) {
            Long position = positions.remove(change.key());
            visible.remove(position == null ? -1L : position);
        } else {
            visible.put(positions.computeIfAbsent(change.key(), key -> nextPosition++), change.row());
        }
    }

    /** An account and where it stands. */
    record Hit(long position, SearchRow row) {}

    private record Change(String key, @Nullable SearchRow row, Instant visibleAt) {}
}
