package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.regex.Pattern;

/** An object around rows, of any length: a page of {@code accounts.search}, or what {@code wrapField} writes. */
final class JsonObjectAroundRows {

    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final ByteWindow window;
    private final JsonStructure structure;
    private final RowOutput output;
    private final TopObject.Kind kind;
    private String errorCode = "0";
    private String objectsCount = "0";
    private long rows = -1;

    JsonObjectAroundRows(ByteWindow window, JsonStructure structure, RowOutput output, TopObject.Kind kind) {
        this.window = window;
        this.structure = structure;
        this.output = output;
        this.kind = kind;
    }

    /** Reads the object that begins here. */
    void read() throws IOException, Undelimited {
        long line = window.line();
        structure.expect('{');
        do {
            structure.blanks();
            window.keep();
            member(MemberName.read(window, structure));
            structure.blanks();
            window.keep();
        } while (structure.isNext(','));
        structure.expect('}');
        check(line);
    }

    private void member(String name) throws IOException, Undelimited {
        structure.expect(':');
        structure.blanks();
        window.keep();
        if (isRows(name)) {
            rows = new JsonArrayRows(window, structure, output).read();
            return;
        }
        if (name.equals("UID")) {
            throw new Undelimited("an object is both an account and a list of accounts");
        }
        structure.value();
        window.end();
        if (name.equals("errorCode")) {
            errorCode = text();
        } else if (name.equals("objectsCount")) {
            objectsCount = text();
        }
    }

    private boolean isRows(String name) throws IOException, Undelimited {
        boolean isPage = kind == TopObject.Kind.PAGE;
        if (isPage && name.equals("results") && rows >= 0) {
            throw new Undelimited("a page has \"results\" twice");
        }
        return isPage ? name.equals("results") && window.peek() == '[' : rows < 0;
    }

    private String text() {
        byte[] value = window.take();
        return value == null ? "" : new String(value, UTF_8);
    }

    private void check(long line) throws IOException {
        if (!errorCode.equals("0")) {
            output.broken(line, "The page is an error answer: accounts may be missing; export it again.");
        } else if (!COUNT.matcher(objectsCount).matches() || Long.parseLong(objectsCount) > rows) {
            output.broken(line, "The page counts more accounts than it holds: export it again.");
        }
    }
}
