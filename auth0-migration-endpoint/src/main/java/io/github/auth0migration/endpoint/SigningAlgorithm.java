package io.github.auth0migration.endpoint;

/**
 * How a tenant signs the access tokens of an API. One is expected, and a token that names another is refused: which one is
 * no question for whoever wrote the token.
 *
 * @see <a href="https://auth0.com/docs/get-started/applications/signing-algorithms">Auth0: signing algorithms</a>
 * @since 0.1.0
 */
public enum SigningAlgorithm {
    /** RSA with SHA-256. Auth0's default. */
    RS256,
    /** RSA with SHA-256 and probabilistic padding. */
    PS256
}
