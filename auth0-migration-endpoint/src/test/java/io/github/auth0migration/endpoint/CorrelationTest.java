package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.RecordingAppender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One id leads from the script's log line over our event to the request that the platform's support can find. */
class CorrelationTest {

    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    private final OktaSimulator okta = OktaSimulator.start();
    private final OktaSource source = OktaSource.builder()
            .orgUrl(okta.url())
            .apiToken(okta::apiToken)
            .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
            .userIdPrefix("okta")
            .build();
    private final EndpointServer server = EndpointServer.start(MigrationEndpoint.builder(EndpointSources.builder()
                    .source(source)
                    .listener(events::add)
                    .build())
            .callers(BearerSecrets.of(EndpointServer.SECRET))
            .build());

    @AfterEach
    void close() {
        server.close();
        source.close();
        okta.close();
    }

    private Answer signIn(String password) {
        okta.add(OktaPerson.builder("ada@example.com").password(Marked.PASSWORD).build());
        return server.post(
                "/login",
                "{\"version\":1,\"identifier\":\"ada@example.com\",\"password\":\"" + password
                        + "\",\"correlation_id\":\"c-4711\"}");
    }

    @Test
    void anIdRunsFromTheScriptToTheRequestThatFailed() {
        okta.fault(
                OktaOperation.AUTHN,
                Fault.reply(Reply.json(429, Map.of("errorCode", "E0000047")).with("X-Okta-Request-Id", "reqOfOkta")));

        Answer answer = signIn(Marked.PASSWORD);

        assertThat(answer.text("correlation_id")).isEqualTo("c-4711");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.correlationId()).isEqualTo("c-4711");
            assertThat(event.ending().detail()).contains("reqOfOkta");
        });
    }

    @Test
    void anIdRunsFromTheScriptToEveryRequestOfAVerdict() {
        RecordingAppender.takeOwnLines();
        okta.fault(
                OktaOperation.AUTHN,
                Fault.reply(Reply.json(401, Map.of("errorCode", "E0000004")).with("X-Okta-Request-Id", "reqOfOkta")));

        assertThat(signIn(Marked.WRONG_PASSWORD).text("outcome")).isEqualTo("rejected");

        List<String> answered = RecordingAppender.takeOwnLinesInFull().stream()
                .filter(line -> line.startsWith("DEBUG The platform answered"))
                .toList();
        assertThat(answered).hasSizeGreaterThan(1).allMatch(line -> line.contains("correlationId=c-4711"));
        assertThat(answered).filteredOn(line -> line.contains("reqOfOkta")).hasSize(1);
    }
}
