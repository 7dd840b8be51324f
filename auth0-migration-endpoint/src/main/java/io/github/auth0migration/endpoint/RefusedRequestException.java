package io.github.auth0migration.endpoint;

import io.github.auth0migration.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered before any source is asked. */
final class RefusedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String outcome;
    private final String name;
    private final String word;
    private final String sentence;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private RefusedRequestException(int status, String outcome, String name, String word, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.outcome = outcome;
        this.name = name;
        this.word = word;
        this.sentence = sentence;
    }

    /**
     * An error of the caller's.
     *
     * @param status the status, 4xx
     * @param error the error in one word
     * @param sentence which input, which rule, what to do; quotes nothing of the request
     */
    static RefusedRequestException error(int status, String error, String sentence) {
        return new RefusedRequestException(status, "error", "error", error, sentence);
    }

    static RefusedRequestException invalid(String sentence) {
        return error(400, "invalid_request", sentence);
    }

    static RefusedRequestException unauthorized() {
        RefusedRequestException e = error(
                401, "unauthorized", "Send the header Authorization with Bearer and a valid secret or access token.");
        e.headers.put("WWW-Authenticate", "Bearer");
        return e;
    }

    static RefusedRequestException methodNotAllowed(String allowed) {
        RefusedRequestException e = error(405, "method_not_allowed", "Use " + allowed + ".");
        e.headers.put("Allow", allowed);
        return e;
    }

    /** An inability of ours. */
    static RefusedRequestException unavailable(Failure.Kind kind) {
        return new RefusedRequestException(
                503,
                "unavailable",
                "kind",
                kind.name(),
                "The endpoint cannot answer right now: try again in a moment.");
    }

    EndpointResponse response(@Nullable String correlationId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", MigrationEndpoint.VERSION);
        members.put("outcome", outcome);
        if (correlationId != null) {
            members.put("correlation_id", correlationId);
        }
        members.put(name, word);
        members.put("message", sentence);
        EndpointResponse response = EndpointResponse.json(status, members);
        if (correlationId != null) {
            response = response.with("X-Correlation-Id", correlationId);
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
