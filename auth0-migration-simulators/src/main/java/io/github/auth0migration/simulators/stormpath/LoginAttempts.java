package io.github.auth0migration.simulators.stormpath;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts wrong passwords in a row. A lock is nothing but this count and the time of the last one. */
final class LoginAttempts {

    private static final Tries NONE = new Tries(0, null);

    private final Clock clock;
    private final boolean remembersAll;
    private final Map<String, Tries> byId = new HashMap<>();
    private int lockAfter;
    private Duration lockFor = Duration.ofMinutes(15);

    LoginAttempts(Clock clock, StormpathDialect dialect) {
        this.clock = clock;
        this.remembersAll = dialect.isCompatible();
        this.lockAfter = dialect.isCompatible() ? 3 : 0;
    }

    synchronized void lock(int after, Duration duration) {
        this.lockAfter = after;
        this.lockFor = duration;
    }

    synchronized boolean locks(String id) {
        Tries tries = of(id);
        return lockAfter > 0
                && tries.failed() >= lockAfter
                && tries.last() != null
                && clock.instant().isBefore(tries.last().plus(lockFor));
    }

    /** After a lock that is over the count begins anew. */
    synchronized void failed(String id) {
        int before = of(id).failed();
        boolean lockIsOver = lockAfter > 0 && before >= lockAfter;
        note(id, lockIsOver ? 1 : before + 1);
    }

    synchronized void passed(String id) {
        note(id, 0);
    }

    synchronized void set(String id, @Nullable Integer failed) {
        if (failed != null) {
            byId.put(id, new Tries(failed, clock.instant()));
        }
    }

    synchronized void forget(String id) {
        byId.remove(id);
    }

    synchronized Tries of(String id) {
        return byId.getOrDefault(id, NONE);
    }

    private void note(String id, int failed) {
        if (remembersAll || lockAfter > 0) {
            byId.put(id, new Tries(failed, clock.instant()));
        }
    }

    record Tries(int failed, @Nullable Instant last) {}
}
