package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.testsupport.Marked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The endpoint in a servlet container. */
class MigrationServletTest extends MigrationEndpointContract {

    @Override
    EndpointServer start(Endpoint endpoint) {
        return EndpointServer.startOnJetty(endpoint, Duration.ofSeconds(30));
    }

    @Test
    void theContainerSendsNoContinueToStrangers() {
        try (RawClient client = new RawClient(server().url())) {
            client.send(head(
                    "Bearer " + Marked.secret("a-stranger-0123456789abcdef0123456"), 9000, "Expect: 100-continue"));

            assertThat(client.answer()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void theContainerSendsContinueToScripts() {
        try (RawClient client = new RawClient(server().url())) {
            client.send(head("Bearer " + EndpointServer.SECRET, ADA.length(), "Expect: 100-continue"));
            assertThat(client.head()).startsWith("HTTP/1.1 100 ");
            client.send(ADA);

            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("\"authenticated\"");
        }
    }

    @Test
    void whoIsNotLetInIsToldThatTheConnectionEnds() {
        String stranger = "Bearer " + Marked.secret("a-stranger-0123456789abcdef0123456");
        try (RawClient client = new RawClient(server().url())) {
            client.send(head(stranger, ADA.length()));

            assertThat(client.answer()).startsWith("HTTP/1.1 401 ").containsIgnoringCase("connection: close");
            assertThat(client.everything()).isEmpty();
        }
    }

    @Test
    void theNextCallOfWhoIsLetInComesOverTheSameConnection() {
        try (RawClient client = new RawClient(server().url())) {
            for (int i = 0; i < 2; i++) {
                client.send(head("Bearer " + EndpointServer.SECRET, ADA.length()) + ADA);
                assertThat(client.answer()).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("connection: close");
            }
        }
    }

    @Test
    void aBodyThatDoesNotComeEndsByTheContainersTimeOut() {
        try (EndpointServer hasty = EndpointServer.startOnJetty(endpoint(), Duration.ofSeconds(2));
                RawClient client = new RawClient(hasty.url())) {
            client.send(head("Bearer " + EndpointServer.SECRET, 100) + "{\"version\":1,");

            assertThat(client.answer()).startsWith("HTTP/1.1 408 ").contains("\"timeout\"");
        }
    }
}
