package io.github.auth0migration.sample.users;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.Sources;
import io.github.auth0migration.testsupport.Marked;

/** A source that knows one person, under any spelling of their names. */
final class TestPlatform {

    private TestPlatform() {}

    static MigratedUser person(String userId, String email, String username) {
        return MigratedUser.builder(userId, new SourceAccount("okta", userId, "ACTIVE"))
                .email(email, false)
                .username(username)
                .name("Test Person")
                .build();
    }

    static MigrationSource with(MigratedUser person) {
        return Sources.of(
                "okta",
                request -> request.password().equals(Marked.PASSWORD)
                        ? LoginOutcome.Authenticated.of(person)
                        : LoginOutcome.Rejected.of(LoginOutcome.Cause.WRONG_PASSWORD),
                request -> new LookupOutcome.Found(person));
    }
}
