package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.JsonObject;

/**
 * A row of a scan.
 *
 * @param place where it stands
 * @param json what it says
 * @param isCompressed whether it lies in a file that has no way to its middle, so that {@link ExportFiles#read} cannot
 *     read it again and whoever needs it must keep it
 * @param bytesRead how much of {@link ExportFiles#totalBytes()} was read by now
 */
public record FoundRow(RowPlace place, JsonObject json, boolean isCompressed, long bytesRead) {
    @Override
    public String toString() {
        return "FoundRow[" + place + "]";
    }
}
