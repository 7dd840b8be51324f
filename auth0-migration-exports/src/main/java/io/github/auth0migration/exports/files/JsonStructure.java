package io.github.auth0migration.exports.files;

import static io.github.auth0migration.exports.files.ByteWindow.END;

import java.io.IOException;
import java.util.BitSet;

/**
 * Finds where JSON values end, by braces, brackets, commas, colons and strings alone. What stands within a string or in place
 * of a number is not looked at: that is for the strict reader, once it is known where the row ends.
 *
 * <p>The first thing that cannot stand where it stands ends it all. To go on from something that looks like a beginning would
 * let people who write into their own profile write rows.
 */
final class JsonStructure {

    // Far deeper than what the strict reader takes, and 128 KiB.
    private static final int MAX_DEPTH = 1 << 20;

    private enum Next {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END
    }

    private final ByteWindow window;
    private final BitSet objects = new BitSet();
    private int depth;
    private long lastLine;

    JsonStructure(ByteWindow window) {
        this.window = window;
    }

    /** Reads on to the end of the value that begins here. */
    void value() throws IOException, Undelimited {
        depth = 0;
        run(Next.VALUE);
    }

    /** Reads on to the end of the array whose opening bracket is behind us. */
    void restOfArray() throws IOException, Undelimited {
        depth = 0;
        open(false);
        run(Next.VALUE_OR_END);
    }

    /** {@return the line of the last thing that could stand where it stood} */
    long lastLine() {
        return lastLine;
    }

    /** Reads on over blanks and line ends. */
    void blanks() throws IOException {
        int next = window.peek();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            window.next();
            next = window.peek();
        }
    }

    /** Reads on over blanks, and over one character if it is this one. */
    boolean isNext(char expected) throws IOException {
        blanks();
        if (window.peek() != expected) {
            return false;
        }
        window.next();
        return true;
    }

    void expect(char expected) throws IOException, Undelimited {
        if (!isNext(expected)) {
            throw new Undelimited("\"" + expected + "\" is missing");
        }
    }

    private void run(Next first) throws IOException, Undelimited {
        Next next = first;
        do {
            lastLine = window.line();
            blanks();
            next = after(next, window.next());
        } while (depth > 0 || next != Next.COMMA_OR_END);
    }

    private Next after(Next expected, int found) throws IOException, Undelimited {
        return switch (expected) {
            case VALUE -> value(found);
            case VALUE_OR_END -> found == ']' ? close() : value(found);
            case NAME -> name(found);
            case NAME_OR_END -> found == '}' ? close() : name(found);
            case COLON -> {
                require(found == ':', found);
                yield Next.VALUE;
            }
            case COMMA_OR_END -> commaOrEnd(found);
        };
    }

    private Next value(int found) throws IOException, Undelimited {
        if (found == '{') {
            return open(true);
        }
        if (found == '[') {
            return open(false);
        }
        if (found == '"') {
            restOfString();
        } else {
            require(isScalar(found), found);
            while (isScalar(window.peek())) {
                window.next();
            }
        }
        return Next.COMMA_OR_END;
    }

    private Next name(int found) throws IOException, Undelimited {
        require(found == '"', found);
        restOfString();
        return Next.COLON;
    }

    private Next commaOrEnd(int found) throws Undelimited {
        boolean inObject = objects.get(depth - 1);
        if (found == ',') {
            return inObject ? Next.NAME : Next.VALUE;
        }
        require(found == (inObject ? '}' : ']'), found);
        return close();
    }

    private Next open(boolean object) throws Undelimited {
        if (depth == MAX_DEPTH) {
            throw new Undelimited("values are nested too deeply");
        }
        objects.set(depth++, object);
        return object ? Next.NAME_OR_END : Next.VALUE_OR_END;
    }

    private Next close() {
        depth--;
        return Next.COMMA_OR_END;
    }

    // Strict JSON has no line end within a string, so a line end says that the closing quote is missing.
    void restOfString() throws IOException, Undelimited {
        int next = window.next();
        while (next != '"') {
            if (next == '\\') {
                next = window.next();
            }
            if (next == '\n') {
                window.back();
                throw new Undelimited("a string does not end on its line");
            }
            if (next == END) {
                throw atEnd();
            }
            next = window.next();
        }
    }

    private void require(boolean holds, int found) throws Undelimited {
        if (holds) {
            return;
        }
        if (found == END) {
            throw atEnd();
        }
        window.back();
        throw new Undelimited("braces, brackets, commas, colons and quotes do not fit together");
    }

    private static Undelimited atEnd() {
        return new Undelimited("the file ends in the middle of it");
    }

    private static boolean isScalar(int found) {
        return (found >= '0' && found <= '9')
                || (found >= 'a' && found <= 'z')
                || (found >= 'A' && found <= 'Z')
                || found == '-'
                || found == '+'
                || found == '.';
    }
}
