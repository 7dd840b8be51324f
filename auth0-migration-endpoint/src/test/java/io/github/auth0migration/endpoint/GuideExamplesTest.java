package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.testkit.InMemorySource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/endpoint.md}, line by line: a test of that page compares. */
class GuideExamplesTest {

    private final InMemorySource okta = InMemorySource.named("okta");
    private final MigrationListener events = event -> {};
    private final Map<String, String> secrets =
            Map.of("scripts", EndpointServer.SECRET, "operators", EndpointServer.OPERATORS_SECRET);

    @Test
    void anEndpointIsMounted() throws IOException {
        ServletContextHandler context = new ServletContextHandler("/");
        HttpServer server = HttpServer.create();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        EndpointSources sources =
                EndpointSources.builder().source(okta).listener(events).build();
        MigrationEndpoint endpoint = MigrationEndpoint.builder(sources)
                .callers(BearerSecrets.of(() -> List.of(secrets.get("scripts"))))
                .operators(BearerSecrets.of(() -> List.of(secrets.get("operators"))))
                .build();

        context.addServlet(new ServletHolder(new MigrationServlet(endpoint)), "/auth0/*");

        server.setExecutor(threads);
        server.createContext("/auth0", new MigrationHttpHandler(endpoint));

        assertThat(endpoint).hasToString("MigrationEndpoint[EndpointSources[okta]]");
        threads.shutdownNow();
    }

    @Test
    void accessTokensAreTaken() {
        Auth0AccessTokens tokens = Auth0AccessTokens.builder()
                .issuer(URI.create("https://example.eu.auth0.com/"))
                .audience("https://migration.example.com/")
                .clients(Set.of("the-client-id-of-the-scripts"))
                .scope("migrate:users")
                .build();

        assertThat(tokens.check("no.token")).isInstanceOf(CallerVerdict.Unauthorized.class);
        tokens.close();
    }
}
