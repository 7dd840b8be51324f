package io.github.auth0migration.endpoint;

import io.github.auth0migration.spi.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The complete answer to a request: a JSON object, or nothing at all. {@code toString} tells the status only: bodies hold profiles.
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class EndpointResponse {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private EndpointResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    static EndpointResponse json(int status, Map<String, ? extends @Nullable Object> members) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        return of(status, headers, Json.write(members).getBytes(StandardCharsets.UTF_8));
    }

    static EndpointResponse empty(int status) {
        return of(status, new LinkedHashMap<>(), new byte[0]);
    }

    private static EndpointResponse of(int status, Map<String, String> headers, byte[] body) {
        // Answers hold profiles and verdicts: nobody on the way may keep them, or take them for something to show.
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        return new EndpointResponse(status, headers, body);
    }

    EndpointResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new EndpointResponse(status, more, body);
    }

    EndpointResponse withStatus(int other) {
        return new EndpointResponse(other, headers, body);
    }

    /** {@return the status} */
    public int status() {
        return status;
    }

    /** {@return the headers, without {@code Content-Length}; each once} */
    public Map<String, String> headers() {
        return headers;
    }

    /** {@return the body, UTF-8; may be empty} */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "EndpointResponse[" + status + "]";
    }
}
