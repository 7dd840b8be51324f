package io.github.auth0migration;

/**
 * What happens to people whose password is right but who must first enrol a second factor at the platform.
 *
 * @since 0.1.0
 */
public enum FactorEnrollmentPolicy {
    /** They are refused. The default. */
    REFUSE,
    /** They are migrated; the login profile carries the caveat. */
    MIGRATE_WITH_CAVEAT
}
