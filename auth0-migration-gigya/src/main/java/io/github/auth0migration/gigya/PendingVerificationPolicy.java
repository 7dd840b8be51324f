package io.github.auth0migration.gigya;

/**
 * What happens to people whose password is right, but whose address Gigya wants verified first (206002). Whatever is set
 * here, somebody stays out whose account does not have the typed address among its login identifiers yet.
 *
 * @since 0.1.0
 */
public enum PendingVerificationPolicy {
    /** They are migrated with an address that is not verified; the login profile carries the caveat. The default. */
    MIGRATE_WITH_CAVEAT,
    /** They are refused. */
    REFUSE
}
