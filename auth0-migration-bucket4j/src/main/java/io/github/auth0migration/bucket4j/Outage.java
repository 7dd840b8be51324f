package io.github.auth0migration.bucket4j;

import io.github.auth0migration.TimeSource;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers that the database failed, so that not every attempt waits for it to fail again. Thread-safe. */
final class Outage {

    /** Whether the database is asked. */
    enum Turn {
        /** It answers. */
        ASK,
        /** It failed some time ago, and this one attempt finds out whether it still does. */
        PROBE,
        /** It failed just now. */
        LEAVE
    }

    private final Duration pause;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean down;
    private long nextProbe;

    Outage(Duration pause, TimeSource time) {
        this.pause = pause;
        this.time = time;
    }

    Turn turn() {
        lock.lock();
        try {
            if (!down) {
                return Turn.ASK;
            }
            if (time.nanoTime() - nextProbe < 0) {
                return Turn.LEAVE;
            }
            nextProbe = time.nanoTime() + pause.toNanos();
            return Turn.PROBE;
        } finally {
            lock.unlock();
        }
    }

    /** A try failed. {@return whether the outage began with it} */
    boolean failed() {
        lock.lock();
        try {
            boolean began = !down;
            down = true;
            nextProbe = time.nanoTime() + pause.toNanos();
            return began;
        } finally {
            lock.unlock();
        }
    }

    /** A try was answered. {@return whether the outage ended with it}: only a probe began after it did */
    boolean answered(Turn turn) {
        lock.lock();
        try {
            boolean ended = down && turn == Turn.PROBE;
            down &= !ended;
            return ended;
        } finally {
            lock.unlock();
        }
    }
}
