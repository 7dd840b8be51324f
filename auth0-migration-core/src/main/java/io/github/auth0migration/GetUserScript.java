package io.github.auth0migration;

/**
 * Auth0's <em>Get User</em> action script: finds exactly one person, without a password.
 *
 * <p>Called on sign-up, reset and change of e-mail. It throws for nothing but programming errors of the caller
 * ({@code null}); every other answer is a {@link LookupOutcome}. Thread-safe, blocking, and interruptible.
 *
 * @see <a href="https://auth0.com/docs/authenticate/database-connections/custom-db/templates/get-user">Get User
 *     script</a>
 * @since 0.1.0
 */
@FunctionalInterface
public interface GetUserScript {

    /**
     * Looks a person up.
     *
     * @param request by what to look
     * @return exactly this person, nobody, or why neither can be said
     */
    LookupOutcome getUser(LookupRequest request);

    /**
     * The same by what somebody typed, with {@link Deadline#standard()}.
     *
     * @param identifier what the person typed as e-mail or username, unchanged
     * @return exactly this person, nobody, or why neither can be said
     */
    default LookupOutcome getUser(String identifier) {
        return getUser(LookupRequest.byIdentifier(identifier));
    }
}
