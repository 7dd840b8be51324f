package io.github.auth0migration.trickle;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import java.util.Objects;

/**
 * The target: where migrated people live, with passwords of their own. A port that the host implements.
 *
 * <p>Every answer is a value; what a store throws becomes {@code Unavailable} with {@link Failure.Kind#INTERNAL}, and
 * then nobody is signed in. Implementations are thread-safe, and durable before they answer: a person to whom
 * {@code Created} was acknowledged is there after a crash.
 *
 * <p>Every method gets the deadline of the call that it is a part of. A store that cannot answer by then answers
 * {@code Unavailable} with {@link Failure.Kind#TIMEOUT}, having changed nothing.
 *
 * @since 0.1.0
 */
public interface UserStore {

    /**
     * Finds a person. E-mails and usernames compare with A–Z folded and nothing else, see
     * {@link io.github.auth0migration.Identifier#comparisonKey()}.
     *
     * @param key by what to look
     * @param deadline by when to answer; a store that cannot keep it answers {@code Unavailable}
     * @return the person, nobody, a tombstone, or why neither can be said
     */
    FindResult find(UserKey key, Deadline deadline);

    /**
     * Checks a password against the target's own, and against nothing else.
     *
     * @param userId who
     * @param password what the person typed
     * @param deadline by when to answer; a store that cannot keep it answers {@code Unavailable}
     * @return whether it is right
     */
    AuthenticateResult authenticate(String userId, String password, Deadline deadline);

    /**
     * Inserts a person, all or nothing, unless their user id, e-mail or username is taken, or was deleted. Never an
     * upsert: whoever is there already has a password that must not be replaced by an old one.
     *
     * @param user whom to insert, with which password
     * @param deadline by when to answer; a store that cannot keep it answers {@code Unavailable}
     * @return whether they are there now
     */
    CreateResult create(NewUser user, Deadline deadline);

    /**
     * Replaces a person's password.
     *
     * @param userId who
     * @param password the new one
     * @param deadline by when to answer; a store that cannot keep it answers {@code Unavailable}
     * @return whether it is in force
     */
    SetPasswordResult setPassword(String userId, String password, Deadline deadline);

    /** How {@link #find} ended. */
    sealed interface FindResult {}

    /** How {@link #authenticate} ended. */
    sealed interface AuthenticateResult {}

    /** How {@link #create} ended. */
    sealed interface CreateResult {}

    /** How {@link #setPassword} ended. */
    sealed interface SetPasswordResult {}

    /**
     * There is such a person.
     *
     * @param user who it is
     */
    record Found(StoredUser user) implements FindResult {
        /**
         * Checks the component.
         *
         * @param user who it is
         */
        public Found {
            Objects.requireNonNull(user, "user");
        }
    }

    /** There is no such person, and never was. */
    record NotFound() implements FindResult {}

    /** There was such a person: a tombstone. They do not come back by migration. */
    record Deleted() implements FindResult {}

    /** The password is right. */
    record PasswordRight() implements AuthenticateResult {}

    /** The password is wrong. */
    record PasswordWrong() implements AuthenticateResult {}

    /** The target blocks this person, whatever the password. */
    record Blocked() implements AuthenticateResult {}

    /**
     * The person is there now.
     *
     * @param user as stored
     */
    record Created(StoredUser user) implements CreateResult {
        /**
         * Checks the component.
         *
         * @param user as stored
         */
        public Created {
            Objects.requireNonNull(user, "user");
        }
    }

    /** The user id, e-mail or username is taken, or was deleted; nothing was changed. */
    record AlreadyExists() implements CreateResult {}

    /** The new password is in force. */
    record PasswordSet() implements SetPasswordResult {}

    /** There is no such person any more. */
    record Gone() implements AuthenticateResult, SetPasswordResult {}

    /**
     * The store could not find out; nothing was changed.
     *
     * @param failure why not
     */
    record Unavailable(Failure failure) implements FindResult, AuthenticateResult, CreateResult, SetPasswordResult {
        /**
         * Checks the component.
         *
         * @param failure why not
         */
        public Unavailable {
            Objects.requireNonNull(failure, "failure");
        }
    }
}
