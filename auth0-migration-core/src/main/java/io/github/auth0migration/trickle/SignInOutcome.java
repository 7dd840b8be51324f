package io.github.auth0migration.trickle;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.Refusal;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a sign-in at the target ended. {@link #fold} makes the caller handle all four ends.
 *
 * @since 0.1.0
 */
public sealed interface SignInOutcome {

    /** {@return whether the source was asked; if not, the target alone decided} */
    boolean sourceAsked();

    /**
     * The person is in.
     *
     * @param user who it is, as the target knows them
     * @param sourceAsked whether the source was asked
     * @param migrated whether this very sign-in migrated the person; of several equal ones at once it is one
     * @param caveats what a policy let pass while migrating
     */
    record SignedIn(StoredUser user, boolean sourceAsked, boolean migrated, Set<Caveat> caveats)
            implements SignInOutcome {
        /**
         * Copies the caveats.
         *
         * @param user who it is
         * @param sourceAsked whether the source was asked
         * @param migrated whether this sign-in migrated the person
         * @param caveats what a policy let pass
         */
        public SignedIn {
            caveats = Set.copyOf(caveats);
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return signedIn.apply(this);
        }
    }

    /**
     * Wrong password or unknown user; the person learns no more.
     *
     * @param cause which of the two, where it is known
     * @param userId whose password was wrong, where target or source know: for guards, never for the person
     * @param sourceAsked whether the source was asked
     */
    record Rejected(LoginOutcome.Cause cause, @Nullable String userId, boolean sourceAsked) implements SignInOutcome {
        /** {@return a text that may be shown to the person} */
        public String messageForPerson() {
            return Refusal.WRONG_CREDENTIALS_MESSAGE;
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return rejected.apply(this);
        }
    }

    /**
     * The source, the target or a policy does not let this person in now.
     *
     * @param refusal why, and whether the password was proved
     * @param sourceAsked whether the source was asked
     */
    record Refused(Refusal refusal, boolean sourceAsked) implements SignInOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * Nobody could find out; says nothing about the person.
     *
     * @param failure why not
     * @param sourceAsked whether the source was asked
     */
    record Unavailable(Failure failure, boolean sourceAsked) implements SignInOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedIn, ? extends T> signedIn,
                Function<? super Rejected, ? extends T> rejected,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }

    /**
     * Handles every end.
     *
     * @param signedIn what to do with a person who is in
     * @param rejected what to do on a wrong password or an unknown user
     * @param refused what to do when the person may not come in now
     * @param unavailable what to do when nobody could find out
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super SignedIn, ? extends T> signedIn,
            Function<? super Rejected, ? extends T> rejected,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);
}
