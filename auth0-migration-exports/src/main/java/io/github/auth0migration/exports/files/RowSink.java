package io.github.auth0migration.exports.files;

import io.github.auth0migration.exports.BrokenRow;
import java.io.IOException;
import java.util.Set;

/** What gets the rows of a scan, on the thread that scans. */
public interface RowSink {

    /**
     * A row that is a JSON object, or one line of CSV made into one; whatever it says.
     *
     * @param row the row
     * @throws IOException to stop the scan
     */
    void row(FoundRow row) throws IOException;

    /**
     * A row, or the rest of a file, that cannot be read.
     *
     * @param row what is wrong, and where
     * @param ids the platform's ids that the row tells all the same: it is the newest word on these accounts
     * @throws IOException to stop the scan
     */
    void broken(BrokenRow row, Set<String> ids) throws IOException;
}
