package io.github.auth0migration.exports.index;

import io.github.auth0migration.exports.BrokenRow;

/** Broken rows as an index writes them down. */
final class BrokenRows {

    private BrokenRows() {}

    static String text(BrokenRow row, boolean hasId) {
        return (hasId ? "+" : "-") + row.line() + " " + row.reason().replace('\n', ' ') + "\n" + row.file();
    }

    /** Whether it is an account's, so that the account itself says that it cannot be read. */
    static boolean hasId(String text) {
        return text.startsWith("+");
    }

    static BrokenRow parse(String text) {
        int space = text.indexOf(' ');
        int end = text.indexOf('\n');
        return new BrokenRow(
                text.substring(end + 1), Long.parseLong(text.substring(1, space)), text.substring(space + 1, end));
    }
}
