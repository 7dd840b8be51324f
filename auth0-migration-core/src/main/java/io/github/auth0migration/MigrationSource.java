package io.github.auth0migration;

/**
 * A platform that people leave: both scripts, a name for operators, and a check of its set-up.
 *
 * @since 0.1.0
 */
public interface MigrationSource extends LoginScript, GetUserScript {

    /** {@return the name in events and logs, for example {@code okta}} */
    default String name() {
        return description().name();
    }

    /** {@return what this source is, for operators and for combinators that must tell sources apart} */
    SourceDescription description();

    /**
     * Checks the set-up against the live platform: address, token, rights, clocks. Run it at start and from a health
     * page; it proves nobody's password.
     *
     * @return what was found, each with a sentence that an operator understands
     */
    CheckReport check();
}
