package io.github.auth0migration.simulators.stormpath;

/**
 * Which server answers.
 *
 * @since 0.1.0
 */
public enum StormpathDialect {
    /** The service itself, as it was documented when it ended. */
    STORMPATH,
    /**
     * An open-source server that speaks the same protocol, with what differs: every refused login is 7104, errors have no
     * {@code message}, {@code expand=account} gives the account itself, accounts have a UUID and are listed by it, and three
     * wrong passwords lock an account for 15 minutes.
     */
    COMPATIBLE;

    boolean isCompatible() {
        return this == COMPATIBLE;
    }
}
