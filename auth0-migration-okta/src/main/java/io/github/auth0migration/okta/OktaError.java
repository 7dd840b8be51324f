package io.github.auth0migration.okta;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer other than 200, as far as we understand it: Okta asks clients to branch on {@code errorCode} only.
 *
 * @param status the HTTP status
 * @param code Okta's error code; empty when the body is not Okta's
 * @param requestId {@code X-Okta-Request-Id}, for Okta's support
 */
record OktaError(int status, String code, Optional<String> requestId) {

    private static final Pattern CODE = Pattern.compile("E\\d{7}");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static OktaError of(HttpReply reply) {
        return new OktaError(reply.status(), codeOf(reply), requestIdOf(reply));
    }

    static Optional<String> requestIdOf(HttpReply reply) {
        return reply.header("X-Okta-Request-Id")
                .filter(id -> REQUEST_ID.matcher(id).matches());
    }

    private static String codeOf(HttpReply reply) {
        try {
            return reply.jsonObject()
                    .string("errorCode")
                    .filter(code -> CODE.matcher(code).matches())
                    .orElse("");
        } catch (CallFailedException e) {
            // Gateways answer in HTML; so does Okta at times.
            return "";
        }
    }

    /** What an error means where our credential asked for data. */
    Failure onManagementCall() {
        return switch (status) {
            case 401 ->
                code.equals("E0000015")
                        ? failure(Failure.Kind.CONFIGURATION, "Okta says that a feature is not enabled")
                        : failure(Failure.Kind.SOURCE_CREDENTIALS, "Okta refuses the source's token");
            case 403 ->
                failure(
                        Failure.Kind.CONFIGURATION,
                        "The source's token may not do this: its owner, or the service app, needs another role or scope");
            case 404 ->
                code.isEmpty()
                        ? failure(Failure.Kind.MALFORMED_RESPONSE, "Somebody who is not Okta answered")
                        : failure(Failure.Kind.CONFIGURATION, "Okta knows no such path: check orgUrl");
            default -> failure(Failure.Kind.MALFORMED_RESPONSE, "Okta answered in a way that we do not understand");
        };
    }

    Failure failure(Failure.Kind kind, String what) {
        return describe(Failure.of(kind, what + " (" + status + (code.isEmpty() ? "" : " " + code) + ")."));
    }

    Failure describe(Failure failure) {
        return requestId.map(failure::withUpstreamRequestId).orElse(failure);
    }
}
