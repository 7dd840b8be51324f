package io.github.auth0migration.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;

/** A request that reached a stub. */
record StubCall(String method, String path, Headers headers, JsonNode body) {

    String correlationId() {
        return body.path("correlation_id").asText();
    }

    String bearer() {
        return headers.getFirst("Authorization").substring("Bearer ".length());
    }
}
