package io.github.auth0migration.exports.index;

import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Understands the rows of {@link ListedFiles}. */
final class ListedRows implements RowReader {

    private final boolean mayRepeat;

    ListedRows(boolean mayRepeat) {
        this.mayRepeat = mayRepeat;
    }

    @Override
    public Optional<IndexedRow> read(JsonObject row) throws CallFailedException {
        if (row.has("lite")) {
            return Optional.empty();
        }
        return Optional.of(new IndexedRow(
                new RowKey(row.requiredString("id"), changed(row)),
                row.strings("names"),
                new HashKind(row.string("hash").orElse("sha1"), !row.has("noPassword"))));
    }

    private static Optional<Instant> changed(JsonObject row) {
        return row.asMap().get("changed") instanceof String text && !text.isEmpty()
                ? Optional.of(Instant.parse(text))
                : Optional.empty();
    }

    @Override
    public Optional<RowKey> key(JsonObject row) {
        return row.asMap().get("id") instanceof String id
                ? Optional.of(new RowKey(id, changed(row)))
                : Optional.empty();
    }

    @Override
    public boolean mayRepeat() {
        return mayRepeat;
    }
}
