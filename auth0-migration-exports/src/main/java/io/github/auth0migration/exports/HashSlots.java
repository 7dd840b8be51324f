package io.github.auth0migration.exports;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.password.PasswordCheck;
import io.github.auth0migration.password.PasswordHash;
import io.github.auth0migration.spi.CallFailedException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how many hashes are computed at once: each may take seconds of a processor and 256 MiB. Thread-safe. */
final class HashSlots {

    private final Semaphore slots;
    private final int count;

    HashSlots(int count) {
        this.slots = new Semaphore(count, true);
        this.count = count;
    }

    PasswordCheck verify(PasswordHash hash, String password, Deadline deadline) throws CallFailedException {
        acquire(deadline);
        try {
            return hash.verify(password);
        } finally {
            slots.release();
        }
    }

    private void acquire(Deadline deadline) throws CallFailedException {
        try {
            if (slots.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailedException.unsent(
                    Failure.of(Failure.Kind.INTERRUPTED, "The calling thread was interrupted."));
        }
        throw CallFailedException.unsent(Failure.of(
                Failure.Kind.OVERLOADED, "All " + count + " places for password hashing are taken (maxHashesAtOnce)."));
    }
}
