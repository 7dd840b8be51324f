package io.github.auth0migration.simulators.auth0;

/**
 * How a sign-up ended.
 *
 * @since 0.1.0
 */
public sealed interface SignUpResult {

    /**
     * There is a new user.
     *
     * @param user the user
     */
    record SignedUp(ConnectionUser user) implements SignUpResult {}

    /** The connection or the old user store knows the address: {@code user_exists}. */
    record UserExists() implements SignUpResult {}

    /**
     * Nobody could tell, so there is no new user.
     *
     * @param event what the log says of it: {@code fs}
     */
    record Failed(TenantLogEvent event) implements SignUpResult {}
}
