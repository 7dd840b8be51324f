package io.github.auth0migration.exports.files;

import java.io.IOException;

/** The elements of a JSON array as rows. */
final class JsonArrayRows {

    private final ByteWindow window;
    private final JsonStructure structure;
    private final RowOutput output;

    JsonArrayRows(ByteWindow window, JsonStructure structure, RowOutput output) {
        this.window = window;
        this.structure = structure;
        this.output = output;
    }

    /** Reads the array that begins here, and returns how many elements it has, broken ones too. */
    long read() throws IOException, Undelimited {
        structure.expect('[');
        if (structure.isNext(']')) {
            return 0;
        }
        long count = 0;
        do {
            structure.blanks();
            window.keep();
            structure.value();
            window.end();
            output.row(window);
            count++;
            structure.blanks();
            window.keep();
        } while (structure.isNext(','));
        structure.expect(']');
        return count;
    }
}
