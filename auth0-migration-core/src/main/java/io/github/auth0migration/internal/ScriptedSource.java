package io.github.auth0migration.internal;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.GetUserScript;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LoginScript;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import java.util.List;
import java.util.Objects;

/** Two scripts with a name. */
public final class ScriptedSource implements MigrationSource {

    private final SourceDescription description;
    private final LoginScript login;
    private final GetUserScript getUser;

    public ScriptedSource(SourceDescription description, LoginScript login, GetUserScript getUser) {
        this.description = Objects.requireNonNull(description, "description");
        this.login = Objects.requireNonNull(login, "login");
        this.getUser = Objects.requireNonNull(getUser, "getUser");
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return login.login(request);
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return getUser.getUser(request);
    }

    @Override
    public CheckReport check() {
        return new CheckReport(List.of());
    }
}
