package io.github.auth0migration.trickle;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationEvent.Ending;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.internal.AttemptKey;
import io.github.auth0migration.internal.SafeSource;
import io.github.auth0migration.internal.SingleFlight;
import io.github.auth0migration.trickle.SignInOutcome.Refused;
import io.github.auth0migration.trickle.SignInOutcome.Rejected;
import io.github.auth0migration.trickle.SignInOutcome.SignedIn;
import io.github.auth0migration.trickle.SignInOutcome.Unavailable;
import io.github.auth0migration.trickle.UserStore.FindResult;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A sign-in: the target decides on whom it knows, the source on the others, once. */
final class SignInFlow {

    private final MigrationSource source;
    private final Target target;
    private final InstantSource clock;
    private final SingleFlight<SignInOutcome> flights = new SingleFlight<>(
            outcome -> outcome instanceof Unavailable u && u.failure().kind() == Failure.Kind.INTERRUPTED,
            failure -> new Unavailable(failure, true));

    SignInFlow(MigrationSource source, Target target, InstantSource clock) {
        this.source = SafeSource.around(source);
        this.target = target;
        this.clock = clock;
    }

    SignInOutcome run(LoginRequest request) {
        if (!request.isPlausible()) {
            return new Rejected(Cause.UNSPECIFIED, null, false);
        }
        return atTarget(request).orElseGet(() -> joined(request));
    }

    /** The first of several equal attempts does the work; the others share its outcome, but did not migrate anybody. */
    private SignInOutcome joined(LoginRequest request) {
        AtomicBoolean first = new AtomicBoolean();
        SignInOutcome outcome = flights.run(AttemptKey.of(request), request.deadline(), () -> {
            first.set(true);
            // Looks once more: the same attempt may have migrated the person a moment ago.
            return atTarget(request).orElseGet(() -> atSource(request));
        });
        return outcome instanceof SignedIn in && !first.get()
                ? new SignedIn(in.user(), in.sourceAsked(), false, in.caveats())
                : outcome;
    }

    /** The target's word; empty if it does not know the person. */
    private Optional<SignInOutcome> atTarget(LoginRequest request) {
        return byTarget(target.find(request.identifier(), request.deadline()), request, false);
    }

    private Optional<SignInOutcome> byTarget(FindResult found, LoginRequest request, boolean sourceAsked) {
        if (found instanceof UserStore.NotFound) {
            return Optional.empty();
        }
        if (found instanceof UserStore.Found known) {
            return Optional.of(authenticate(known.user(), request, sourceAsked));
        }
        if (found instanceof UserStore.Deleted) {
            return Optional.of(gone(sourceAsked));
        }
        return Optional.of(new Unavailable(((UserStore.Unavailable) found).failure(), sourceAsked));
    }

    private SignInOutcome authenticate(StoredUser user, LoginRequest request, boolean sourceAsked) {
        UserStore.AuthenticateResult result =
                target.authenticate(user.userId(), request.password(), request.deadline());
        if (result instanceof UserStore.PasswordRight) {
            return new SignedIn(user, sourceAsked, false, Set.of());
        }
        if (result instanceof UserStore.PasswordWrong) {
            return new Rejected(Cause.WRONG_PASSWORD, user.userId(), sourceAsked);
        }
        if (result instanceof UserStore.Unavailable unavailable) {
            return new Unavailable(unavailable.failure(), sourceAsked);
        }
        return gone(sourceAsked);
    }

    /** Deleted or blocked in the target; nothing is said about the password, the source's least of all. */
    private static SignInOutcome gone(boolean sourceAsked) {
        return new Refused(Refusal.unproved(Reason.DISABLED), sourceAsked);
    }

    private SignInOutcome atSource(LoginRequest request) {
        return source.login(request)
                .fold(
                        authenticated -> migrate(authenticated, request),
                        rejected -> new Rejected(rejected.cause(), rejected.userId(), true),
                        refused -> new Refused(refused.refusal(), true),
                        unavailable -> new Unavailable(unavailable.failure(), true));
    }

    private SignInOutcome migrate(LoginOutcome.Authenticated proved, LoginRequest request) {
        return knownByNow(proved.user(), request).orElseGet(() -> create(proved, request));
    }

    /** The target's word on the account that the source named: it may know it under another e-mail, or as deleted. */
    private Optional<SignInOutcome> knownByNow(MigratedUser user, LoginRequest request) {
        return byTarget(target.find(user.userId(), request.deadline()), request, true)
                .or(() -> user.email().flatMap(email -> byAddress(email, user, request.deadline())))
                .or(() -> user.username().flatMap(username -> byAddress(username, user, request.deadline())));
    }

    /** Somebody else has this e-mail or username in the target, under another user id. */
    private Optional<SignInOutcome> byAddress(String address, MigratedUser user, Deadline deadline) {
        FindResult found = target.find(Identifier.of(address), deadline);
        if (found instanceof UserStore.NotFound) {
            return Optional.empty();
        }
        if (found instanceof UserStore.Unavailable unavailable) {
            return Optional.of(new Unavailable(unavailable.failure(), true));
        }
        if (found instanceof UserStore.Found known && known.user().userId().equals(user.userId())) {
            // Created since the look-up by user id: the create that follows says so too, and is handled there.
            return Optional.empty();
        }
        return Optional.of(found instanceof UserStore.Deleted ? gone(true) : ambiguous());
    }

    private static SignInOutcome ambiguous() {
        return new Refused(Refusal.unproved(Reason.AMBIGUOUS), true);
    }

    private SignInOutcome create(LoginOutcome.Authenticated proved, LoginRequest request) {
        UserStore.CreateResult result = target.create(
                new NewUser(proved.user(), proved.toAuth0Profile(clock.instant()), request.password()),
                request.deadline());
        if (result instanceof UserStore.Created created) {
            return new SignedIn(created.user(), true, true, proved.caveats());
        }
        if (result instanceof UserStore.Unavailable unavailable) {
            return new Unavailable(unavailable.failure(), true);
        }
        // A sign-up or reset was quicker: its password counts, and the source's word is discarded.
        return knownByNow(proved.user(), request).orElseGet(SignInFlow::ambiguous);
    }

    static Ending ending(SignInOutcome outcome) {
        return outcome.fold(
                in -> new Ending("signed_in", "", ""),
                rejected -> new Ending("rejected", rejected.cause().name(), ""),
                refused -> Ending.refused(refused.refusal()),
                unavailable -> Ending.unavailable(unavailable.failure()));
    }
}
