package io.github.auth0migration.stormpath;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Failure.Kind;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An answer other than 200 or 201, as far as we understand it.
 *
 * @param status the HTTP status
 * @param code Stormpath's error code; 0 when the body is not Stormpath's
 * @param requestId the request's id, for the operator of the server
 */
record StormpathError(int status, int code, Optional<String> requestId) {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Stores that are missing or not mapped, and resources that are not there. */
    private static final Set<Integer> CONFIGURATION = Set.of(2014, 2016, 2020, 2021, 4605, 5105, 5114);

    static StormpathError of(HttpReply reply) {
        JsonObject body = body(reply);
        Optional<String> id = reply.header("Stormpath-Request-Id").or(() -> text(body));
        return new StormpathError(
                reply.status(),
                code(body),
                id.filter(text -> REQUEST_ID.matcher(text).matches()));
    }

    // Gateways, and compatible servers for paths they do not know, answer in HTML.
    private static JsonObject body(HttpReply reply) {
        try {
            return reply.jsonObject();
        } catch (CallFailedException e) {
            return JsonObject.empty();
        }
    }

    private static int code(JsonObject body) {
        try {
            long code = body.integer("code").orElse(0);
            return code > 0 && code < 100_000 ? (int) code : 0;
        } catch (CallFailedException e) {
            return 0;
        }
    }

    private static Optional<String> text(JsonObject body) {
        try {
            return body.string("requestId");
        } catch (CallFailedException e) {
            return Optional.empty();
        }
    }

    /** The resource is not there, in Stormpath's own word. */
    boolean isAbsence() {
        return status == 404 && code == 404;
    }

    /** A directory behind Stormpath (Active Directory, LDAP) is down, slow or talks nonsense: the person may exist. */
    boolean isDirectoryAgent() {
        return code >= 9001 && code <= 9006;
    }

    /** What it means for any call, once a login's own codes are out of the way. */
    Failure failure() {
        if (status == 401 || status == 403) {
            return failure(Kind.SOURCE_CREDENTIALS, "Stormpath refuses the API key");
        }
        if (status == 404) {
            return failure(Kind.CONFIGURATION, "Stormpath knows no such resource: check baseUrl and applicationId");
        }
        if (code >= 7200 && code < 7300) {
            return failure(Kind.SERVER_ERROR, "A directory that Stormpath mirrors gives it trouble");
        }
        if (CONFIGURATION.contains(code)) {
            return failure(Kind.CONFIGURATION, "The application has no such account store: check accountStore");
        }
        return isOurMistake()
                ? failure(Kind.INTERNAL, "Stormpath calls our request wrong")
                : failure(Kind.MALFORMED_RESPONSE, "Stormpath answered in a way that we do not understand");
    }

    private boolean isOurMistake() {
        return code == status || code == 1101 || (code >= 2000 && code < 2200);
    }

    Failure failure(Kind kind, String what) {
        return describe(Failure.of(kind, what + " (" + status + (code == 0 ? "" : " " + code) + ")."));
    }

    Failure describe(Failure failure) {
        return requestId.map(failure::withUpstreamRequestId).orElse(failure);
    }
}
