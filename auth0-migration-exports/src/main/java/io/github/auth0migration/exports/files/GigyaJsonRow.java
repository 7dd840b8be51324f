package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.JsonObject;
import java.util.List;

/** A row of a Gigya export in JSON. */
final class GigyaJsonRow {

    private GigyaJsonRow() {}

    static JsonObject read(byte[] utf8) throws UnreadableRow {
        JsonObject row = DottedNames.nested(StrictJson.object(utf8));
        if (row.has("UID")) {
            return row;
        }
        if (row.has("errorCode")) {
            throw new UnreadableRow("It is an error answer, not an account: export what is missing again.");
        }
        if (row.asMap().get("results") instanceof List) {
            throw new UnreadableRow(
                    "It is a page of accounts.search among rows: write pages one after the other into a file,"
                            + " not into an array.");
        }
        return row;
    }
}
