package io.github.auth0migration.sample;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source that counts who asks it: an export receives no requests that could be counted.
 *
 * @param source who answers
 * @param logins how often it was given a password
 */
record AskedSource(MigrationSource source, AtomicInteger logins) implements MigrationSource {

    static AskedSource around(MigrationSource source) {
        return new AskedSource(source, new AtomicInteger());
    }

    /** The same platforms, through this source. */
    Platforms in(Platforms platforms) {
        return new Platforms(this, platforms.displayName(), platforms.demoPeople(), platforms.resources());
    }

    @Override
    public SourceDescription description() {
        return source.description();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        logins.incrementAndGet();
        return source.login(request);
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return source.getUser(request);
    }

    @Override
    public CheckReport check() {
        return source.check();
    }
}
