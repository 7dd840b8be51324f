package io.github.auth0migration.simulators.stormpath;

/**
 * What the simulated server can be asked.
 *
 * @since 0.1.0
 */
public enum StormpathOperation {
    /** {@code POST /v1/applications/{id}/loginAttempts}. */
    LOGIN_ATTEMPTS,
    /** {@code GET /v1/accounts/{id}}. */
    GET_ACCOUNT,
    /** {@code GET /v1/applications/{id}/accounts}. */
    SEARCH_ACCOUNTS,
    /** {@code GET /v1/applications/{id}}. */
    GET_APPLICATION,
    /** {@code GET /v1/applications/{id}/accountStoreMappings}; of compatible servers it is likely, but not confirmed. */
    GET_ACCOUNT_STORE_MAPPINGS,
    /** {@code GET /v1/accounts/{id}/groups}. */
    GET_GROUPS,
    /** {@code GET /v1/accounts/{id}/customData}. */
    GET_CUSTOM_DATA,
    /** Anything else: a redirect for {@code GET /v1/tenants/current}, otherwise no such path or method. */
    OTHER
}
