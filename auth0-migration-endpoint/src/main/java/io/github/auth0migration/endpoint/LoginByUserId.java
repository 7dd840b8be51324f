package io.github.auth0migration.endpoint;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;

/**
 * Takes a user id where others take what somebody typed: looks up whose it is, and takes the password of that very person
 * only. Thread-safe.
 */
final class LoginByUserId implements MigrationSource {

    private final MigrationSource source;

    LoginByUserId(MigrationSource source) {
        this.source = source;
    }

    @Override
    public SourceDescription description() {
        return source.description();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return source.getUser(
                        sameAttempt(LookupRequest.byUserId(request.identifier().value()), request))
                .fold(
                        found -> login(found.user(), request),
                        nobody -> LoginOutcome.Rejected.of(LoginOutcome.Cause.UNKNOWN_USER),
                        refused -> new LoginOutcome.Refused(refused.refusal()),
                        unavailable -> new LoginOutcome.Unavailable(unavailable.failure()));
    }

    private LoginOutcome login(MigratedUser user, LoginRequest request) {
        LoginOutcome outcome = source.login(LoginRequest.of(nameOf(user, request), request.password())
                .withClient(request.client())
                .withDeadline(request.deadline())
                .withCorrelationId(request.correlationId()));
        return outcome instanceof LoginOutcome.Authenticated in
                        && !in.user().userId().equals(user.userId())
                ? new LoginOutcome.Rejected(LoginOutcome.Cause.UNSPECIFIED, user.userId())
                : outcome;
    }

    /** A name by which the sources know this very person: of several, an earlier one may have somebody of that username. */
    private String nameOf(MigratedUser user, LoginRequest request) {
        String username = user.username().or(user::email).orElseThrow();
        if (!description().isSeveral()
                || user.email().isEmpty()
                || user.username().isEmpty()) {
            return username;
        }
        LookupOutcome owner = source.getUser(sameAttempt(LookupRequest.byIdentifier(username), request));
        boolean theirs = owner instanceof LookupOutcome.Found found
                && found.user().userId().equals(user.userId());
        return theirs ? username : user.email().orElseThrow();
    }

    private static LookupRequest sameAttempt(LookupRequest lookup, LoginRequest request) {
        return lookup.withDeadline(request.deadline()).withCorrelationId(request.correlationId());
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
