package io.github.auth0migration.stormpath;

/**
 * Where the names of an account's groups go.
 *
 * @since 0.1.0
 */
public enum Groups {
    /** Nowhere; they are not asked for. The default. */
    OMIT,
    /**
     * To {@code app_metadata}, as a sorted list under the key {@code groups}; disabled groups are left out. Costs one more
     * call per person, and in a listing of all users that many calls more.
     */
    APP_METADATA
}
