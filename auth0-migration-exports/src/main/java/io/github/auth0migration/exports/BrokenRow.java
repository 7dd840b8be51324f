package io.github.auth0migration.exports;

import java.util.Objects;

/**
 * A row of an export that no user can be made of, or the rest of a file behind a place from which rows cannot be told
 * apart. It quotes nothing of the row.
 *
 * @param file the file's name, relative to the export's folder; for a zip file the name of the entry in it
 * @param line the line on which the row begins, from 1
 * @param reason what is wrong, as a sentence
 * @since 0.1.0
 */
public record BrokenRow(String file, long line, String reason) {
    /**
     * Checks the components.
     *
     * @param file the file's name
     * @param line the line
     * @param reason what is wrong
     */
    public BrokenRow {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return file + ", line " + line + ": " + reason;
    }
}
