package io.github.auth0migration.simulators.okta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code search=} sees: the directory, but later. Changes become visible in the order in which they were made. */
final class SearchIndex {

    private final Clock clock;
    private final NavigableMap<Long, OktaPerson> visible = new TreeMap<>();
    private final Map<String, Long> placeById = new HashMap<>();
    private final Queue<Change> pending = new ArrayDeque<>();
    private Duration lag = Duration.ZERO;
    private boolean held;
    private long places;

    SearchIndex(Clock clock) {
        this.clock = clock;
    }

    synchronized void lag(Duration lag) {
        this.lag = lag;
        this.held = false;
    }

    synchronized void hold() {
        this.held = true;
    }

    synchronized void changed(String id, @Nullable OktaPerson person) {
        pending.add(new Change(id, person, held ? Instant.MAX : clock.instant().plus(lag)));
    }

    synchronized void indexNow() {
        catchUp(Instant.MAX);
    }

    synchronized List<Placed> visible() {
        catchUp(clock.instant());
        return visible.entrySet().stream()
                .map(entry -> new Placed(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void catchUp(Instant now) {
        for (Change next = pending.peek(); next != null && !next.visibleAt().isAfter(now); next = pending.peek()) {
            if (next.person() != null) {
                visible.put(placeById.computeIfAbsent(next.id(), id -> ++places), next.person());
            } else if (placeById.containsKey(next.id())) {
                visible.remove(placeById.remove(next.id()));
            }
            pending.remove();
        }
    }

    private record Change(String id, @Nullable OktaPerson person, Instant visibleAt) {}
}
