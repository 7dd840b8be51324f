package io.github.auth0migration.exports.files;

import java.io.IOException;

/**
 * Tells what an object at the top of a file is: a row, a page of {@code accounts.search} around rows, or IdentitySync's {@code
 * wrapField} around rows. Members that people write themselves lie in {@code data} and {@code profile}; none of them makes a
 * row into something around rows.
 */
final class TopObject {

    /** What it is. */
    enum Kind {
        /** It has a UID: a row, and so is everything else in this file. */
        ACCOUNT,
        /** A row without a UID. */
        OTHER_ROW,
        /** It has {@code results}, an array. */
        PAGE,
        /** Its first member is an array of objects, and there is nothing but simple values behind it. */
        WRAPPED
    }

    private final ByteWindow window;
    private final JsonStructure structure;
    private boolean hasUid;
    private boolean hasResults;
    private boolean isWrapped;

    private TopObject(ByteWindow window, JsonStructure structure) {
        this.window = window;
        this.structure = structure;
    }

    /** Looks at the object that begins here, as far as a row may go, and comes back. */
    static Kind kind(ByteWindow window, JsonStructure structure) throws IOException {
        TopObject object = new TopObject(window, structure);
        window.hold();
        try {
            object.members();
        } catch (Undelimited e) {
            // Too long for a row, or broken: what was seen of it decides, and whoever reads it will come to the same
            // place.
        }
        window.rewind();
        return object.kind();
    }

    private Kind kind() {
        if (hasUid) {
            return Kind.ACCOUNT;
        }
        if (hasResults) {
            return Kind.PAGE;
        }
        return isWrapped ? Kind.WRAPPED : Kind.OTHER_ROW;
    }

    private void members() throws IOException, Undelimited {
        structure.expect('{');
        boolean first = true;
        do {
            structure.blanks();
            String name = MemberName.read(window, structure);
            structure.expect(':');
            structure.blanks();
            member(name, first);
            first = false;
        } while (structure.isNext(','));
    }

    private void member(String name, boolean first) throws IOException, Undelimited {
        hasUid |= name.equals("UID");
        int begin = window.peek();
        hasResults |= begin == '[' && name.equals("results");
        boolean isDotted = name.indexOf('.') >= 0;
        if (!first) {
            isWrapped &= begin != '[' && begin != '{' && !isDotted;
        } else if (begin == '[' && !isDotted) {
            structure.expect('[');
            structure.blanks();
            isWrapped = window.peek() == '{' || window.peek() == ']';
            structure.restOfArray();
            return;
        }
        structure.value();
    }
}
