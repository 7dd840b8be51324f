package io.github.auth0migration.simulators.okta;

import java.util.Optional;

/** The org's one API token. */
final class ApiTokens {

    private static final String SCHEME = "SSWS ";

    private volatile String token;
    private volatile boolean revoked;

    ApiTokens(String token) {
        this.token = token;
    }

    String current() {
        return token;
    }

    void revoke() {
        revoked = true;
    }

    String rotate() {
        token = OktaIds.token();
        revoked = false;
        return token;
    }

    boolean accepts(Optional<String> authorization) {
        return authorization
                .filter(value -> !revoked && value.equals(SCHEME + token))
                .isPresent();
    }

    /** An anonymous call passes, and so does another scheme; a token that is sent must be right. */
    boolean acceptsAnonymousOr(Optional<String> authorization) {
        return authorization.filter(value -> value.startsWith(SCHEME)).isEmpty() || accepts(authorization);
    }
}
