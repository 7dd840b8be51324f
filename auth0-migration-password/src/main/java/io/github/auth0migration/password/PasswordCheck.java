package io.github.auth0migration.password;

/**
 * What a hash tells of a password.
 *
 * @since 0.1.0
 */
public enum PasswordCheck {
    /** The password is the one that was hashed. */
    MATCHES,
    /** It is not. */
    DIFFERS,
    /**
     * The hash cannot tell: the password holds a NUL, has no form in the hash's encoding, or is longer than what the
     * algorithm looks at (72 bytes for bcrypt). Never let anybody in on this, and do not call the password wrong.
     */
    NOT_JUDGED
}
