package io.github.auth0migration.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardBucketTest {

    private static final long NOW = 1_900_000_000_000_000_000L;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static BucketConfiguration limit(int failures) {
        return new Limits(failures, 1, 1, 1, WINDOW).of(GuardKey.Kind.IDENTIFIER);
    }

    private static GuardBucket bucket(byte @Nullable [] stored, int limit) {
        return GuardBucket.of(stored, limit(limit), NOW);
    }

    private static byte @Nullable [] used(int times, int limit) {
        GuardBucket bucket = bucket(null, limit);
        for (int i = 0; i < times; i++) {
            bucket.take();
        }
        return bucket.stored();
    }

    private static int left(GuardBucket bucket) {
        int left = 0;
        while (!bucket.isEmpty()) {
            bucket.take();
            left++;
        }
        return left;
    }

    @Test
    void aFullOneIsNotStored() {
        GuardBucket bucket = bucket(used(1, 5), 5);
        assertThat(bucket.stored()).isNotNull();
        bucket.giveBack();

        assertThat(bucket.stored()).isNull();
    }

    @Test
    void neverHoldsMoreThanItsLimit() {
        GuardBucket bucket = bucket(used(1, 5), 5);
        bucket.giveBack();
        bucket.giveBack();

        assertThat(left(bucket)).isEqualTo(5);
    }

    @Test
    void neverOwesAny() {
        GuardBucket bucket = bucket(used(9, 5), 5);
        assertThat(bucket.isEmpty()).isTrue();
        assertThat(bucket.untilFull()).isEqualTo(WINDOW);
        bucket.giveBack();

        assertThat(left(bucket)).isEqualTo(1);
    }

    @Test
    void aLimitThatWasRaisedLeavesTheFailuresCounted() {
        assertThat(left(bucket(used(2, 5), 10))).isEqualTo(8);
    }

    @Test
    void aLimitThatWasLoweredOwesNothing() {
        assertThat(left(bucket(used(2, 10), 5))).isEqualTo(3);
        GuardBucket over = bucket(used(7, 10), 5);
        assertThat(over.isEmpty()).isTrue();
        assertThat(over.untilFull()).isEqualTo(WINDOW);
    }
}
