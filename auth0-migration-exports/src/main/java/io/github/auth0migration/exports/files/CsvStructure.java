package io.github.auth0migration.exports.files;

import static io.github.auth0migration.exports.files.ByteWindow.END;

import io.github.auth0migration.exports.GigyaCsv;
import java.io.IOException;

/**
 * Finds where rows of CSV end, by quotes and line ends.
 *
 * <p>A closing quote must be followed by a separator or the end of the row. Where it is not, the file is written in another way
 * than announced, and a line end within somebody's cell could pass for the end of a row: then it is not known any more where
 * rows end.
 */
final class CsvStructure {

    private final ByteWindow window;
    private final char separator;
    private final boolean hasBackslashes;

    CsvStructure(ByteWindow window, GigyaCsv csv) {
        this.window = window;
        separator = csv.columnSeparator();
        hasBackslashes = csv.quotes() == GigyaCsv.Quotes.BACKSLASH;
    }

    /** Reads on over the end of a row, and empty ones. */
    void lineEnds() throws IOException {
        int next = window.peek();
        while (next == '\n' || next == '\r') {
            window.next();
            next = window.peek();
        }
    }

    /** Reads on to the end of the row that begins here, which is then the next byte. */
    void row() throws IOException, Undelimited {
        cell();
        while (window.peek() == separator) {
            window.next();
            cell();
        }
    }

    private void cell() throws IOException, Undelimited {
        int next = window.peek();
        boolean isIndented = false;
        while (next == ' ' || (next == '\t' && separator != '\t')) {
            isIndented = true;
            window.next();
            next = window.peek();
        }
        if (next != '"') {
            plain();
            return;
        }
        if (isIndented) {
            throw new Undelimited("blanks stand before a quote");
        }
        window.next();
        quoted();
        end();
    }

    private void plain() throws IOException {
        int next = window.peek();
        while (next != separator && next != '\n' && next != END) {
            window.next();
            if (next == '\\' && hasBackslashes) {
                window.next();
            }
            next = window.peek();
        }
    }

    private void quoted() throws IOException, Undelimited {
        int next = window.next();
        while (next != '"' || isDoubled()) {
            if (next == '\\' && hasBackslashes) {
                next = window.next();
            }
            if (next == END) {
                throw new Undelimited("a quote is never closed");
            }
            next = window.next();
        }
    }

    private boolean isDoubled() throws IOException {
        if (hasBackslashes || window.peek() != '"') {
            return false;
        }
        window.next();
        return true;
    }

    private void end() throws IOException, Undelimited {
        if (window.peek() == '\r') {
            window.next();
            if (window.peek() == separator) {
                throw new Undelimited("something stands between a quote and a separator");
            }
        }
        int next = window.peek();
        if (next != separator && next != '\n' && next != END) {
            throw new Undelimited(
                    "something stands behind a closing quote; are its quotes written as the settings of CSV say,"
                            + " with a backslash or doubled?");
        }
    }
}
