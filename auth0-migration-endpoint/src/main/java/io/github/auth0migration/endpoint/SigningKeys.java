package io.github.auth0migration.endpoint;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.auth0migration.Failure;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.CallFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an issuer as last fetched. Fetched anew when they are old or a key is not among them, by one thread at a time,
 * and never twice within {@link #PAUSE}, so that tokens that name made-up keys cannot make us hammer the host. Thread-safe.
 */
final class SigningKeys {

    /** How long keys are used without asking again. */
    static final Duration FRESH = Duration.ofMinutes(10);
    /** How long they are used while asking again fails. */
    static final Duration KEPT = Duration.ofHours(24);
    /** The least time between two fetches. */
    static final Duration PAUSE = Duration.ofSeconds(10);
    /** How many wait for a fetch, about: made-up keys must not take all threads of a server. */
    static final int MOST_WAITING = 8;

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** Gets the keys from where they are. */
    @FunctionalInterface
    interface Origin {
        JWKSet fetch() throws CallFailedException;
    }

    private record Fetched(JWKSet keys, long atNanos) {}

    private record Tried(long atNanos, @Nullable Failure failure) {}

    private final Origin origin;
    private final TimeSource time;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Fetched latest;
    private volatile @Nullable Tried lastTry;

    SigningKeys(Origin origin, TimeSource time) {
        this.origin = origin;
        this.time = time;
    }

    /**
     * Looks for a key.
     *
     * @return the keys that match; none if the issuer has no such key
     * @throws CallFailedException if that could not be found out
     */
    List<RSAKey> matching(JWKMatcher matcher) throws CallFailedException {
        Fetched known = usable();
        List<RSAKey> found = select(known, matcher);
        return found.isEmpty() ? select(after(known), matcher) : found;
    }

    private static List<RSAKey> select(Fetched fetched, JWKMatcher matcher) {
        return new JWKSelector(matcher)
                .select(fetched.keys()).stream().map(key -> (RSAKey) key).toList();
    }

    private Fetched usable() throws CallFailedException {
        Fetched known = latest;
        if (known != null && isYoungerThan(FRESH, known.atNanos())) {
            return known;
        }
        if (known == null || !isYoungerThan(KEPT, known.atNanos())) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return known; // somebody else is asking: yesterday's keys are still good, and nobody need wait
        }
        try {
            fetchUnlessJustTried();
            return kept();
        } finally {
            fetching.unlock();
        }
    }

    /** A key that we do not know may be newer than what we know. */
    private Fetched after(Fetched known) throws CallFailedException {
        if (fetching.getQueueLength() >= MOST_WAITING) {
            throw CallFailedException.unsent(Failure.of(
                    Failure.Kind.OVERLOADED, "The issuer's keys are being fetched, and many wait for them."));
        }
        fetching.lock();
        try {
            if (known.equals(latest)) {
                fetchUnlessJustTried();
            }
            throwIfFailed(lastTry);
            return kept();
        } finally {
            fetching.unlock();
        }
    }

    private Fetched kept() throws CallFailedException {
        Fetched known = latest;
        if (known != null && isYoungerThan(KEPT, known.atNanos())) {
            return known;
        }
        throwIfFailed(lastTry);
        throw new IllegalStateException("neither keys nor a failure");
    }

    private static void throwIfFailed(@Nullable Tried tried) throws CallFailedException {
        if (tried != null && tried.failure() != null) {
            throw CallFailedException.maybeSent(tried.failure());
        }
    }

    private void fetchUnlessJustTried() throws CallFailedException {
        Tried tried = lastTry;
        if (tried != null && isYoungerThan(PAUSE, tried.atNanos())) {
            return;
        }
        try {
            JWKSet keys = origin.fetch();
            latest = new Fetched(keys, time.nanoTime());
            lastTry = new Tried(time.nanoTime(), null);
        } catch (CallFailedException e) {
            if (e.failure().kind() == Failure.Kind.INTERRUPTED) {
                throw e; // this thread's own affair, no news of the host
            }
            lastTry = new Tried(time.nanoTime(), e.failure());
            LOG.atDebug().addKeyValue("failure", e.failure()).log("The signing keys could not be fetched");
        }
    }

    private boolean isYoungerThan(Duration age, long atNanos) {
        return time.nanoTime() - atNanos < age.toNanos();
    }
}
