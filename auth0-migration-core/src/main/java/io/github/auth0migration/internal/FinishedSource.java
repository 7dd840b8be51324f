package io.github.auth0migration.internal;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import java.util.List;

/** A migration that is over: there is nobody left to find. */
public final class FinishedSource implements MigrationSource {

    // No enum: its name() would hide the source's.
    public static final MigrationSource INSTANCE = new FinishedSource();

    private FinishedSource() {}

    @Override
    public SourceDescription description() {
        return SourceDescription.live("none", "none");
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return LoginOutcome.Rejected.of(LoginOutcome.Cause.UNKNOWN_USER);
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT);
    }

    @Override
    public CheckReport check() {
        return new CheckReport(List.of());
    }
}
