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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** One id leads from the script's log line over our event to the request that the platform's support can find. */
class CorrelationTest {

    @Test
    void anIdRunsFromTheScriptToThePlatformsRequestId() {
        List<MigrationEvent> events = new CopyOnWriteArrayList<>();
        try (OktaSimulator okta = OktaSimulator.start();
                OktaSource source = OktaSource.builder()
                        .orgUrl(okta.url())
                        .apiToken(okta::apiToken)
                        .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                        .userIdPrefix("okta")
                        .build();
                EndpointServer server = EndpointServer.start(MigrationEndpoint.builder(EndpointSources.builder()
                                .source(source)
                                .listener(events::add)
                                .build())
                        .callers(BearerSecrets.of(EndpointServer.SECRET))
                        .build())) {
            okta.fault(
                    OktaOperation.AUTHN,
                    Fault.reply(
                            Reply.json(429, Map.of("errorCode", "E0000047")).with("X-Okta-Request-Id", "reqOfOkta")));
            okta.add(OktaPerson.builder("ada@example.com")
                    .password(Marked.PASSWORD)
                    .build());

            Answer answer = server.post(
                    "/login",
                    "{\"version\":1,\"identifier\":\"ada@example.com\",\"password\":\"" + Marked.PASSWORD
                            + "\",\"correlation_id\":\"c-4711\"}");

            assertThat(answer.text("correlation_id")).isEqualTo("c-4711");
            assertThat(answer.status()).isEqualTo(503);
        }
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.correlationId()).isEqualTo("c-4711");
            assertThat(event.ending().detail()).contains("reqOfOkta");
        });
    }
}
