package io.github.auth0migration;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a look-up ended. {@link #fold} makes the caller handle all four ends.
 *
 * @since 0.1.0
 */
public sealed interface LookupOutcome {

    /**
     * Exactly this person. In the Auth0 script: {@code callback(null, profile)} with
     * {@link MigratedUser#toAuth0Profile()}.
     *
     * @param user who it is
     */
    record Found(MigratedUser user) implements LookupOutcome {
        /**
         * Checks the component.
         *
         * @param user who it is
         */
        public Found {
            Objects.requireNonNull(user, "user");
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super NotFound, ? extends T> notFound,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return found.apply(this);
        }
    }

    /**
     * Nobody. In the Auth0 script: {@code callback(null)}.
     *
     * @param evidence how sure this is
     */
    record NotFound(Evidence evidence) implements LookupOutcome {
        /**
         * Checks the component.
         *
         * @param evidence how sure this is
         */
        public NotFound {
            Objects.requireNonNull(evidence, "evidence");
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super NotFound, ? extends T> notFound,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return notFound.apply(this);
        }
    }

    /** How sure a {@link NotFound} is. */
    enum Evidence {
        /** The platform itself says that there is nobody. */
        EXACT,
        /** A search found nobody, and its index may lag behind by a moment. */
        INDEX
    }

    /**
     * There may be somebody, but they may not be migrated this way now. In the Auth0 script: {@code Error}, never
     * {@code callback(null)}, which would let a sign-up make a second account.
     *
     * @param refusal why; its password was never proved
     */
    record Refused(Refusal refusal) implements LookupOutcome {
        /**
         * Checks the component.
         *
         * @param refusal why; its password was never proved
         */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
            if (refusal.passwordProved()) {
                throw new IllegalArgumentException("a look-up proves no password: use Refusal.unproved");
            }
        }

        /**
         * A refusal for a reason.
         *
         * @param reason what stands in the way
         * @return the outcome
         */
        public static Refused of(Refusal.Reason reason) {
            return new Refused(Refusal.unproved(reason));
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super NotFound, ? extends T> notFound,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * We could not find out. In the Auth0 script: {@code Error}.
     *
     * @param failure why not
     */
    record Unavailable(Failure failure) implements LookupOutcome {
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
                Function<? super Found, ? extends T> found,
                Function<? super NotFound, ? extends T> notFound,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }

    /**
     * Handles every end.
     *
     * @param found what to do with exactly this person
     * @param notFound what to do when there is nobody
     * @param refused what to do with somebody who may not be migrated now
     * @param unavailable what to do when nobody could be asked
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super Found, ? extends T> found,
            Function<? super NotFound, ? extends T> notFound,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);
}
