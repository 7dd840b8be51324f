package io.github.auth0migration.exports.files;

import io.github.auth0migration.exports.GigyaCsv;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is in a cell, by its column's name: CSV says nothing of types. */
enum CsvType {
    /** Text, which is all that is not known to be something else. */
    TEXT,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** A whole number. */
    NUMBER,
    /** E-mail addresses. */
    ADDRESSES,
    /** Objects, of which a cell can hold no more than a picture: left out. */
    OBJECTS;

    private static final Set<String> TRUTHS = Set.of("isActive", "isRegistered", "isVerified", "isLockedOut");
    private static final Set<String> NUMBERS = Set.of(
            "password.hashSettings.rounds",
            "profile.age",
            "profile.birthDay",
            "profile.birthMonth",
            "profile.birthYear");
    private static final Set<String> ADDRESS_LISTS =
            Set.of("loginIDs.emails", "loginIDs.unverifiedEmails", "emails.verified", "emails.unverified");

    private static final Set<String> OBJECT_LISTS =
            Set.of("profile.phones", "profile.education", "profile.work", "identities", "memberships");

    // As JSON writes them, and no longer than a long.
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    // A separator within a quoted local part ("a,b@example.com,c"@example.org) would make somebody else's address of
    // it.
    private static final Pattern ADDRESS = Pattern.compile("[^@\"\\s]+@[^@\"\\s]+");

    static CsvType of(String column) {
        if (TRUTHS.contains(column)) {
            return TRUTH;
        }
        // With a dot it would be the customer's own.
        if (NUMBERS.contains(column) || (column.endsWith("Timestamp") && column.indexOf('.') < 0)) {
            return NUMBER;
        }
        if (OBJECT_LISTS.contains(column)) {
            return OBJECTS;
        }
        return ADDRESS_LISTS.contains(column) ? ADDRESSES : TEXT;
    }

    Object read(String column, String cell, GigyaCsv csv) throws UnreadableRow {
        return switch (this) {
            case TEXT -> cell;
            case TRUTH -> truth(column, cell);
            case NUMBER -> number(column, cell);
            case OBJECTS -> throw new IllegalStateException("left out");
            case ADDRESSES -> addresses(column, cell, csv.listSeparator());
        };
    }

    private static Boolean truth(String column, String cell) throws UnreadableRow {
        boolean isTrue = cell.equals("true");
        require(isTrue || cell.equals("false"), column, "must be true or false");
        return isTrue;
    }

    private static Number number(String column, String cell) throws UnreadableRow {
        require(WHOLE_NUMBER.matcher(cell).matches(), column, "must be a whole number");
        long number = Long.parseLong(cell);
        // As the JSON reader does it, so that all formats give equal rows.
        return number == (int) number ? (Number) (int) number : (Number) number;
    }

    // A separator within a quoted local part ("a,b@example.com,c"@example.org) would make somebody else's address of
    // it.
    private static List<String> addresses(String column, String cell, String separator) throws UnreadableRow {
        List<String> addresses = List.of(cell.split(Pattern.quote(separator), -1));
        for (String address : addresses) {
            require(
                    ADDRESS.matcher(address).matches(),
                    column,
                    "must be a list of e-mail addresses, with what GigyaCsv.listSeparator() says between them");
        }
        return addresses;
    }

    private static void require(boolean holds, String column, String rule) throws UnreadableRow {
        if (!holds) {
            throw new UnreadableRow("Its column " + column + " " + rule + ": mend the row or export it again.");
        }
    }
}
