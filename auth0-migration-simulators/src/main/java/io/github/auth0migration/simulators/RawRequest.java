package io.github.auth0migration.simulators;

import java.util.List;
import java.util.Map;

/** A request as the server read it. A class, not a record: its text must show neither headers nor body. */
final class RawRequest {

    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    RawRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    boolean asksToClose() {
        return headers.getOrDefault("Connection", List.of()).stream()
                .anyMatch(value -> value.equalsIgnoreCase("close"));
    }
}
