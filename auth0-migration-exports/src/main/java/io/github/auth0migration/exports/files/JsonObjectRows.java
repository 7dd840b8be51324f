package io.github.auth0migration.exports.files;

import static io.github.auth0migration.exports.files.ByteWindow.END;

import java.io.IOException;

/**
 * Objects one after the other: rows, each on a line of its own (NDJSON) or over several, or objects around rows.
 *
 * <p>A line that breaks costs itself, as JSON has no line end within a string: the next line that begins with an object is the
 * next row. But once a row was seen to go over several lines, or where a broken line seems to go on on the next one, a line
 * may as well be part of somebody's profile: then the rest of the file is lost.
 */
final class JsonObjectRows {

    private final ByteWindow window;
    private final JsonStructure structure;
    private final RowOutput output;
    private boolean onlyAccounts;
    private boolean goOverLines;
    private boolean afterBrokenObject;

    JsonObjectRows(ByteWindow window, JsonStructure structure, RowOutput output) {
        this.window = window;
        this.structure = structure;
        this.output = output;
    }

    void read() throws IOException, Undelimited {
        structure.blanks();
        while (window.peek() != END) {
            if (window.peek() == '{') {
                object();
            } else {
                strayLine();
            }
            structure.blanks();
        }
    }

    private void object() throws IOException, Undelimited {
        if (!onlyAccounts) {
            TopObject.Kind kind = TopObject.kind(window, structure);
            if (kind == TopObject.Kind.PAGE || kind == TopObject.Kind.WRAPPED) {
                new JsonObjectAroundRows(window, structure, output, kind).read();
                return;
            }
            onlyAccounts = kind == TopObject.Kind.ACCOUNT;
        }
        row();
    }

    private void row() throws IOException, Undelimited {
        window.keep();
        long line = window.line();
        try {
            structure.value();
            window.end();
            requireEnd();
        } catch (Undelimited e) {
            brokenObject(line, e);
            return;
        }
        goOverLines |= window.line() > line;
        afterBrokenObject = false;
        output.row(window);
    }

    private void requireEnd() throws IOException, Undelimited {
        int next = window.peek();
        while (next == ' ' || next == '\r' || next == '\t') {
            window.next();
            next = window.peek();
        }
        if (next != '\n' && next != '{' && next != END) {
            throw new Undelimited("something stands behind a row");
        }
    }

    private void brokenObject(long line, Undelimited cause) throws IOException, Undelimited {
        if (goOverLines) {
            throw cause;
        }
        if (window.line() == line) {
            window.skipLine();
        } else if (structure.lastLine() != line || window.peek() != '{') {
            throw cause;
        }
        afterBrokenObject = true;
        output.broken(line, "The line is not one whole JSON object: " + cause.what() + ".");
    }

    private void strayLine() throws IOException, Undelimited {
        window.keep();
        if (goOverLines || afterBrokenObject) {
            throw new Undelimited("a line does not begin with an object");
        }
        window.skipLine();
        output.broken(window.keptLine(), "The line is not a JSON object.");
    }
}
