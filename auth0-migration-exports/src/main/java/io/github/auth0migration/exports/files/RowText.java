package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.JsonObject;

/** Makes the object of a row's bytes. Thread-safe. */
@FunctionalInterface
interface RowText {

    JsonObject read(byte[] row) throws UnreadableRow;
}
