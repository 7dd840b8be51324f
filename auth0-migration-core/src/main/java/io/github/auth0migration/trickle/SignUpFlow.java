package io.github.auth0migration.trickle;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.InvalidUserException;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.internal.SafeSource;
import io.github.auth0migration.trickle.SignUpOutcome.AlreadyKnown;
import io.github.auth0migration.trickle.SignUpOutcome.Refused;
import io.github.auth0migration.trickle.SignUpOutcome.SignedUp;
import io.github.auth0migration.trickle.SignUpOutcome.Unavailable;
import io.github.auth0migration.trickle.UserStore.FindResult;
import java.util.function.Supplier;

/** A sign-up: only for addresses that neither target nor source know. */
final class SignUpFlow {

    private final MigrationSource source;
    private final Target target;
    private final Supplier<String> newUserIds;

    SignUpFlow(MigrationSource source, Target target, Supplier<String> newUserIds) {
        this.source = SafeSource.around(source);
        this.target = target;
        this.newUserIds = newUserIds;
    }

    SignUpOutcome run(LoginRequest request) {
        Identifier email = request.identifier();
        if (!request.isPlausible() || !isAddress(email)) {
            return new Refused(Refusal.unproved(Reason.REGISTRATION_INCOMPLETE), false);
        }
        FindResult found = target.find(email, request.deadline());
        if (found instanceof UserStore.Found) {
            return new AlreadyKnown(false);
        }
        if (found instanceof UserStore.Deleted) {
            return new Refused(Refusal.unproved(Reason.DISABLED), false);
        }
        if (found instanceof UserStore.Unavailable unavailable) {
            return new Unavailable(unavailable.failure(), false);
        }
        return source.getUser(LookupRequest.byIdentifier(email.value())
                        .withDeadline(request.deadline())
                        .withCorrelationId(request.correlationId()))
                .fold(
                        known -> new AlreadyKnown(true),
                        nobody -> create(request),
                        refused -> new Refused(refused.refusal(), true),
                        unavailable -> new Unavailable(unavailable.failure(), true));
    }

    private static boolean isAddress(Identifier typed) {
        try {
            return newUser("new", typed).email().isPresent();
        } catch (InvalidUserException e) {
            return false;
        }
    }

    private static MigratedUser newUser(String userId, Identifier email) {
        return MigratedUser.builder(userId, new SourceAccount("sign-up", userId, null))
                .email(email.value(), false)
                .build();
    }

    private SignUpOutcome create(LoginRequest request) {
        MigratedUser user;
        try {
            String userId = newUserIds.get();
            user = newUser(userId, request.identifier());
        } catch (Exception e) {
            String detail = "newUserIds threw, or returned null or what is no user id.";
            return new Unavailable(Failure.of(Failure.Kind.INTERNAL, detail), true);
        }
        UserStore.CreateResult result =
                target.create(new NewUser(user, user.toAuth0Profile(), request.password()), request.deadline());
        if (result instanceof UserStore.Created created) {
            return new SignedUp(created.user(), true);
        }
        if (result instanceof UserStore.Unavailable unavailable) {
            return new Unavailable(unavailable.failure(), true);
        }
        return new AlreadyKnown(true);
    }
}
