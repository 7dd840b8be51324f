package io.github.auth0migration.simulators.okta;

/**
 * What the simulated org can be asked.
 *
 * @since 0.1.0
 */
public enum OktaOperation {
    /** {@code POST /api/v1/authn}: primary authentication. */
    AUTHN,
    /** {@code POST /api/v1/authn/cancel}: ends a transaction. */
    CANCEL,
    /** {@code GET /api/v1/users/{id, login or short name}}. */
    GET_USER,
    /** {@code GET /api/v1/users}, with {@code search}, {@code filter}, {@code q} or nothing. */
    SEARCH_USERS,
    /** {@code GET /api/v1/users/{id}/factors}. */
    LIST_FACTORS,
    /** {@code POST /oauth2/v1/token}: an access token for a service app. */
    TOKEN,
    /** {@code GET /.well-known/okta-organization}. */
    ORGANIZATION,
    /** Anything else; the org answers that there is no such path or method. */
    OTHER
}
