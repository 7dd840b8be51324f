package io.github.auth0migration.testkit;

import java.time.Duration;

/**
 * The limits that {@link AttemptGuardContract} asks a guard to keep.
 *
 * @param perIdentifier how many failures one identifier may have
 * @param perUser how many failures one user may have, whatever was typed
 * @param perAddress how many failures one trusted address may have
 * @param total how many failures all together may have
 * @param window how long failures count, from the first
 * @since 0.1.0
 */
public record GuardLimits(int perIdentifier, int perUser, int perAddress, int total, Duration window) {

    /** The limits that every guard has unless it is told otherwise. */
    static final GuardLimits STANDARD = new GuardLimits(5, 5, 50, 10_000, Duration.ofMinutes(15));

    GuardLimits withPerIdentifier(int failures) {
        return new GuardLimits(failures, perUser, perAddress, total, window);
    }

    GuardLimits withPerUser(int failures) {
        return new GuardLimits(perIdentifier, failures, perAddress, total, window);
    }

    GuardLimits withPerAddress(int failures) {
        return new GuardLimits(perIdentifier, perUser, failures, total, window);
    }

    GuardLimits withTotal(int failures) {
        return new GuardLimits(perIdentifier, perUser, perAddress, failures, window);
    }
}
