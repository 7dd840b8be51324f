package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.io.Closeable;
import java.io.IOException;

/** The files of one export, read only. Thread-safe. */
public interface ExportFiles extends Closeable {

    /**
     * Reads every row, in constant memory and in the order in which they count: of two rows of one account the later one
     * is the newer one, unless they tell otherwise. Whatever is wrong with a row goes to the sink, and the rest is read.
     *
     * @param sink gets the rows
     * @throws IOException if a file cannot be read, or the sink threw
     */
    void scan(RowSink sink) throws IOException;

    /**
     * Reads a row again.
     *
     * @param place where the scan found it; only of a row without a copy
     * @return the row
     * @throws CallFailedException if the files have changed since, or cannot be read
     */
    JsonObject read(RowPlace place) throws CallFailedException;

    /**
     * What tells these files from the same ones after a change, as far as names, sizes and times of change tell. Independent
     * of the order in which a folder is listed.
     *
     * @return lower-case hexadecimal digits
     * @throws IOException if they cannot be looked at
     */
    String fingerprint() throws IOException;

    /**
     * The size of all files together, to tell progress by.
     *
     * @return bytes
     * @throws IOException if they cannot be looked at
     */
    long totalBytes() throws IOException;
}
