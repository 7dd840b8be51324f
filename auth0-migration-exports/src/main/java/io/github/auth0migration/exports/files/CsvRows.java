package io.github.auth0migration.exports.files;

import static io.github.auth0migration.exports.files.ByteWindow.END;

import io.github.auth0migration.exports.GigyaCsv;
import java.io.IOException;

/** The rows of a CSV file of Gigya's. */
final class CsvRows {

    private final ByteWindow window;
    private final CsvStructure structure;
    private final CsvColumns columns;
    private final RowOutput output;

    CsvRows(ByteWindow window, CsvColumns columns, RowOutput output) {
        this.window = window;
        this.columns = columns;
        this.output = output;
        structure = new CsvStructure(window, columns.csv());
    }

    static CsvColumns header(ByteWindow window, GigyaCsv csv) throws IOException, UnreadableRow {
        CsvStructure structure = new CsvStructure(window, csv);
        structure.lineEnds();
        window.keep();
        try {
            structure.row();
        } catch (Undelimited e) {
            throw new UnreadableRow("has a header that does not end: " + e.what());
        }
        window.end();
        byte[] header = window.take();
        if (header == null) {
            throw new UnreadableRow("is neither JSON nor CSV: its first line is too long for a header");
        }
        return CsvColumns.of(header, csv);
    }

    void read() throws IOException {
        try {
            structure.lineEnds();
            structure.row();
            structure.lineEnds();
            while (window.peek() != END) {
                window.keep();
                row();
                structure.lineEnds();
            }
        } catch (Undelimited e) {
            output.rest(window.keptLine(), e);
        }
    }

    private void row() throws IOException, Undelimited {
        structure.row();
        window.end();
        byte[] row = window.take();
        if (row == null || !columns.isHeader(row)) {
            output.row(window);
        }
    }
}
