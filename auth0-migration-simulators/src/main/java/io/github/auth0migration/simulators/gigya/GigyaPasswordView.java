package io.github.auth0migration.simulators.gigya;

/**
 * What the key may read of passwords in {@code accounts.getAccountInfo}.
 *
 * @since 0.1.0
 */
public enum GigyaPasswordView {
    /** Nothing: there is no member {@code password}. */
    HIDDEN,
    /** When the password was set, but no hash. */
    CREATED_ONLY,
    /** The hash with all its settings. */
    SHOWN
}
