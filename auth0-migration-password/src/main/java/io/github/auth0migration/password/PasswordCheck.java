package io.github.auth0migration.password;

/**
 * What a hash tells of a password.
 *
 * @since 0.1.0
 */
public enum PasswordCheck {
    /**
     * The password is the one that was hashed. Where the platform does not tell how it hashes, one of the ways that are
     * plausible gives the whole hash, which is no chance.
     */
    MATCHES,
    /** It is not, in none of these ways. */
    DIFFERS,
    /**
     * The hash cannot tell: the password holds a NUL, has no form in the hash's encoding, or is longer than what the
     * algorithm looks at (72 bytes for bcrypt), or could be a digest where one may stand for the password. Never let anybody in on this, and do not call the password wrong.
     */
    NOT_JUDGED
}
