package io.github.auth0migration;

/**
 * Auth0's <em>Login</em> action script: decides whether a password is right, and for whom.
 *
 * <p>Called the first time somebody signs in whom the target does not know. It throws for nothing but programming
 * errors of the caller ({@code null}); every other answer is a {@link LoginOutcome}. Thread-safe, blocking, and
 * interruptible.
 *
 * @see <a href="https://auth0.com/docs/authenticate/database-connections/custom-db/templates/login">Login script</a>
 * @since 0.1.0
 */
@FunctionalInterface
public interface LoginScript {

    /**
     * Asks the platform whether this password is right for this identifier.
     *
     * @param request who, with which password
     * @return what the platform said, or that it could not be asked
     */
    LoginOutcome login(LoginRequest request);

    /**
     * The same, from an unknown client and with {@link Deadline#standard()}.
     *
     * @param identifier what the person typed as e-mail or username, unchanged
     * @param password what the person typed as password, unchanged
     * @return what the platform said, or that it could not be asked
     */
    default LoginOutcome login(String identifier, String password) {
        return login(LoginRequest.of(identifier, password));
    }
}
