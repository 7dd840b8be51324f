package io.github.auth0migration.endpoint;

import com.sun.net.httpserver.HttpServer;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** An endpoint on a socket of the JDK's server, mounted at {@code /auth0}, with a client. */
final class EndpointServer implements AutoCloseable {

    static final String SECRET = Marked.secret("of-the-action-scripts-0123456789");
    static final String OPERATORS_SECRET = Marked.secret("of-the-operators-0123456789abcdef");

    static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpClient client = HttpClient.newHttpClient();

    private EndpointServer(HttpServer server) {
        this.server = server;
    }

    static EndpointServer start(Endpoint endpoint) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            EndpointServer started = new EndpointServer(http);
            http.setExecutor(started.threads);
            http.createContext("/auth0", new MigrationHttpHandler(endpoint));
            http.start();
            return started;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/auth0");
    }

    /** Posts JSON as a script with the right secret does. */
    Answer post(String path, String json) {
        return send(path, request -> request.POST(BodyPublishers.ofString(json)));
    }

    /** Sends a request that has a script's headers already; the change may set them anew. */
    Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "application/json");
        return Answer.of(exchange(change.apply(request).build()));
    }

    HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
