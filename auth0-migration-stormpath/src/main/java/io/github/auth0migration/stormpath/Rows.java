package io.github.auth0migration.stormpath;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What a listing needs of rows, readable or not. */
final class Rows {

    private Rows() {}

    static Optional<String> id(JsonObject row) {
        try {
            return Optional.of(StormpathAccount.idOf(row));
        } catch (CallFailedException e) {
            return Optional.empty();
        }
    }

    /** Whether both are rows of one account, or alike where that cannot be read. */
    static boolean isSame(JsonObject row, JsonObject other) {
        Optional<String> id = id(row);
        return id.isPresent() ? id.equals(id(other)) : row.asMap().equals(other.asMap());
    }

    static Optional<Instant> createdAt(JsonObject row) {
        try {
            return row.string("createdAt").map(Instant::parse);
        } catch (CallFailedException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A server that keeps no order would lose people between pages. */
    static void requireOrder(List<JsonObject> page) throws CallFailedException {
        Instant latest = Instant.MIN;
        for (JsonObject row : page) {
            Instant made = createdAt(row).orElse(latest);
            if (made.isBefore(latest)) {
                throw CallFailedException.maybeSent(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE,
                        "The platform does not list accounts in the order in which they were made."));
            }
            latest = made;
        }
    }
}
