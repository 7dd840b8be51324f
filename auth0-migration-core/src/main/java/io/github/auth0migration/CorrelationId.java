package io.github.auth0migration;

final class CorrelationId {

    private CorrelationId() {}

    /** Keeps line breaks and secrets-sized texts out of logs and events. */
    static String checked(String id) {
        if (!id.matches("[\\x20-\\x7e]{1,128}")) {
            throw new IllegalArgumentException("correlationId must be 1 to 128 printable ASCII characters");
        }
        return id;
    }
}
