package io.github.auth0migration.simulators.auth0;

/**
 * How a change of e-mail ended.
 *
 * @since 0.1.0
 */
public sealed interface ChangeEmailResult {

    /**
     * The user has the new address.
     *
     * @param user the user
     */
    record Changed(ConnectionUser user) implements ChangeEmailResult {}

    /** The connection or the old user store knows the address as somebody's. */
    record AddressTaken() implements ChangeEmailResult {}

    /**
     * Nobody could tell, so the user keeps the old address.
     *
     * @param event what the log says of it: {@code fce}
     */
    record Failed(TenantLogEvent event) implements ChangeEmailResult {}
}
