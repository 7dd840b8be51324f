package io.github.auth0migration.okta;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the access token and has it renewed before its end, by one thread at a time: the others go on with the old one
 * while it is good, and wait otherwise. Who waited while a renewal failed gets that failure, not a try of their own.
 * Thread-safe.
 */
final class AccessTokenCache {

    /** Fetches a token. */
    @FunctionalInterface
    interface Fetch {
        AccessToken run(Deadline deadline) throws CallFailedException;
    }

    /** An early renewal must leave time for the call that it came with. */
    private static final Duration EARLY_TIMEOUT = Duration.ofSeconds(2);

    private final Fetch fetch;
    private final ReentrantLock renewing = new ReentrantLock();
    private final AtomicReference<@Nullable AccessToken> current = new AtomicReference<>();
    private volatile @Nullable CallFailedException latestFailure;

    AccessTokenCache(Fetch fetch) {
        this.fetch = fetch;
    }

    AccessToken get(Deadline deadline) throws CallFailedException {
        AccessToken known = current.get();
        if (known != null && known.isFresh(deadline.time().instant())) {
            return known;
        }
        return known != null && known.isGood(deadline.time().instant()) ? early(known, deadline) : awaited(deadline);
    }

    /** Forgets a token that Okta refuses, unless it was replaced already. */
    void drop(AccessToken refused) {
        current.compareAndSet(refused, null);
    }

    /** How many threads wait for another one's renewal. */
    int waiting() {
        return renewing.getQueueLength();
    }

    /** The old token is good for a while: a renewal that fails now can be tried at the next call. */
    private AccessToken early(AccessToken known, Deadline deadline) {
        if (!renewing.tryLock()) {
            return known;
        }
        try {
            return renewed(deadline.within(EARLY_TIMEOUT));
        } catch (CallFailedException e) {
            return known;
        } finally {
            renewing.unlock();
        }
    }

    private AccessToken awaited(Deadline deadline) throws CallFailedException {
        CallFailedException before = latestFailure;
        lock(deadline);
        try {
            AccessToken fetched = current.get();
            if (fetched != null && fetched.isGood(deadline.time().instant())) {
                return fetched;
            }
            CallFailedException meanwhile = latestFailure;
            if (meanwhile != null && meanwhile != before) {
                throw meanwhile;
            }
            return renewed(deadline);
        } finally {
            renewing.unlock();
        }
    }

    private AccessToken renewed(Deadline deadline) throws CallFailedException {
        AccessToken known = current.get();
        if (known != null && known.isFresh(deadline.time().instant())) {
            return known;
        }
        try {
            AccessToken fetched = fetch.run(deadline);
            current.set(fetched);
            return fetched;
        } catch (CallFailedException e) {
            if (e.failure().kind() != Failure.Kind.INTERRUPTED) {
                latestFailure = e;
            }
            throw e;
        }
    }

    private void lock(Deadline deadline) throws CallFailedException {
        try {
            if (!renewing.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw CallFailedException.unsent(
                        Failure.of(Failure.Kind.TIMEOUT, "Another thread's call for an access token took too long."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailedException.unsent(Failure.of(
                    Failure.Kind.INTERRUPTED, "The thread was interrupted while it waited for an access token."));
        }
    }
}
