package io.github.auth0migration.endpoint;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request without a server: what a script sends, over TLS, unless told otherwise. */
final class FakeRequest implements EndpointRequest {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String method;
    private final String path;
    private InputStream body = InputStream.nullInputStream();
    private boolean tls = true;
    private boolean loopback;

    private FakeRequest(String method, String path, String secret) {
        this.method = method;
        this.path = path;
        with("Authorization", "Bearer " + secret);
    }

    static FakeRequest post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    static FakeRequest post(String path, byte[] body) {
        FakeRequest request = new FakeRequest("POST", path, EndpointServer.SECRET);
        request.body = new ByteArrayInputStream(body);
        return request.with("Content-Type", "application/json").with("Content-Length", String.valueOf(body.length));
    }

    static FakeRequest health() {
        return new FakeRequest("GET", "/health", EndpointServer.OPERATORS_SECRET);
    }

    /** Replaces a header by others of its name, or by none. */
    FakeRequest with(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    FakeRequest body(InputStream stream) {
        body = stream;
        return this;
    }

    FakeRequest plain() {
        tls = false;
        return this;
    }

    FakeRequest onLoopback() {
        loopback = true;
        return plain();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public boolean isTls() {
        return tls;
    }

    @Override
    public boolean isLoopback() {
        return loopback;
    }
}
