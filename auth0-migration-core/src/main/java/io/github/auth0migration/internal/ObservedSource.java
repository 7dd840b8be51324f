package io.github.auth0migration.internal;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationEvent.Ending;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.MigrationSource;

/** Tells a listener how each call ended. */
public final class ObservedSource extends ForwardingSource {

    private final QuietListener listener;
    private final String sourceName;

    public ObservedSource(MigrationSource delegate, MigrationListener listener) {
        super(delegate);
        this.listener = new QuietListener(listener);
        this.sourceName = delegate.description().name();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        Stopwatch watch = Stopwatch.start(request.deadline().time());
        LoginOutcome outcome = delegate.login(request);
        listener.onEvent(new MigrationEvent.LoginFinished(
                sourceName,
                request.correlationId(),
                request.identifier().shortened(),
                watch.elapsed(),
                Ending.of(outcome)));
        return outcome;
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        Stopwatch watch = Stopwatch.start(request.deadline().time());
        LookupOutcome outcome = delegate.getUser(request);
        listener.onEvent(new MigrationEvent.LookupFinished(
                sourceName, request.correlationId(), watch.elapsed(), Ending.of(outcome)));
        return outcome;
    }
}
