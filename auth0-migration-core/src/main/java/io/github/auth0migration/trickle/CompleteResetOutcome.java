package io.github.auth0migration.trickle;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the end of a reset ended.
 *
 * @since 0.1.0
 */
public sealed interface CompleteResetOutcome {

    /** {@return whether the source was asked} */
    boolean sourceAsked();

    /**
     * The new password is in force, and the old one is dead.
     *
     * @param user who it is
     * @param sourceAsked whether the source was asked
     * @param migrated whether this reset migrated the person
     */
    record Completed(StoredUser user, boolean sourceAsked, boolean migrated) implements CompleteResetOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Completed, ? extends T> completed,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return completed.apply(this);
        }
    }

    /**
     * The person may not reset any more: deleted, refused by the source, or their address changed since the mail.
     *
     * @param refusal why
     * @param sourceAsked whether the source was asked
     */
    record Refused(Refusal refusal, boolean sourceAsked) implements CompleteResetOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Completed, ? extends T> completed,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * Nobody could find out; nothing was changed. The same ticket may be tried again.
     *
     * @param failure why not
     * @param sourceAsked whether the source was asked
     */
    record Unavailable(Failure failure, boolean sourceAsked) implements CompleteResetOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Completed, ? extends T> completed,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }

    /**
     * Handles every end.
     *
     * @param completed what to do when the new password is in force
     * @param refused what to do when the person may not reset
     * @param unavailable what to do when nobody could find out
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super Completed, ? extends T> completed,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);
}
