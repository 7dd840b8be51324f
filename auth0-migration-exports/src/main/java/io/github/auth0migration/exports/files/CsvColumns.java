package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.auth0migration.exports.GigyaCsv;
import io.github.auth0migration.spi.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * The columns of a CSV file, and the object that each of its rows is: the same one that JSON would give. An empty cell is an
 * absent member.
 *
 * @param cells what parts rows into cells
 * @param names the columns' names, from the header
 * @param types what is in them
 */
record CsvColumns(CsvCells cells, List<String> names, List<CsvType> types) implements RowText {

    private static final String UID = "UID";

    static CsvColumns of(byte[] header, GigyaCsv csv) throws UnreadableRow {
        CsvCells cells = new CsvCells(csv);
        List<String> names;
        try {
            names = cells.of(header);
        } catch (UnreadableRow e) {
            throw new UnreadableRow(
                    "is neither JSON nor CSV that begins with a header, in UTF-8: unpack or decrypt it, or"
                            + " leave out what is no part of the export");
        }
        if (!names.contains(UID)) {
            throw new UnreadableRow(
                    "is neither JSON nor CSV with a column UID: add the header and the column, and see that the"
                            + " settings of CSV name its column separator");
        }
        requireDistinct(names);
        return new CsvColumns(
                cells, List.copyOf(names), names.stream().map(CsvType::of).toList());
    }

    private static void requireDistinct(List<String> names) throws UnreadableRow {
        DottedNames distinct = new DottedNames();
        try {
            for (String name : names) {
                distinct.put(name, true);
            }
        } catch (UnreadableRow e) {
            throw new UnreadableRow(
                    "has a header in which a column comes twice, lies within another one, or is called by dots"
                            + " alone: rename the columns in the dataflow");
        }
        if (names.stream().anyMatch(name -> name.isEmpty() || name.chars().anyMatch(Character::isISOControl))) {
            throw new UnreadableRow(
                    "has a header in which a column has no name, or one with a control character: name it in the"
                            + " dataflow");
        }
    }

    GigyaCsv csv() {
        return cells.csv();
    }

    @Override
    public Set<String> ids(byte[] row) {
        try {
            List<String> values = cells.of(row);
            String uid = values.size() == names.size() ? values.get(names.indexOf(UID)) : "";
            return uid.isEmpty() ? Set.of() : Set.of(uid);
        } catch (UnreadableRow e) {
            return Set.of();
        }
    }

    @Override
    public JsonObject read(byte[] row) throws UnreadableRow {
        List<String> values = cells.of(row);
        if (values.size() != names.size()) {
            throw new UnreadableRow("It has " + values.size() + " cells and the header " + names.size()
                    + ": mend the row or export it again.");
        }
        DottedNames members = new DottedNames();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!value.isEmpty() && types.get(i) != CsvType.OBJECTS) {
                members.put(names.get(i), types.get(i).read(names.get(i), value, csv()));
            }
        }
        return members.toObject();
    }

    /** Whether a row is the header of a part that was appended to another one. */
    boolean isHeader(byte[] row) throws Undelimited {
        // Rows without it are not worth a second look.
        if (!new String(row, ISO_8859_1).contains(UID)) {
            return false;
        }
        List<String> values;
        try {
            values = cells.of(row);
        } catch (UnreadableRow e) {
            return false;
        }
        if (values.equals(names)) {
            return true;
        }
        int uid = names.indexOf(UID);
        boolean hasUidAsUid = values.size() > uid && values.get(uid).equals(UID);
        if (hasUidAsUid || (values.contains(UID) && Set.copyOf(names).containsAll(values))) {
            throw new Undelimited("another header comes, so other columns may follow; keep the parts apart");
        }
        return false;
    }
}
