package io.github.auth0migration.spi;

/**
 * Whether a call may be sent again after it failed.
 *
 * @since 0.1.0
 */
public enum Repeat {
    /**
     * Never once anything may have been sent: a password may have been checked already, and a second try moves the
     * platform's lockout. Only a call that did not leave (refused connection, name not resolved) is tried again.
     */
    ONLY_IF_UNSENT,
    /** As often as attempts and deadline allow: reading twice does no harm. */
    FREELY
}
