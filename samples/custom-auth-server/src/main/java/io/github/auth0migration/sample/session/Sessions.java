package io.github.auth0migration.sample.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who is signed in, by session id. In memory: a restart ends all sessions. Only sign-ins take room. Thread-safe. */
public final class Sessions {

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int MOST = 100_000;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /**
     * No sessions yet.
     *
     * @param clock by which they end
     */
    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Begins a session under a new id, which nobody can have planted before.
     *
     * @param userId who signed in
     * @param sourceAsked whether the source was asked
     * @param migrated whether this sign-in migrated them
     * @param caveats what a policy let pass
     * @param correlationId the id of the sign-in
     * @return the new id: a secret
     */
    public SessionId begin(
            String userId, boolean sourceAsked, boolean migrated, Set<String> caveats, String correlationId) {
        SessionId id = SessionId.random();
        Session session = new Session(
                userId,
                sourceAsked,
                migrated,
                caveats,
                correlationId,
                clock.instant().plus(LENGTH));
        locked(() -> {
            // The oldest are first: all sessions are equally long.
            sessions.values().removeIf(old -> sessions.size() >= MOST || isOver(old));
            return sessions.put(id.value(), session);
        });
        return id;
    }

    /**
     * Finds a session.
     *
     * @param id its id
     * @return the session; empty if there is none or it is over
     */
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(locked(() -> sessions.get(id.value()))).filter(session -> !isOver(session));
    }

    /**
     * Ends a session.
     *
     * @param id its id; may be unknown
     */
    public void end(SessionId id) {
        locked(() -> sessions.remove(id.value()));
    }

    private boolean isOver(Session session) {
        return !session.expiresAt().isAfter(clock.instant());
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
