package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;

/** Ends the reading of a hash; becomes a {@link ParsedHash.Refused} before anybody else sees it. */
final class HashRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private HashRefused(Reason reason, String detail) {
        // One in each row of an export may be refused: no stack trace.
        super(detail, null, false, false);
        this.reason = reason;
    }

    static HashRefused because(Reason reason, String detail) {
        return new HashRefused(reason, detail);
    }

    static HashRefused malformed(String detail) {
        return new HashRefused(Reason.MALFORMED, detail);
    }

    ParsedHash.Refused asValue() {
        return new ParsedHash.Refused(reason, String.valueOf(getMessage()));
    }
}
