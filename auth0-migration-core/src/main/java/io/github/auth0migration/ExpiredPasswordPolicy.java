package io.github.auth0migration;

/**
 * What happens to people whose password is right but expired at the platform.
 *
 * @since 0.1.0
 */
public enum ExpiredPasswordPolicy {
    /** They are refused: a policy of the platform retired this password. The default. */
    REFUSE,
    /** They are migrated with the expired password; the login profile carries the caveat. */
    MIGRATE_WITH_CAVEAT
}
