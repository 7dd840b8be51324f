package io.github.auth0migration.stormpath;

/**
 * Where an account's custom data goes: as a whole under the one key {@code custom_data}, for some of its keys are
 * forbidden in Auth0's metadata. Stormpath's own members of it ({@code href}, {@code createdAt}, {@code spMeta} and so on)
 * are left out. What does not fit into a profile is left out with a caveat.
 *
 * @since 0.1.0
 */
public enum CustomData {
    /** To {@code user_metadata}, which the person may change. The default. */
    USER_METADATA,
    /** To {@code app_metadata}: only if nothing let people write their own custom data at Stormpath. */
    APP_METADATA,
    /** Nowhere; it is not asked for. */
    OMIT
}
