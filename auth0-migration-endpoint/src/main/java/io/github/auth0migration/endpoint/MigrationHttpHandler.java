package io.github.auth0migration.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/**
 * An endpoint on the JDK's own server: {@code server.createContext("/auth0", new MigrationHttpHandler(endpoint))}.
 *
 * <p>The server must be given an executor of several threads, each call blocks one, and time limits, which it takes from
 * system properties when the first server of the process starts, and has none by default: start the process with {@code
 * -Dsun.net.httpserver.maxReqTime=10} (seconds in which a request must have arrived, body included), or slow clients hold
 * its threads for ever; while they hold all of them nobody is answered, so put a proxy in front that reads requests whole.
 * Also {@code -Dsun.net.httpserver.nodelay=true}, or every answer on a kept connection comes some 40 ms late. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MigrationHttpHandler implements HttpHandler {

    private final Endpoint endpoint;

    /**
     * A handler.
     *
     * @param endpoint what answers
     */
    public MigrationHttpHandler(Endpoint endpoint) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            EndpointResponse response = endpoint.handle(new Request(exchange));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = response.body();
            boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.status(), bodiless ? -1 : body.length);
            if (!bodiless) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private record Request(HttpExchange exchange) implements EndpointRequest {

        @Override
        public String method() {
            return exchange.getRequestMethod();
        }

        @Override
        public String path() {
            String path = exchange.getRequestURI().getRawPath();
            String mount = exchange.getHttpContext().getPath();
            String prefix = mount.endsWith("/") ? mount.substring(0, mount.length() - 1) : mount;
            return path != null && path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        }

        @Override
        public List<String> headers(String name) {
            return exchange.getRequestHeaders().getOrDefault(name, List.of());
        }

        @Override
        public InputStream body() {
            return exchange.getRequestBody();
        }

        @Override
        public boolean isTls() {
            return exchange instanceof HttpsExchange;
        }

        @Override
        public boolean isLoopback() {
            return exchange.getLocalAddress().getAddress().isLoopbackAddress();
        }
    }
}
