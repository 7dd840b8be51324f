package com.example.ownsource;

import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.OwnedIdentifiers;
import io.github.auth0migration.spi.ProfileMapping;
import java.util.List;

/** Somebody whom the company's user API knows. */
record Person(String id, String email, boolean active, JsonObject json) {

    static Person of(JsonObject json) throws CallFailedException {
        // What is not said is not so.
        boolean active = json.bool("active").orElse(false);
        return new Person(json.requiredString("id"), json.requiredString("email"), active, json);
    }

    OwnedIdentifiers owned() {
        return new OwnedIdentifiers(email, List.of());
    }

    MigratedUser user(ProfileMapping mapping, String userId) throws CallFailedException {
        boolean verified = json.bool("verified").orElse(false);
        String name = json.string("name").orElse(null);
        SourceAccount source = new SourceAccount("own", id, active ? "active" : "inactive");
        return mapping.map(
                json.asMap(),
                () -> MigratedUser.builder(userId, source)
                        .email(email, verified)
                        .name(name)
                        .build());
    }

    SourceUser listed(MigratedUser user, ListingCursor page) {
        return active
                ? new SourceUser.Migratable(user, ExportedPassword.none(), page)
                : new SourceUser.Refused(user, Reason.DISABLED, page);
    }
}
