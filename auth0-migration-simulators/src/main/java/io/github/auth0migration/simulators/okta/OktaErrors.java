package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Okta's errors, each with its code and status. */
final class OktaErrors {

    private OktaErrors() {}

    static Reply validation(String what, String cause) {
        return error(
                400,
                "E0000001",
                "Api validation failed: " + what,
                List.of(Map.of("errorSummary", what + ": " + cause)));
    }

    static Reply usernameAndPasswordRequired() {
        return error(
                400,
                "E0000001",
                "Api validation failed: authRequest",
                List.of(Map.of(
                        "errorSummary", "The 'username' and 'password' attributes are required in this context.")));
    }

    static Reply malformedBody() {
        return error(400, "E0000003", "The request body was not well-formed.");
    }

    static Reply authenticationFailed() {
        return error(401, "E0000004", "Authentication failed");
    }

    static Reply accessDenied() {
        return error(403, "E0000006", "You do not have permission to perform the requested action");
    }

    static Reply noSuchUser(String key) {
        return error(404, "E0000007", "Not found: Resource not found: " + key + " (User)");
    }

    static Reply noSuchPath() {
        return error(404, "E0000008", "The requested path was not found");
    }

    static Reply invalidToken() {
        return error(401, "E0000011", "Invalid token provided");
    }

    static Reply headersNotSet() {
        return error(400, "E0000018", "Bad request. Accept and/or Content-Type headers are likely not set.");
    }

    static Reply mediaTypeNotSupported() {
        return error(
                400,
                "E0000021",
                "Bad request. Accept and/or Content-Type headers likely do not match supported values.");
    }

    static Reply methodNotSupported() {
        return error(405, "E0000022", "The endpoint does not support the provided HTTP method");
    }

    static Reply badSearch() {
        return error(400, "E0000031", "Invalid search criteria.");
    }

    static Reply tooManyRequests() {
        return error(429, "E0000047", "API call exceeded rate limit due to too many requests.");
    }

    static Reply notAcceptable() {
        return error(406, "E0000122", "Unsupported response media type.");
    }

    private static Reply error(int status, String code, String summary) {
        return error(status, code, summary, List.of());
    }

    private static Reply error(int status, String code, String summary, List<Map<String, String>> causes) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errorCode", code);
        body.put("errorSummary", summary);
        body.put("errorLink", code);
        body.put("errorId", OktaIds.error());
        body.put("errorCauses", causes);
        return Reply.json(status, body);
    }
}
