package io.github.auth0migration.exports.files;

import static io.github.auth0migration.exports.files.ByteWindow.END;

import java.io.IOException;

/** The rows of a JSON file of Gigya's: an array of them, or objects one after the other. */
final class JsonRows {

    private final ByteWindow window;
    private final JsonStructure structure;
    private final RowOutput output;

    JsonRows(ByteWindow window, RowOutput output) {
        this.window = window;
        this.output = output;
        structure = new JsonStructure(window);
    }

    /** {@return whether a file that begins so is JSON, or has nothing in it} */
    static boolean isJson(ByteWindow window) throws IOException {
        new JsonStructure(window).blanks();
        int first = window.peek();
        return first == '[' || first == '{' || first == END;
    }

    void read() throws IOException {
        try {
            structure.blanks();
            if (window.peek() == '[') {
                array();
            } else {
                new JsonObjectRows(window, structure, output).read();
            }
        } catch (Undelimited e) {
            output.rest(window.keptLine(), e);
        }
    }

    private void array() throws IOException, Undelimited {
        new JsonArrayRows(window, structure, output).read();
        structure.blanks();
        window.keep();
        if (window.peek() != END) {
            throw new Undelimited("something stands behind the array");
        }
    }
}
