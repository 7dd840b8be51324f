package io.github.auth0migration.simulators.okta;

/**
 * What a locked-out person is told: the password policy's {@code showLockoutFailures}.
 *
 * @since 0.1.0
 */
public enum LockoutVisibility {
    /** The default: status 401 and E0000004, like a wrong password. */
    HIDDEN,
    /** Status 200 and {@code LOCKED_OUT}, whatever the password. */
    SHOWN
}
