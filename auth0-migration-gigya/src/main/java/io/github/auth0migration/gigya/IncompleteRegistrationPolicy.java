package io.github.auth0migration.gigya;

/**
 * What happens to people whose registration Gigya calls incomplete (206001). One more required field in a site's schema
 * makes this of every right password, so refusing them may lock out everybody.
 *
 * @since 0.1.0
 */
public enum IncompleteRegistrationPolicy {
    /** They are migrated; the login profile carries the caveat. The default. */
    MIGRATE_WITH_CAVEAT,
    /** They are refused, also by a look-up that sees a registration that was never finished. */
    REFUSE
}
