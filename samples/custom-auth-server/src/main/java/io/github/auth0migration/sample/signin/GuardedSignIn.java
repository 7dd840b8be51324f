package io.github.auth0migration.sample.signin;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.trickle.SignInOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Limits guesses at everybody. The source's own guard sees only people who are not migrated yet; the passwords of the
 * others are checked here alone. Thread-safe.
 */
public final class GuardedSignIn {

    private final Function<LoginRequest, SignInOutcome> signIn;
    private final AttemptGuard guard;
    private final MigrationListener listener;
    private final String sourceName;

    /**
     * A limited sign-in.
     *
     * @param signIn the sign-in to protect
     * @param guard what counts
     * @param listener who hears of the attempts that are not let through
     * @param sourceName the source's name in events
     */
    public GuardedSignIn(
            Function<LoginRequest, SignInOutcome> signIn,
            AttemptGuard guard,
            MigrationListener listener,
            String sourceName) {
        this.signIn = signIn;
        this.guard = guard;
        this.listener = listener;
        this.sourceName = sourceName;
    }

    /**
     * Signs a person in, unless there were too many attempts.
     *
     * @param request who, with which password
     * @param answered what to do with the outcome
     * @param tooMany what to do when a limit is reached, which lasts so long. It counts what was typed, whether or not
     *     there is such a person, so the person may be told
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T> T run(LoginRequest request, Function<SignInOutcome, T> answered, Function<Duration, T> tooMany) {
        if (!request.isPlausible()) {
            // Nobody is asked, so nothing need be counted, and the guard keeps nothing of what may be endless.
            return answered.apply(signIn.apply(request));
        }
        Attempt attempt = Attempt.of(request);
        Optional<Duration> wait = guard.admit(attempt);
        if (wait.isPresent()) {
            listener.onEvent(blocked(request));
            return tooMany.apply(wait.get());
        }
        return answered.apply(admitted(request, attempt));
    }

    private MigrationEvent blocked(LoginRequest request) {
        return new MigrationEvent.SignInFinished(
                sourceName,
                request.correlationId(),
                request.identifier().shortened(),
                Duration.ZERO,
                MigrationEvent.Ending.refused(Refusal.unproved(Refusal.Reason.TOO_MANY_ATTEMPTS)),
                false,
                false);
    }

    private SignInOutcome admitted(LoginRequest request, Attempt attempt) {
        SignInOutcome outcome;
        try {
            outcome = signIn.apply(request);
        } catch (RuntimeException e) {
            guard.takeBack(attempt);
            throw e;
        }
        settle(attempt, outcome);
        return outcome;
    }

    private void settle(Attempt attempt, SignInOutcome outcome) {
        if (outcome instanceof SignInOutcome.Rejected rejected) {
            guard.failed(attempt, rejected.userId());
        } else if (outcome instanceof SignInOutcome.Refused refused
                && !refused.refusal().passwordProved()) {
            guard.failed(attempt, null);
        } else {
            guard.takeBack(attempt);
        }
    }
}
