package io.github.auth0migration.trickle;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.internal.SafeSource;
import io.github.auth0migration.trickle.CompleteResetOutcome.Completed;
import io.github.auth0migration.trickle.StartResetOutcome.MailToken;
import io.github.auth0migration.trickle.StartResetOutcome.Nobody;
import io.github.auth0migration.trickle.UserStore.FindResult;
import org.jspecify.annotations.Nullable;

/** A reset: found out first, and carried out only after the mailed token came back. */
final class ResetFlow {

    private final MigrationSource source;
    private final Target target;

    ResetFlow(MigrationSource source, Target target) {
        this.source = SafeSource.around(source);
        this.target = target;
    }

    StartResetOutcome start(LookupRequest request) {
        if (request.identifier().filter(typed -> !typed.isPlausible()).isPresent()) {
            return new Nobody(false);
        }
        FindResult found = request.identifier()
                .map(typed -> target.find(typed, request.deadline()))
                .orElseGet(() -> target.find(request.userId().orElseThrow(), request.deadline()));
        if (found instanceof UserStore.NotFound) {
            return startAtSource(request);
        }
        if (found instanceof UserStore.Found known) {
            return mailTo(known.user().userId(), known.user().email(), false);
        }
        if (found instanceof UserStore.Deleted) {
            return new StartResetOutcome.Refused(Refusal.unproved(Reason.DISABLED), false);
        }
        return new StartResetOutcome.Unavailable(((UserStore.Unavailable) found).failure(), false);
    }

    private StartResetOutcome startAtSource(LookupRequest request) {
        return source.getUser(request)
                .fold(
                        found -> startKnownAtSource(found.user(), request.deadline()),
                        nobody -> new Nobody(true),
                        refused -> new StartResetOutcome.Refused(refused.refusal(), true),
                        unavailable -> new StartResetOutcome.Unavailable(unavailable.failure(), true));
    }

    /** The target may know the account under another e-mail, or as deleted. */
    private StartResetOutcome startKnownAtSource(MigratedUser user, Deadline deadline) {
        FindResult found = target.find(user.userId(), deadline);
        if (found instanceof UserStore.NotFound) {
            return mailTo(user.userId(), user.email().orElse(null), true);
        }
        if (found instanceof UserStore.Unavailable unavailable) {
            return new StartResetOutcome.Unavailable(unavailable.failure(), true);
        }
        // Migrated under an address that has changed since, or deleted: what was typed is theirs no longer.
        return new Nobody(true);
    }

    private static StartResetOutcome mailTo(String userId, @Nullable String email, boolean sourceAsked) {
        return email == null ? new Nobody(sourceAsked) : new MailToken(new ResetTicket(userId, email), sourceAsked);
    }

    CompleteResetOutcome complete(ResetTicket ticket, String newPassword, Deadline deadline) {
        if (!LoginRequest.isPlausible(newPassword)) {
            return refused(Reason.PASSWORD_RESET_REQUIRED, false);
        }
        FindResult found = target.find(ticket.userId(), deadline);
        return found instanceof UserStore.NotFound
                ? completeAtSource(ticket, newPassword, deadline)
                : completeAtTarget(found, ticket, newPassword, deadline, false);
    }

    private CompleteResetOutcome completeAtTarget(
            FindResult found, ResetTicket ticket, String newPassword, Deadline deadline, boolean sourceAsked) {
        if (found instanceof UserStore.Unavailable unavailable) {
            return new CompleteResetOutcome.Unavailable(unavailable.failure(), sourceAsked);
        }
        if (!(found instanceof UserStore.Found known)) {
            return refused(Reason.DISABLED, sourceAsked);
        }
        if (!isAddress(known.user().email(), ticket)) {
            return refused(Reason.IDENTITY_MISMATCH, sourceAsked);
        }
        UserStore.SetPasswordResult set = target.setPassword(ticket.userId(), newPassword, deadline);
        if (set instanceof UserStore.PasswordSet) {
            return new Completed(known.user(), sourceAsked, false);
        }
        return set instanceof UserStore.Unavailable unavailable
                ? new CompleteResetOutcome.Unavailable(unavailable.failure(), sourceAsked)
                : refused(Reason.DISABLED, sourceAsked);
    }

    private CompleteResetOutcome completeAtSource(ResetTicket ticket, String newPassword, Deadline deadline) {
        return source.getUser(LookupRequest.byUserId(ticket.userId()).withDeadline(deadline))
                .fold(
                        found -> create(found.user(), ticket, newPassword, deadline),
                        nobody -> refused(Reason.DISABLED, true),
                        refused -> new CompleteResetOutcome.Refused(refused.refusal(), true),
                        unavailable -> new CompleteResetOutcome.Unavailable(unavailable.failure(), true));
    }

    private CompleteResetOutcome create(MigratedUser user, ResetTicket ticket, String newPassword, Deadline deadline) {
        if (!user.userId().equals(ticket.userId()) || !isAddress(user.email().orElse(null), ticket)) {
            return refused(Reason.IDENTITY_MISMATCH, true);
        }
        UserStore.CreateResult result = target.create(new NewUser(user, user.toAuth0Profile(), newPassword), deadline);
        if (result instanceof UserStore.Created created) {
            return new Completed(created.user(), true, true);
        }
        if (result instanceof UserStore.Unavailable unavailable) {
            return new CompleteResetOutcome.Unavailable(unavailable.failure(), true);
        }
        // A sign-in migrated the person meanwhile; the newest password is the mailed one.
        FindResult now = target.find(ticket.userId(), deadline);
        return now instanceof UserStore.NotFound
                ? refused(Reason.AMBIGUOUS, true)
                : completeAtTarget(now, ticket, newPassword, deadline, true);
    }

    private static boolean isAddress(@Nullable String email, ResetTicket ticket) {
        return email != null && Identifier.of(ticket.email()).matches(email);
    }

    private static CompleteResetOutcome refused(Reason reason, boolean sourceAsked) {
        return new CompleteResetOutcome.Refused(Refusal.unproved(reason), sourceAsked);
    }
}
