package io.github.auth0migration.spi;

import io.github.auth0migration.EmailVerificationPolicy;

/**
 * What a platform itself says of an e-mail address.
 *
 * @since 0.1.0
 */
public enum AddressWord {
    /** That it is verified. */
    VERIFIED,
    /** That it is not. */
    UNVERIFIED,
    /** Nothing, or that it does not know. */
    UNKNOWN;

    /**
     * Whether the address counts as verified in the target.
     *
     * @param policy what the host decided
     * @return never for an address that the platform itself calls unverified
     */
    public boolean isVerified(EmailVerificationPolicy policy) {
        return switch (policy) {
            case FROM_SOURCE -> this == VERIFIED;
            case ASSUME_VERIFIED -> this != UNVERIFIED;
            case ASSUME_UNVERIFIED -> false;
        };
    }
}
