package io.github.auth0migration.internal;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigrationSource;

/** Asks once for the same identifier and password at once. */
public final class CoalescedSource extends ForwardingSource {

    private final SingleFlight<LoginOutcome> flights = new SingleFlight<>(
            outcome ->
                    outcome instanceof LoginOutcome.Unavailable u && u.failure().kind() == Failure.Kind.INTERRUPTED,
            LoginOutcome.Unavailable::new);

    public CoalescedSource(MigrationSource delegate) {
        super(delegate);
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return flights.run(AttemptKey.of(request), request.deadline(), () -> delegate.login(request));
    }
}
