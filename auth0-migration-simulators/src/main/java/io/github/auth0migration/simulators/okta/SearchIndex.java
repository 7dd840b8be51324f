package io.github.auth0migration.simulators.okta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What {@code search=} sees: the directory, but later. Changes become visible in the order in which they were made. */
final class SearchIndex {

    private final Clock clock;
    private final Map<String, OktaPerson> visible = new LinkedHashMap<>();
    private final Queue<Change> pending = new ArrayDeque<>();
    private Duration lag = Duration.ZERO;
    private boolean held;

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

    synchronized List<OktaPerson> visible() {
        catchUp(clock.instant());
        return List.copyOf(visible.values());
    }

    private void catchUp(Instant now) {
        for (Change next = pending.peek(); next != null && !next.visibleAt().isAfter(now); next = pending.peek()) {
            if (next.person() == null) {
                visible.remove(next.id());
            } else {
                visible.put(next.id(), next.person());
            }
            pending.remove();
        }
    }

    private record Change(String id, @Nullable OktaPerson person, Instant visibleAt) {}
}
