package io.github.auth0migration;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to sign in ended. {@link #fold} makes the caller handle all four ends.
 *
 * @since 0.1.0
 */
public sealed interface LoginOutcome {

    /**
     * The password is proved right and the user may be migrated. In the Auth0 script: {@code callback(null, profile)}.
     *
     * @param user who it is
     * @param caveats what a policy let pass, and what of the profile had to be left out
     */
    record Authenticated(MigratedUser user, Set<Caveat> caveats) implements LoginOutcome {
        /**
         * Adds the user's own caveats.
         *
         * @param user who it is
         * @param caveats what a policy let pass
         */
        public Authenticated {
            Objects.requireNonNull(user, "user");
            caveats = Caveat.union(caveats, user.caveats());
        }

        /**
         * A user whom no policy had to let pass.
         *
         * @param user who it is
         * @return the outcome
         */
        public static Authenticated of(MigratedUser user) {
            return new Authenticated(user, Set.of());
        }

        /**
         * The profile that the Login script hands to Auth0: {@link MigratedUser#toAuth0Profile()}, with where the user
         * came from, when, and with which caveats stamped into {@code app_metadata.migration}.
         *
         * @param migratedAt when the password was proved
         * @return a fresh map in Auth0's own names
         */
        public Map<String, Object> toAuth0Profile(Instant migratedAt) {
            return user.toAuth0Profile(migratedAt, caveats);
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Authenticated, ? extends T> authenticated,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return authenticated.apply(this);
        }
    }

    /**
     * Wrong password or unknown user; the person learns no more. In the Auth0 script:
     * {@code WrongUsernameOrPasswordError}.
     *
     * @param cause which of the two, where the platform tells
     * @param userId whose password was wrong, where the source knows: for guards and operators, never for the person
     */
    record Rejected(Cause cause, @Nullable String userId) implements LoginOutcome {
        /**
         * Checks the components.
         *
         * @param cause which of the two, where the platform tells
         * @param userId whose password was wrong, where the source knows
         */
        public Rejected {
            Objects.requireNonNull(cause, "cause");
        }

        /**
         * A rejection that names nobody.
         *
         * @param cause which of the two, where the platform tells
         * @return the outcome
         */
        public static Rejected of(Cause cause) {
            return new Rejected(cause, null);
        }

        /** {@return a text that may be shown to the person} */
        public String messageForPerson() {
            return Refusal.WRONG_CREDENTIALS_MESSAGE;
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Authenticated, ? extends T> authenticated,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return rejected.apply(this);
        }
    }

    /** What the platform tells about a rejection. */
    enum Cause {
        /** The platform knows the user and says that the password is wrong. */
        WRONG_PASSWORD,
        /** The platform says that it knows no such user. */
        UNKNOWN_USER,
        /** The platform does not say which. */
        UNSPECIFIED
    }

    /**
     * The platform or a policy does not let this person in now. In the Auth0 script: {@code UnauthorizedError}.
     *
     * @param refusal why, and whether the password was proved
     */
    record Refused(Refusal refusal) implements LoginOutcome {
        /**
         * Checks the component.
         *
         * @param refusal why, and whether the password was proved
         */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Authenticated, ? extends T> authenticated,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * We could not find out; says nothing about the person. In the Auth0 script: {@code Error}.
     *
     * @param failure why not
     */
    record Unavailable(Failure failure) implements LoginOutcome {
        /**
         * Checks the component.
         *
         * @param failure why not
         */
        public Unavailable {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Authenticated, ? extends T> authenticated,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }

    /**
     * Handles every end.
     *
     * @param authenticated what to do when the password is proved right
     * @param rejected what to do on a wrong password or an unknown user
     * @param refused what to do when the person may not come in now
     * @param unavailable what to do when nobody could be asked
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super Authenticated, ? extends T> authenticated,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);
}
