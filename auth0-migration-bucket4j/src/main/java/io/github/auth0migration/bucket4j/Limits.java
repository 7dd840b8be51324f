package io.github.auth0migration.bucket4j;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How many failures are let through.
 *
 * @param perIdentifier for each identifier
 * @param perUser for each user, whatever was typed
 * @param perAddress for each trusted address
 * @param total all together
 * @param window how long they count, from the first
 */
record Limits(int perIdentifier, int perUser, int perAddress, int total, Duration window) {

    static final Limits STANDARD = new Limits(5, 5, 50, 10_000, Duration.ofMinutes(15));

    /** Those of {@code InMemoryAttemptGuard}'s builder. */
    void check() {
        if (Stream.of(perIdentifier, perUser, perAddress, total).anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("limits of an AttemptGuard must be at least 1: perIdentifier "
                    + perIdentifier + ", perUser " + perUser + ", perAddress " + perAddress + ", total " + total);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window of an AttemptGuard must be positive, but is " + window);
        }
    }

    BucketConfiguration of(GuardKey.Kind kind) {
        int failures = switch (kind) {
            case ADDRESS -> perAddress;
            case IDENTIFIER -> perIdentifier;
            case TOTAL -> total;
            case USER -> perUser;
        };
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(failures)
                        .refillIntervally(failures, window)
                        .build())
                .build();
    }
}
