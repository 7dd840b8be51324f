package io.github.auth0migration.sample.users;

import io.github.auth0migration.Failure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hashes and checks passwords, a few at once: each takes 19 MiB while it runs. Thread-safe. */
public final class Passwords {

    private final Argon2id strength;
    private final Semaphore running;
    private final Duration patience;

    Passwords(Argon2id strength, int atOnce, Duration patience) {
        this.strength = strength;
        this.running = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** {@return what is used by default: 8 hashes at once, and up to 5 seconds in the queue} */
    public static Passwords standard() {
        return new Passwords(Argon2id.RECOMMENDED, 8, Duration.ofSeconds(5));
    }

    PasswordHash hash(String password) throws StoreFailedException {
        return inTurn(() -> PasswordHash.of(password, strength));
    }

    boolean matches(String password, String phc) throws StoreFailedException {
        PasswordHash hash = PasswordHash.parse(phc)
                .orElseThrow(() ->
                        new StoreFailedException(Failure.Kind.INTERNAL, "A stored password hash cannot be read."));
        return inTurn(() -> hash.matches(password));
    }

    private <T> T inTurn(Supplier<T> work) throws StoreFailedException {
        try {
            if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreFailedException(
                        Failure.Kind.OVERLOADED, "Too many passwords are being checked at once.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailedException(Failure.Kind.INTERRUPTED, "The thread was interrupted.");
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
