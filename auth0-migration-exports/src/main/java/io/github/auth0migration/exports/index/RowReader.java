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
     * Whose row it is of which no user can be made: it may be the account's newest word all the same.
     *
     * @param row the row
     * @return whose it is, if that much can be read
     */
    Optional<RowKey> key(JsonObject row);

    /** {@return whether an account may have several rows, of which the newest counts; else nobody can say which one does} */
    boolean mayRepeat();
}
