package io.github.auth0migration;

/**
 * A user cannot be built: the user id or the e-mail breaks a rule that nothing can mend. The message names field and
 * rule, not the value.
 *
 * @since 0.1.0
 */
public final class InvalidUserException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidUserException(String message) {
        super(message);
    }
}
