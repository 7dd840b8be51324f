package io.github.auth0migration.exports.index;

import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.util.Optional;

/** Understands the rows of one platform. */
public interface RowReader {

    /**
     * Understands a row.
     *
     * @param row the row
     * @return what to index; empty for a row that is nobody who could sign in here
     * @throws CallFailedException if no user can be made of it
     */
    Optional<IndexedRow> read(JsonObject row) throws CallFailedException;

    /**
     * The platform's id of a row that no user can be made of: it is the account's newest word all the same.
     *
     * @param row the row
     * @return the id, if that much can be read
     */
    Optional<String> id(JsonObject row);
}
