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
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An endpoint on a socket, mounted at {@code /auth0}, with a client. */
final class EndpointServer implements AutoCloseable {

    static final String SECRET = Marked.secret("of-the-action-scripts-0123456789");
    static final String OPERATORS_SECRET = Marked.secret("of-the-operators-0123456789abcdef");

    static final int THREADS = 32;
    private static final int CONNECTIONS_THAT_WAIT = 1_024;

    private final URI url;
    private final boolean hasSchemas;
    private final AutoCloseable host;
    private final HttpClient client = HttpClient.newHttpClient();

    private EndpointServer(URI url, Endpoint endpoint, AutoCloseable host) {
        this.url = url;
        this.hasSchemas = endpoint instanceof MigrationEndpoint;
        this.host = host;
    }

    /** On the JDK's server. */
    static EndpointServer start(Endpoint endpoint) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            HttpServer http = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CONNECTIONS_THAT_WAIT);
            http.setExecutor(threads);
            http.createContext("/auth0", new MigrationHttpHandler(endpoint));
            http.start();
            return new EndpointServer(at(http.getAddress().getPort()), endpoint, () -> {
                http.stop(0);
                threads.shutdownNow();
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** On Jetty, whose clients may be silent for so long. */
    static EndpointServer startOnJetty(Endpoint endpoint, Duration idle) {
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(idle.toMillis());
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new MigrationServlet(endpoint)), "/auth0/*");
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return new EndpointServer(at(connector.getLocalPort()), endpoint, jetty::stop);
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port + "/auth0");
    }

    URI url() {
        return url;
    }

    /** Posts JSON as a script with the right secret does. */
    Answer post(String path, String json) {
        return send(path, request -> request.POST(BodyPublishers.ofString(json)));
    }

    /** Sends a request that has a script's headers already; the change may set them anew. */
    Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "application/json");
        Answer answer = Answer.of(exchange(change.apply(request).build()));
        if (hasSchemas) {
            MessageSchema.of(path, answer.status()).check(answer);
        }
        return answer;
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
        try {
            host.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
