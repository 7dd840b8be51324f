package io.github.auth0migration.internal;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import java.util.Objects;

/** What decorators leave as it is. */
class ForwardingSource implements MigrationSource {

    final MigrationSource delegate;

    ForwardingSource(MigrationSource delegate) {
        this.delegate = Objects.requireNonNull(delegate, "source");
    }

    @Override
    public SourceDescription description() {
        return delegate.description();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return delegate.login(request);
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return delegate.getUser(request);
    }

    @Override
    public CheckReport check() {
        return delegate.check();
    }
}
