package io.github.auth0migration.sample.operator;

import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Counts outcomes since the start and keeps the last attempts, with nothing secret in them. Thread-safe. */
public final class MigrationLog implements MigrationListener {

    private static final int KEPT = 50;

    /**
     * A sign-in.
     *
     * @param at when it ended
     * @param event how
     */
    record Attempt(Instant at, MigrationEvent.SignInFinished event) {}

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> signIns = new TreeMap<>();
    private final Map<String, Long> sourceAnswers = new TreeMap<>();
    private final Deque<Attempt> last = new ArrayDeque<>();

    /**
     * An empty log.
     *
     * @param clock what stamps attempts
     */
    public MigrationLog(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void onEvent(MigrationEvent event) {
        locked(() -> {
            if (event instanceof MigrationEvent.SignInFinished signIn) {
                signIns.merge(nameOf(signIn), 1L, Long::sum);
                remember(signIn);
            } else if (event instanceof MigrationEvent.GuardSwitched guard) {
                sourceAnswers.merge(nameOf(guard), 1L, Long::sum);
            } else {
                sourceAnswers.merge(nameOf(event.ending()), 1L, Long::sum);
            }
            return true;
        });
    }

    private void remember(MigrationEvent.SignInFinished signIn) {
        last.addFirst(new Attempt(clock.instant(), signIn));
        if (last.size() > KEPT) {
            last.removeLast();
        }
    }

    private static String nameOf(MigrationEvent.SignInFinished signIn) {
        String name = nameOf(signIn.ending());
        if (!signIn.ending().outcome().equals("signed_in")) {
            return name;
        }
        return signIn.migrated() ? name + ": migrated" : name + ": known here";
    }

    private static String nameOf(MigrationEvent.GuardSwitched guard) {
        return "guard " + guard.source() + (guard.shared() ? ": shared again" : ": counts alone");
    }

    static String nameOf(MigrationEvent.Ending ending) {
        return ending.reason().isEmpty() ? ending.outcome() : ending.outcome() + ": " + ending.reason();
    }

    Map<String, Long> signIns() {
        return locked(() -> new TreeMap<>(signIns));
    }

    Map<String, Long> sourceAnswers() {
        return locked(() -> new TreeMap<>(sourceAnswers));
    }

    /** The last attempts, newest first. */
    List<Attempt> last() {
        return locked(() -> new ArrayList<>(last));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
