package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.spi.JsonObject;

/** One JSON object that can be read in one way only. */
final class StrictJson {

    private StrictJson() {}

    static JsonObject object(byte[] utf8) throws UnreadableRow {
        try {
            return Json.readObject(utf8);
        } catch (CallFailedException e) {
            throw new UnreadableRow(
                    "It is not one JSON object in UTF-8 that can be read in one way only (no name twice, no NaN"
                            + " or the like): mend the row or export it again.");
        }
    }
}
