package io.github.auth0migration.testkit;

/**
 * How an account stands at its platform. More states may be added in any release.
 *
 * @since 0.1.0
 */
public enum PersonState {
    /** May sign in with the right password. */
    ACTIVE,
    /** Locked after too many wrong passwords. */
    LOCKED_OUT,
    /** Suspended or deactivated by an administrator. */
    DISABLED,
    /** Never activated, although there is a password. */
    NOT_ACTIVATED,
    /** Has a password that is too old. */
    PASSWORD_EXPIRED,
    /** Has a second factor enrolled, and every login asks for it. */
    SECOND_FACTOR
}
