package io.github.auth0migration.bucket4j;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.remote.MutableBucketEntry;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.RemoteStat;
import io.github.bucket4j.distributed.versioning.Versions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many failures one key has left, as a bucket of bucket4j: it is full again when the window ends that the first
 * failure began. Not thread-safe; whoever reads it holds its row.
 */
final class GuardBucket {

    // A fixed one, for during a rolling update older replicas read what newer ones write.
    private static final Versions FORMAT = Versions.v_8_10_0;

    private final RemoteBucketState state;
    private final long capacity;
    private final long now;

    private GuardBucket(RemoteBucketState state, BucketConfiguration limit, long now) {
        this.state = state;
        this.capacity = limit.getBandwidths()[0].getCapacity();
        this.now = now;
    }

    /**
     * A bucket as it was stored.
     *
     * @param stored null for a full one
     * @param limit its limit; if that was changed since, what was used stays used
     * @param now nanoseconds since 1970
     */
    static GuardBucket of(byte @Nullable [] stored, BucketConfiguration limit, long now) {
        GuardBucket full = new GuardBucket(
                new RemoteBucketState(
                        BucketState.createInitialState(limit, MathType.INTEGER_64_BITS, now), new RemoteStat(0), null),
                limit,
                now);
        if (stored == null) {
            return full;
        }
        GuardBucket bucket = new GuardBucket(new MutableBucketEntry(stored).get(), limit, now);
        bucket.refill(limit);
        // A full one's window begins anew.
        return bucket.isFull() ? full : bucket;
    }

    private void refill(BucketConfiguration limit) {
        state.refillAllBandwidth(now);
        BucketConfiguration before = state.getConfiguration();
        if (!before.equals(limit)) {
            long used = before.getBandwidths()[0].getCapacity() - state.getAvailableTokens();
            state.replaceConfiguration(limit, TokensInheritanceStrategy.AS_IS, now);
            long surplus = state.getAvailableTokens() - Math.max(0, capacity - used);
            state.consume(Math.max(0, surplus));
            state.addTokens(Math.max(0, -surplus));
        }
    }

    boolean isEmpty() {
        return state.getAvailableTokens() < 1;
    }

    private boolean isFull() {
        return state.getAvailableTokens() >= capacity;
    }

    /** Takes one, if there is one. */
    void take() {
        if (!isEmpty()) {
            state.consume(1);
        }
    }

    /** Puts one back, but never more than there were. */
    void giveBack() {
        state.addTokens(1);
    }

    /** How long until it is full again. */
    Duration untilFull() {
        return Duration.ofNanos(state.calculateFullRefillingTime(now));
    }

    /** When it is full again. */
    Instant end() {
        return Instant.ofEpochSecond(0, now).plus(untilFull());
    }

    /** What to store; null for a full one. */
    byte @Nullable [] stored() {
        return isFull() ? null : new MutableBucketEntry(state).getStateBytes(FORMAT);
    }
}
