package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Sources;
import io.github.auth0migration.testkit.InMemorySource;
import io.github.auth0migration.testsupport.Marked;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationEndpointTest {

    private static final String ADA = "{\"version\":1,\"identifier\":\"ada@example.com\",\"password\":\""
            + Marked.PASSWORD + "\",\"correlation_id\":\"c-1\"}";

    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    private final InMemorySource okta = InMemorySource.named("okta")
            .withUserIdPrefix("okta")
            .person("ada@example.com", Marked.PASSWORD, user -> user.name("Ada Winter"))
            .refused("bob@example.com", Marked.PASSWORD, Refusal.Reason.PASSWORD_EXPIRED)
            .refusedUnproved("lou@example.com", Refusal.Reason.DISABLED);
    private final EndpointSources sources =
            EndpointSources.builder().source(okta).listener(events::add).build();
    private final EndpointServer server = EndpointServer.start(MigrationEndpoint.builder(sources)
            .callers(BearerSecrets.of(EndpointServer.SECRET))
            .texts(PersonTexts.standard()
                    .withRefusal(Refusal.Reason.PASSWORD_EXPIRED, "Old password.")
                    .withWrongCredentials("No."))
            .build());

    @AfterEach
    void stop() {
        server.close();
    }

    private static String login(String identifier, String password) {
        return "{\"version\":1,\"identifier\":\"" + identifier + "\",\"password\":\"" + password + "\"}";
    }

    private static String find(String member, String value) {
        return "{\"version\":1,\"" + member + "\":\"" + value + "\"}";
    }

    @Test
    void aProvedPasswordGivesTheStampedProfile() {
        Answer answer = server.post("/login", ADA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.outcome()).isEqualTo("authenticated");
        assertThat(answer.text("correlation_id")).isEqualTo("c-1");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("c-1");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body().at("/profile/user_id").asText()).isEqualTo("okta|1");
        assertThat(answer.body().at("/profile/name").asText()).isEqualTo("Ada Winter");
        assertThat(answer.body().at("/profile/app_metadata/migration").isObject())
                .isTrue();
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.correlationId()).isEqualTo("c-1"));
    }

    @Test
    void aWrongPasswordNamesTheUserToTheScriptOnly() {
        Answer answer = server.post("/login", login("ada@example.com", Marked.WRONG_PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.outcome()).isEqualTo("rejected");
        assertThat(answer.text("cause")).isEqualTo("WRONG_PASSWORD");
        assertThat(answer.text("user_id")).isEqualTo("okta|1");
        assertThat(answer.text("message")).isEqualTo("No.");
    }

    @Test
    void anUnknownUserIsRejectedAsSuch() {
        Answer answer = server.post("/login", login("nobody@example.com", Marked.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("cause")).isEqualTo("UNKNOWN_USER");
        assertThat(answer.body().has("user_id")).isFalse();
    }

    @Test
    void aProvedRefusalReadsTheHostsOwnText() {
        Answer answer = server.post("/login", login("bob@example.com", Marked.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.outcome()).isEqualTo("refused");
        assertThat(answer.text("reason")).isEqualTo("PASSWORD_EXPIRED");
        assertThat(answer.body().path("password_proved").asBoolean()).isTrue();
        assertThat(answer.text("message")).isEqualTo("Old password.");
    }

    @Test
    void anUnprovedRefusalReadsLikeAWrongPassword() {
        Answer answer = server.post("/login", login("lou@example.com", Marked.PASSWORD));

        assertThat(answer.text("reason")).isEqualTo("DISABLED");
        assertThat(answer.body().path("password_proved").asBoolean(true)).isFalse();
        assertThat(answer.text("message")).isEqualTo("No.");
    }

    @Test
    void anOutageIs503AndNoVerdict() {
        okta.down(Failure.Kind.TIMEOUT);

        Answer login = server.post("/login", ADA);
        Answer find = server.post("/get-user", find("identifier", "ada@example.com"));

        assertThat(List.of(login, find)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.outcome()).isEqualTo("unavailable");
            assertThat(answer.text("kind")).isEqualTo("TIMEOUT");
            assertThat(answer.body().has("profile")).isFalse();
        });
    }

    @Test
    void whenToComeBackIsInHeaderAndBodyAndRoundedUp() {
        Failure busy = Failure.of(Failure.Kind.RATE_LIMITED, "Slow down.").withRetryAfter(Duration.ofMillis(1200));
        EndpointSources busySources = EndpointSources.builder()
                .source(Sources.of("busy", request -> new LoginOutcome.Unavailable(busy), request -> {
                    throw new IllegalStateException();
                }))
                .build();
        try (EndpointServer other = EndpointServer.start(MigrationEndpoint.builder(busySources)
                .callers(BearerSecrets.of(EndpointServer.SECRET))
                .build())) {
            Answer answer = other.post("/login", ADA);

            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(answer.body().path("retry_after_seconds").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aLookUpFindsByIdentifierAndByUserId() {
        Answer byIdentifier = server.post("/get-user", find("identifier", "ADA@example.com"));
        Answer byUserId = server.post("/get-user", find("user_id", "okta|1"));

        assertThat(byIdentifier.outcome()).isEqualTo("found");
        assertThat(byUserId.outcome()).isEqualTo("found");
        assertThat(byUserId.body().get("profile")).isEqualTo(byIdentifier.body().get("profile"));
        assertThat(byUserId.body().at("/profile/app_metadata/migration").isMissingNode())
                .isTrue();
    }

    @Test
    void nobodyIsNotFoundAndARefusedPersonIsNot() {
        Answer nobody = server.post("/get-user", find("identifier", "nobody@example.com"));
        Answer disabled = server.post("/get-user", find("identifier", "lou@example.com"));

        assertThat(nobody.outcome()).isEqualTo("not_found");
        assertThat(nobody.text("evidence")).isEqualTo("EXACT");
        assertThat(disabled.outcome()).isEqualTo("refused");
        assertThat(disabled.status()).isEqualTo(200);
    }

    @Test
    void whatIsSwitchedOffGivesNoVerdict() {
        sources.switchOf("okta").turnOff();

        Answer answer = server.post("/login", ADA);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("kind")).isEqualTo("SWITCHED_OFF");
        assertThat(okta.loginCalls()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources.switchOf("gigya"))
                .withMessageContaining("okta");
    }

    @Test
    void sixGuessesReachThePlatformFiveTimes() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(server.post("/login", login("ada@example.com", Marked.WRONG_PASSWORD + guess))
                            .outcome())
                    .isEqualTo("rejected");
        }

        Answer sixth = server.post("/login", login("ÁDA @example.com", Marked.WRONG_PASSWORD));

        assertThat(sixth.text("reason")).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(sixth.text("message")).isEqualTo("No.");
        assertThat(sixth.body().path("retry_after_seconds").asInt()).isPositive();
        assertThat(okta.loginCalls()).isEqualTo(5);
    }
}
