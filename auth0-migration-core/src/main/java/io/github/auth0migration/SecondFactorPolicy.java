package io.github.auth0migration;

/**
 * What happens to people who have a second factor at the platform.
 *
 * @since 0.1.0
 */
public enum SecondFactorPolicy {
    /**
     * They are refused, at sign-in and, where the platform tells, at look-up too: a reset by mail would otherwise shed
     * the factor. The default.
     */
    REFUSE,
    /** They are migrated without their factor; the login profile carries the caveat. */
    MIGRATE_WITH_CAVEAT
}
