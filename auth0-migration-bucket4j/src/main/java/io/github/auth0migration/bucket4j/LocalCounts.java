package io.github.auth0migration.bucket4j;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.TimeSource;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** What this replica counts alone while the database is down. One for ever: its limits outlast an outage. Thread-safe. */
final class LocalCounts {

    private final AttemptGuard guard;
    // By identity: equal attempts may have been admitted in both places, and each is settled in its own.
    private final Set<Attempt> admitted =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    LocalCounts(Limits limits, TimeSource time) {
        this.guard = InMemoryAttemptGuard.builder()
                .perIdentifier(limits.perIdentifier())
                .perUser(limits.perUser())
                .perAddress(limits.perAddress())
                .total(limits.total())
                .window(limits.window())
                .time(time)
                .build();
    }

    Optional<Duration> admit(Attempt attempt) {
        Optional<Duration> wait = guard.admit(attempt);
        if (wait.isEmpty()) {
            admitted.add(attempt);
        }
        return wait;
    }

    /** {@return whether an attempt was admitted here}, which it then is no longer */
    boolean release(Attempt attempt) {
        return admitted.remove(attempt);
    }

    AttemptGuard guard() {
        return guard;
    }
}
