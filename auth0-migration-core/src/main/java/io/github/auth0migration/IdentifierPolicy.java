package io.github.auth0migration;

/**
 * What a person may type to be recognised as the owner of an account.
 *
 * @since 0.1.0
 */
public enum IdentifierPolicy {
    /**
     * Input with an {@code @} must be the account's own e-mail, for Auth0 will look for exactly that the next time. A
     * login that looks like an address but is not the account's e-mail is refused with
     * {@link Refusal.Reason#IDENTITY_MISMATCH}. The default.
     */
    AUTH0,
    /** Anything that the account owns at the platform, for hosts with a store of their own. */
    ANY_OWNED
}
