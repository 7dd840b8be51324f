package io.github.auth0migration.simulators.auth0;

/**
 * How a sign-in ended.
 *
 * @since 0.1.0
 */
public sealed interface SignInResult {

    /**
     * The person is in.
     *
     * @param user the user, whose profile is complete now
     * @param migrated whether this sign-in put the profile into the connection
     */
    record SignedIn(ConnectionUser user, boolean migrated) implements SignInResult {}

    /**
     * The person is not in.
     *
     * @param event what the log says of it: {@code fp}, {@code fu} or {@code f}
     */
    record Denied(TenantLogEvent event) implements SignInResult {}
}
