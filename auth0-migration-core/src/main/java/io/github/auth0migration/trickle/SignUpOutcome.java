package io.github.auth0migration.trickle;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a sign-up at the target ended.
 *
 * @since 0.1.0
 */
public sealed interface SignUpOutcome {

    /** {@return whether the source was asked} */
    boolean sourceAsked();

    /**
     * A new person is in the target.
     *
     * @param user who it is
     * @param sourceAsked whether the source was asked
     */
    record SignedUp(StoredUser user, boolean sourceAsked) implements SignUpOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedUp, ? extends T> signedUp,
                Function<? super AlreadyKnown, ? extends T> alreadyKnown,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return signedUp.apply(this);
        }
    }

    /**
     * The address belongs to somebody in the target or the source: they should sign in or reset their password. Say so
     * by mail only, or strangers learn that the address exists.
     *
     * @param sourceAsked whether the source was asked
     */
    record AlreadyKnown(boolean sourceAsked) implements SignUpOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedUp, ? extends T> signedUp,
                Function<? super AlreadyKnown, ? extends T> alreadyKnown,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return alreadyKnown.apply(this);
        }
    }

    /**
     * The source or the target knows the address and does not let it in.
     *
     * @param refusal why
     * @param sourceAsked whether the source was asked
     */
    record Refused(Refusal refusal, boolean sourceAsked) implements SignUpOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedUp, ? extends T> signedUp,
                Function<? super AlreadyKnown, ? extends T> alreadyKnown,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * Nobody could find out whether the address is known: signing up now could double a person.
     *
     * @param failure why not
     * @param sourceAsked whether the source was asked
     */
    record Unavailable(Failure failure, boolean sourceAsked) implements SignUpOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super SignedUp, ? extends T> signedUp,
                Function<? super AlreadyKnown, ? extends T> alreadyKnown,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }

    /**
     * Handles every end.
     *
     * @param signedUp what to do with a new person
     * @param alreadyKnown what to do when the address is known
     * @param refused what to do when the address is not let in
     * @param unavailable what to do when nobody could find out
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super SignedUp, ? extends T> signedUp,
            Function<? super AlreadyKnown, ? extends T> alreadyKnown,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);
}
