package io.github.auth0migration.testkit;

/**
 * What a platform can do, and what its source can therefore be held to. A contract test whose capability is missing does not
 * run. More may be added in any release.
 *
 * @since 0.1.0
 */
public enum Capability {
    /** A login tells an unknown user from a wrong password. */
    TELLS_UNKNOWN_USER,
    /** A person may have a login without an {@code @}, and may type it. */
    HAS_LOGIN_OTHER_THAN_EMAIL,
    /** A person may have a login that is shaped like an address and is not their e-mail. */
    HAS_ADDRESS_SHAPED_LOGIN,
    /** Two accounts may have one e-mail address. */
    ALLOWS_SHARED_EMAIL,
    /** The platform locks people out: {@link PersonState#LOCKED_OUT}. */
    LOCKS_OUT,
    /** A login tells a lockout from a wrong password. */
    SHOWS_LOCKOUT,
    /** Accounts can be disabled: {@link PersonState#DISABLED}. */
    DISABLES_PEOPLE,
    /** A login tells a disabled account from a wrong password. */
    SHOWS_DISABLED,
    /** Accounts can wait for their activation: {@link PersonState#NOT_ACTIVATED}. */
    UNACTIVATED_PEOPLE,
    /** Passwords expire: {@link PersonState#PASSWORD_EXPIRED}. */
    EXPIRED_PASSWORDS,
    /** A login may ask for a second factor: {@link PersonState#SECOND_FACTOR}. */
    SECOND_FACTORS,
    /** A look-up sees that a second factor is enrolled, and refuses. */
    SHOWS_SECOND_FACTORS
}
