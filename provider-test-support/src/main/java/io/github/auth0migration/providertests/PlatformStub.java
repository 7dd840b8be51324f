package io.github.auth0migration.providertests;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A platform that answers just what a test says. Registered as a static extension it begins anew before each test.
 */
public abstract class PlatformStub implements AutoCloseable, BeforeEachCallback, AfterAllCallback {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    protected PlatformStub() {
        server.start();
    }

    /** Sets up the ordinary answers, after all others were forgotten. */
    protected abstract void stubOrdinaryAnswers();

    public final void reset() {
        server.resetAll();
        stubOrdinaryAnswers();
    }

    protected final WireMockServer server() {
        return server;
    }

    public final URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Everything that arrived, oldest first. */
    public final List<LoggedRequest> requests() {
        List<LoggedRequest> all = new ArrayList<>(server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList());
        Collections.reverse(all);
        return all;
    }

    /** Everything that arrived as {@code VERB path?query}, oldest first. */
    public final List<String> lines() {
        return requests().stream()
                .map(request -> request.getMethod().getName() + " " + request.getUrl())
                .toList();
    }

    /** A page such as gateways and captive portals send. */
    public static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>" + Marked.secret("page") + "</html>");
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        reset();
    }

    @Override
    public final void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public final void close() {
        server.stop();
    }
}
