package io.github.auth0migration.sample.endpoint;

import com.sun.net.httpserver.HttpServer;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.endpoint.Callers;
import io.github.auth0migration.endpoint.EndpointSources;
import io.github.auth0migration.endpoint.KeycloakEndpoint;
import io.github.auth0migration.endpoint.MigrationEndpoint;
import io.github.auth0migration.endpoint.MigrationHttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Both endpoints on one server of the JDK, on this machine only: a proxy in front of it ends TLS. */
final class EndpointHost implements AutoCloseable {

    private static final int THREADS = 64;
    private static final int SECONDS_TO_FINISH = 10;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    private EndpointHost(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    static EndpointHost start(int port, MigrationSource source, Callers scripts, Callers keycloak, Callers operators)
            throws IOException {
        // One for both: a guess at the one counts at the other.
        EndpointSources sources = EndpointSources.builder().source(source).build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        server.setExecutor(threads);
        server.createContext(
                "/auth0",
                new MigrationHttpHandler(MigrationEndpoint.builder(sources)
                        .callers(scripts)
                        .operators(operators)
                        .build()));
        server.createContext(
                "/keycloak",
                new MigrationHttpHandler(
                        KeycloakEndpoint.builder(sources).callers(keycloak).build()));
        server.start();
        return new EndpointHost(server, threads);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets requests in flight finish. */
    @Override
    public void close() {
        // On JDK 17 an idle server would wait, too.
        server.stop(threads.getActiveCount() == 0 ? 0 : SECONDS_TO_FINISH);
        threads.shutdown();
    }
}
