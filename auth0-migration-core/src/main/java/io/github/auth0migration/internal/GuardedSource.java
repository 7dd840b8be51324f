package io.github.auth0migration.internal;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Counts attempts before the source sees them. */
public final class GuardedSource extends ForwardingSource {

    private final AttemptGuard guard;

    public GuardedSource(MigrationSource delegate, AttemptGuard guard) {
        super(delegate);
        this.guard = Objects.requireNonNull(guard, "guard");
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        Attempt attempt = Attempt.of(request);
        Optional<Duration> wait = guard.admit(attempt);
        if (wait.isPresent()) {
            return new LoginOutcome.Refused(
                    Refusal.unproved(Refusal.Reason.TOO_MANY_ATTEMPTS).withRetryAfter(wait.get()));
        }
        boolean answered = false;
        try {
            LoginOutcome outcome = delegate.login(request);
            answered = true;
            settle(attempt, outcome);
            return outcome;
        } finally {
            if (!answered) {
                guard.takeBack(attempt);
            }
        }
    }

    private void settle(Attempt attempt, LoginOutcome outcome) {
        if (outcome instanceof LoginOutcome.Rejected rejected) {
            guard.failed(attempt, rejected.userId());
        } else if (outcome instanceof LoginOutcome.Refused refused
                && !refused.refusal().passwordProved()) {
            guard.failed(attempt, null);
        } else {
            guard.takeBack(attempt);
        }
    }
}
