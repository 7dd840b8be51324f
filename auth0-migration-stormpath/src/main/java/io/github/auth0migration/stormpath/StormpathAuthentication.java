package io.github.auth0migration.stormpath;

/**
 * How requests prove that they come from the holder of the API key.
 *
 * @since 0.1.0
 */
public enum StormpathAuthentication {
    /**
     * HTTP Basic: id and secret go along with every request, so only over https. The default, for it works with every
     * server and every address.
     */
    BASIC,
    /**
     * Stormpath's own digest, {@code SAuthc1}: the secret never leaves this machine. Needs a clock that is right. Some
     * compatible servers can never verify a request that asks for somebody with a {@code /} in their address or
     * username: for these people look-ups and logins are {@code Unavailable} there.
     */
    SAUTHC1
}
