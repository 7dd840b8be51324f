package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A row of a Gigya export in JSON. */
final class GigyaJsonRow implements RowText {

    private static final String UID = "UID";

    /** Those of the row's own members, none from within {@code data} or {@code profile}: people write those themselves. */
    @Override
    public Set<String> ids(byte[] utf8) {
        Set<String> ids = new HashSet<>();
        ByteWindow window = new ByteWindow(new ByteArrayInputStream(utf8));
        JsonStructure structure = new JsonStructure(window);
        try {
            structure.expect('{');
            do {
                structure.blanks();
                boolean isUid = MemberName.read(window, structure).equals(UID);
                structure.expect(':');
                structure.blanks();
                if (isUid && window.peek() == '"') {
                    ids.add(MemberName.read(window, structure));
                } else {
                    structure.value();
                }
                structure.blanks();
            } while (structure.isNext(','));
        } catch (Undelimited | IOException e) {
            // What was told before it went wrong was told.
        }
        ids.remove("");
        return ids;
    }

    @Override
    public JsonObject read(byte[] utf8) throws UnreadableRow {
        JsonObject row = DottedNames.nested(StrictJson.object(utf8));
        if (row.has(UID)) {
            return row;
        }
        if (row.has("errorCode")) {
            throw new UnreadableRow("It is an error answer, not an account: export what is missing again.");
        }
        if (row.asMap().get("results") instanceof List) {
            throw new UnreadableRow(
                    "It is a page of accounts.search among rows: write pages one after the other into a file,"
                            + " not into an array.");
        }
        return row;
    }
}
