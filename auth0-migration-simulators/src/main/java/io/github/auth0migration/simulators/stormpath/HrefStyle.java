package io.github.auth0migration.simulators.stormpath;

/**
 * Where the links in the answers point to.
 *
 * @since 0.1.0
 */
public enum HrefStyle {
    /** The default: the host that was called. */
    OWN_HOST,
    /** Another host, as behind a public name: {@code https://api.other.example/v1/accounts/...}. */
    OTHER_HOST,
    /** No host and no {@code /v1}: {@code /accounts/...}, which leads nowhere when it is resolved. */
    RELATIVE
}
