package io.github.auth0migration.stormpath;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginOutcome.Refused;
import io.github.auth0migration.LoginOutcome.Rejected;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import java.util.Optional;

/**
 * What the answer to a login attempt means for a password. The HTTP status decides first: compatible servers write the
 * code of a wrong password on their own breakdowns.
 *
 * @param outcome what to answer; empty if the password is proved
 * @param accountId whose password it is; empty unless proved
 */
record LoginVerdict(Optional<LoginOutcome> outcome, String accountId) {

    static LoginVerdict of(HttpReply reply) throws CallFailedException {
        if (reply.status() == 200 || reply.status() == 201) {
            return new LoginVerdict(Optional.empty(), accountId(reply.jsonObject()));
        }
        StormpathError error = StormpathError.of(reply);
        LoginOutcome outcome = error.status() == 400 ? onBadRequest(error) : unavailable(error.failure());
        return new LoginVerdict(Optional.of(outcome), "");
    }

    /** The account is a link, a member, or on some servers, when expanded, the whole answer. */
    private static String accountId(JsonObject answer) throws CallFailedException {
        return StormpathAccount.idOf(answer.has("account") ? answer.object("account") : answer);
    }

    private static LoginOutcome onBadRequest(StormpathError error) {
        return switch (error.code()) {
            // Which of the two it says is not to be relied on: some servers say 7104 for everything.
            case 7100, 7104, 400 -> Rejected.of(Cause.UNSPECIFIED);
            case 7101, 7105, 7106, 7107 -> unproved(Reason.DISABLED);
            case 7102 -> unproved(Reason.NOT_ACTIVATED);
            case 7103 -> unproved(Reason.LOCKED_OUT);
            default -> unavailable(error.failure());
        };
    }

    private static LoginOutcome unavailable(Failure failure) {
        return new LoginOutcome.Unavailable(failure);
    }

    private static LoginOutcome unproved(Reason reason) {
        return new Refused(Refusal.unproved(reason));
    }

    @Override
    public String toString() {
        return "LoginVerdict[" + (outcome.isPresent() ? outcome.get() : "proved") + "]";
    }
}
