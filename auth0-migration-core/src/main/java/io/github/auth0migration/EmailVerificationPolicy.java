package io.github.auth0migration;

/**
 * Whether a migrated address counts as verified in the target.
 *
 * <p>An address that is called verified without being so lets its real owner be impersonated wherever accounts are
 * linked by e-mail.
 *
 * @since 0.1.0
 */
public enum EmailVerificationPolicy {
    /** What the platform says. The default for platforms that have a documented word for it. */
    FROM_SOURCE,
    /**
     * Every address counts as verified, because the host knows that the old platform verified them all. Never applied
     * to an address that was derived from a login or that the platform itself calls unverified.
     */
    ASSUME_VERIFIED,
    /** No address counts as verified; the target verifies it again. */
    ASSUME_UNVERIFIED
}
