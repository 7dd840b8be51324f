package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The name of a member of a JSON object, while the object is still being read. */
final class MemberName {

    // Names that mean something are short; a longer one is told from them by its beginning.
    private static final int MAX_BYTES = 256;

    private MemberName() {}

    static String read(ByteWindow window, JsonStructure structure) throws IOException, Undelimited {
        structure.expect('"');
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        boolean isEscaped = false;
        int next = window.next();
        while (next != '"') {
            if (next == ByteWindow.END || next == '\n') {
                throw new Undelimited("a name does not end on its line");
            }
            if (name.size() < MAX_BYTES) {
                name.write(next);
            }
            isEscaped |= next == '\\';
            if (next == '\\') {
                name.write(window.next());
            }
            next = window.next();
        }
        return isEscaped ? unescaped(name) : name.toString(UTF_8);
    }

    // A UID whose letters are escaped is a UID like any other.
    private static String unescaped(ByteArrayOutputStream name) throws Undelimited {
        try {
            byte[] object = ("{\"" + name.toString(UTF_8) + "\":0}").getBytes(UTF_8);
            return StrictJson.object(object).asMap().keySet().iterator().next();
        } catch (UnreadableRow e) {
            throw new Undelimited("a name is not written as JSON writes strings");
        }
    }
}
