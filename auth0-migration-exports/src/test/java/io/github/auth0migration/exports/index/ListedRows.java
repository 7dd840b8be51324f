package io.github.auth0migration.exports.index;

import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Understands the rows of {@link ListedFiles}. */
final class ListedRows implements RowReader {

    @Override
    public Optional<IndexedRow> read(JsonObject row) throws CallFailedException {
        if (row.has("lite")) {
            return Optional.empty();
        }
        return Optional.of(new IndexedRow(
                row.requiredString("id"),
                row.strings("names"),
                row.string("changed").filter(text -> !text.isEmpty()).map(Instant::parse),
                new HashKind(row.string("hash").orElse("sha1"), !row.has("noPassword"))));
    }

    @Override
    public Optional<String> id(JsonObject row) {
        return row.asMap().get("id") instanceof String id ? Optional.of(id) : Optional.empty();
    }
}
