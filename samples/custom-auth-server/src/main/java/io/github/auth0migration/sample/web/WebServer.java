package io.github.auth0migration.sample.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves {@link Routes} over the JDK's HTTP server. Closing it finishes what is under way. Thread-safe. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int THREADS = 64;
    private static final int WAITING = 256;
    /** Longer than any sign-in may take, see {@link io.github.auth0migration.Deadline}. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

    static {
        // The JDK's server reads these once: seconds that a client may take to send a request, and no delayed packets.
        System.setProperty("sun.net.httpserver.maxReqTime", "15");
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final InFlight inFlight = new InFlight();
    private final Routes routes;
    private final boolean behindHttps;

    private WebServer(HttpServer server, Routes routes, boolean behindHttps) {
        this.server = server;
        this.routes = routes;
        this.behindHttps = behindHttps;
        // A request too many is dropped with its connection: a longer queue would only answer people who have left.
        this.threads =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Starts a server.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any free one
     * @param behindHttps whether browsers come by https, through a proxy
     * @param routes what to serve
     * @return the server, running
     * @throws IOException if it cannot listen there
     */
    public static WebServer start(String host, int port, boolean behindHttps, Routes routes) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        WebServer started = new WebServer(server, routes, behindHttps);
        server.setExecutor(started.threads);
        server.createContext("/", started::serve);
        server.start();
        return started;
    }

    /** {@return where it listens} */
    public URI url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!inFlight.enter()) {
                send(exchange, Response.text(503, "The server is ending.").with("Connection", "close"));
                return;
            }
            try {
                send(exchange, answer(new Request(exchange)));
            } finally {
                inFlight.leave();
            }
        }
    }

    private Response answer(Request request) {
        try {
            return routes.answer(request);
        } catch (BadRequestException e) {
            return Response.message(e.status(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("path", request.path())
                    .addKeyValue("problem", e.getClass().getName())
                    .log("A page failed");
            LOG.debug("A page failed", e);
            return Response.message(500, "Something went wrong on our side. Please try again in a moment.");
        }
    }

    private void send(HttpExchange exchange, Response response) throws IOException {
        SecurityHeaders.addTo(exchange.getResponseHeaders(), behindHttps);
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
        if (!bodiless) {
            // Closed here, for only that sends the last of it: before the request counts as finished.
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(response.body());
            }
        }
    }

    @Override
    public void close() {
        inFlight.drain(LONGEST_REQUEST);
        server.stop(0);
        threads.shutdown();
    }
}
