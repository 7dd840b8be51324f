package io.github.auth0migration.exports.files;

/** It cannot be told where a row ends. Quotes nothing of it. */
final class Undelimited extends Exception {

    private static final long serialVersionUID = 1;

    // Without a stack trace: a file may hold as many broken lines as it has lines.
    Undelimited(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
