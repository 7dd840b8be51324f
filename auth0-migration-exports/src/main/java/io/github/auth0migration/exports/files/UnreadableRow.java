package io.github.auth0migration.exports.files;

/** A row of which it is known where it ends, but not what it says. Quotes nothing of it. */
final class UnreadableRow extends Exception {

    private static final long serialVersionUID = 1;

    // Without a stack trace: a file may hold as many broken rows as it has rows.
    UnreadableRow(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
