package io.github.auth0migration.endpoint;

/** A token that proves nothing. Its message tells operators the rule, and nothing of the token. */
final class RefusedTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;

    RefusedTokenException(String rule) {
        // Anybody can cause it, as often as they like: no stack trace.
        super(rule, null, false, false);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
