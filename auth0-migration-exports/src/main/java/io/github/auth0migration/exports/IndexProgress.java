package io.github.auth0migration.exports;

/**
 * Hears how far the building of an index has come: every 10 000 rows and at the end, on the thread that builds. Never
 * called when an index is there already.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface IndexProgress {

    /**
     * How far it has come.
     *
     * @param rows how many rows were read
     * @param bytesRead how many bytes of the export's files were read
     * @param bytesTotal how many they have together
     */
    void read(long rows, long bytesRead, long bytesTotal);
}
