package io.github.auth0migration.trickle;

import io.github.auth0migration.Identifier;

/**
 * By what to find a person in a {@link UserStore}.
 *
 * @since 0.1.0
 */
public sealed interface UserKey {

    /**
     * By what a person types: the e-mail address or username.
     *
     * @param identifier what was typed
     */
    record ByIdentifier(Identifier identifier) implements UserKey {}

    /**
     * By the user id.
     *
     * @param userId the {@link io.github.auth0migration.MigratedUser#userId()}
     */
    record ByUserId(String userId) implements UserKey {}

    /**
     * By what a person types.
     *
     * @param identifier what was typed
     * @return the key
     */
    static UserKey of(Identifier identifier) {
        return new ByIdentifier(identifier);
    }

    /**
     * By the user id.
     *
     * @param userId the user id
     * @return the key
     */
    static UserKey ofUserId(String userId) {
        return new ByUserId(userId);
    }
}
