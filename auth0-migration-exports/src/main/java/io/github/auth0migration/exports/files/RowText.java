package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.JsonObject;
import java.util.Set;

/** Makes the object of a row's bytes. Thread-safe. */
interface RowText {

    JsonObject read(byte[] row) throws UnreadableRow;

    /** {@return the ids that an unreadable row tells all the same: whose it is must not be forgotten} */
    Set<String> ids(byte[] row);
}
