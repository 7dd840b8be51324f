package io.github.auth0migration.trickle;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the start of a reset ended. Show the person the same page for the first three ends: they tell whether the address
 * exists.
 *
 * @since 0.1.0
 */
public sealed interface StartResetOutcome {

    /** {@return whether the source was asked} */
    boolean sourceAsked();

    /**
     * Mail a single-use token to the ticket's address; nothing is changed yet.
     *
     * @param ticket for whom
     * @param sourceAsked whether the source was asked
     */
    record MailToken(ResetTicket ticket, boolean sourceAsked) implements StartResetOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super MailToken, ? extends T> mailToken,
                Function<? super Nobody, ? extends T> nobody,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return mailToken.apply(this);
        }
    }

    /**
     * There is nobody to mail to.
     *
     * @param sourceAsked whether the source was asked
     */
    record Nobody(boolean sourceAsked) implements StartResetOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super MailToken, ? extends T> mailToken,
                Function<? super Nobody, ? extends T> nobody,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return nobody.apply(this);
        }
    }

    /**
     * The source or the target does not let this person reset.
     *
     * @param refusal why
     * @param sourceAsked whether the source was asked
     */
    record Refused(Refusal refusal, boolean sourceAsked) implements StartResetOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super MailToken, ? extends T> mailToken,
                Function<? super Nobody, ? extends T> nobody,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return refused.apply(this);
        }
    }

    /**
     * Nobody could find out.
     *
     * @param failure why not
     * @param sourceAsked whether the source was asked
     */
    record Unavailable(Failure failure, boolean sourceAsked) implements StartResetOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super MailToken, ? extends T> mailToken,
                Function<? super Nobody, ? extends T> nobody,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unavailable, ? extends T> unavailable) {
            return unavailable.apply(this);
        }
    }

    /**
     * Handles every end.
     *
     * @param mailToken what to do with a ticket
     * @param nobody what to do when there is nobody
     * @param refused what to do when the person may not reset
     * @param unavailable what to do when nobody could find out
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super MailToken, ? extends T> mailToken,
            Function<? super Nobody, ? extends T> nobody,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unavailable, ? extends T> unavailable);
}
