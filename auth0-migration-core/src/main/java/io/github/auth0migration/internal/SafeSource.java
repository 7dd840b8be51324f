package io.github.auth0migration.internal;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.spi.ScriptBoundary;
import java.util.List;
import java.util.Objects;

/** The outermost layer: throws for nothing, whatever the source inside does. */
public final class SafeSource implements MigrationSource {

    private final MigrationSource inner;

    private SafeSource(MigrationSource inner) {
        this.inner = inner;
    }

    public static MigrationSource around(MigrationSource inner) {
        Objects.requireNonNull(inner, "source");
        return inner instanceof SafeSource ? inner : new SafeSource(inner);
    }

    @Override
    public SourceDescription description() {
        return inner.description();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        Objects.requireNonNull(request, "request");
        return ScriptBoundary.login(
                request, () -> Objects.requireNonNull(inner.login(request), "a LoginScript returned null"));
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        Objects.requireNonNull(request, "request");
        return ScriptBoundary.lookup(
                request, () -> Objects.requireNonNull(inner.getUser(request), "a GetUserScript returned null"));
    }

    @Override
    public CheckReport check() {
        try {
            return Objects.requireNonNull(inner.check(), "check() returned null");
        } catch (Exception e) {
            return new CheckReport(List.of(new CheckReport.Finding(
                    "check",
                    CheckReport.Level.PROBLEM,
                    ScriptBoundary.bug(e, "check").detail())));
        }
    }
}
