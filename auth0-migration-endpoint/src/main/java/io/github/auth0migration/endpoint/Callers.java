package io.github.auth0migration.endpoint;

/**
 * Who may call an endpoint: tells whether the token of an {@code Authorization: Bearer} header is good.
 *
 * <p>Implementations are thread-safe and quote no token anywhere. One that throws lets nobody in.
 *
 * @see BearerSecrets
 * @see Auth0AccessTokens
 * @since 0.1.0
 */
@FunctionalInterface
public interface Callers {

    /**
     * Checks a token.
     *
     * @param token what stands behind {@code Bearer}, a {@code b64token} of RFC 6750; the header has at most 8192 characters
     * @return whether its bearer may call
     */
    CallerVerdict check(String token);
}
