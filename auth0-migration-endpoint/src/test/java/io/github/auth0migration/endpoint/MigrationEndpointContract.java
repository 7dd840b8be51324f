package io.github.auth0migration.endpoint;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Sources;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.testkit.InMemorySource;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an endpoint answers, wherever it runs. */
abstract class MigrationEndpointContract {

    /** Mounts an endpoint and starts its server. */
    abstract EndpointServer start(Endpoint endpoint);

    static final String ADA = "{\"version\":1,\"identifier\":\"ada@example.com\",\"password\":\"" + Marked.PASSWORD
            + "\",\"correlation_id\":\"c-1\"}";

    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    private final InMemorySource okta = InMemorySource.named("okta")
            .withUserIdPrefix("okta")
            .person("ada@example.com", Marked.PASSWORD, user -> user.name("Ada Winter"))
            .refused("bob@example.com", Marked.PASSWORD, Refusal.Reason.PASSWORD_EXPIRED)
            .refusedUnproved("lou@example.com", Refusal.Reason.DISABLED);
    private final EndpointSources sources =
            EndpointSources.builder().source(okta).listener(events::add).build();
    // A clock that stands still: a busy machine must not look like a slow platform.
    private final TestTime time = new TestTime();
    private final MigrationEndpoint endpoint = MigrationEndpoint.builder(sources)
            .callers(BearerSecrets.of(EndpointServer.SECRET))
            .texts(PersonTexts.standard()
                    .withRefusal(Refusal.Reason.PASSWORD_EXPIRED, "Old password.")
                    .withWrongCredentials("No."))
            .time(time)
            .build();
    private final EndpointServer server = start(endpoint);

    @AfterEach
    void stop() {
        server.close();
    }

    final EndpointServer server() {
        return server;
    }

    final MigrationEndpoint endpoint() {
        return endpoint;
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
        try (EndpointServer other = start(MigrationEndpoint.builder(busySources)
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

    /** The head of a request to {@code /login}, for clients that send the body as they like. */
    static String head(String authorization, int length, String... more) {
        StringBuilder head = new StringBuilder("POST /auth0/login HTTP/1.1\r\nHost: 127.0.0.1\r\n")
                .append("Content-Type: application/json\r\n");
        if (!authorization.isEmpty()) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        if (length >= 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        for (String header : more) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static String script() {
        return "Bearer " + EndpointServer.SECRET;
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @Test
    void aBodyInChunksIsRead() {
        try (RawClient client = new RawClient(server.url())) {
            client.send(head(script(), -1, "Transfer-Encoding: chunked") + chunk(ADA.substring(0, 20))
                    + chunk(ADA.substring(20)) + "0\r\n\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("\"authenticated\"");
        }
    }

    @Test
    void aBodyInChunksIsReadUpToTheLimitOnly() {
        try (RawClient client = new RawClient(server.url())) {
            client.send(
                    head(script(), -1, "Transfer-Encoding: chunked") + chunk(" ".repeat(RequestBody.MAX_BYTES + 1)));

            assertThat(client.answer()).startsWith("HTTP/1.1 413 ").contains("\"too_large\"");
        }
    }

    @Test
    void anAnnouncedBodyOverTheLimitIsNotWaitedFor() {
        try (RawClient client = new RawClient(server.url())) {
            client.send(head(script(), RequestBody.MAX_BYTES + 1));

            assertThat(client.answer()).startsWith("HTTP/1.1 413 ").contains("\"too_large\"");
        }
    }

    @Test
    void aBodyThatEndsEarlyReachesNoSource() {
        try (RawClient client = new RawClient(server.url())) {
            client.send(head(script(), ADA.length() + 10) + ADA);
            client.sendNoMore();

            assertThat(client.answer()).doesNotContain("200", "authenticated");
        }
        assertThat(okta.loginCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/login/",
                "/login/x",
                "//login",
                "/LOGIN",
                "/x/../login",
                "/./login",
                "/%2e/login",
                "/%6cogin",
                "/login;jsessionid=1",
                ";x=1/login",
                "/login%2f",
                "/login%00",
                "/x"
            })
    void onlyPathsSpeltAsTheyShouldBeAreThere(String path) {
        try (RawClient client = new RawClient(server.url())) {
            client.send(head(script(), ADA.length()).replace("/auth0/login", "/auth0" + path) + ADA);

            assertThat(client.answer()).containsPattern("^HTTP/1.1 4(00|04) ").doesNotContain("authenticated");
        }
        assertThat(okta.loginCalls()).isZero();
    }

    @Test
    void aQueryChangesNothing() {
        assertThat(server.post("/login?path=/get-user", ADA).outcome()).isEqualTo("authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post"})
    void otherMethodsTellNothing(String method) {
        try (RawClient client = new RawClient(server.url())) {
            client.send(head(script(), 0, "Connection: close", "X-Probe: " + Marked.TOKEN)
                    .replaceFirst("POST", method));

            assertThat(client.everything())
                    .startsWith("HTTP/1.1 405 ")
                    .containsIgnoringCase("\r\nAllow: POST\r\n")
                    .doesNotContain(Marked.TOKEN, EndpointServer.SECRET)
                    .satisfies(answer -> assertThat(answer.contains("{")).isEqualTo(!method.equals("HEAD")));
        }
    }

    @Test
    void everyAnswerIsJsonThatNobodyKeeps() {
        for (Answer answer : List.of(
                server.post("/login", ADA),
                server.post("/login", "{}"),
                server.post("/nothing", ADA),
                server.send(
                        "/login",
                        request ->
                                request.setHeader("Authorization", "Bearer x").POST(noBody())))) {
            assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.text("correlation_id"))
                    .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElse(""));
        }
    }

    @Test
    void callersWithAccessTokensGetInByTheirOwn() {
        TestTokens tokens = new TestTokens("https://tenant.example.com/", time.instant());
        MigrationEndpoint byToken = MigrationEndpoint.builder(sources)
                .callers(Auth0AccessTokens.builder()
                        .issuer(URI.create(tokens.issuer()))
                        .audience(TestTokens.AUDIENCE)
                        .clients(Set.of(TestTokens.CLIENT))
                        .time(time)
                        .transport(call -> new HttpReply(
                                200,
                                Map.of(),
                                TestTokens.published(TestTokens.KEY).getBytes(StandardCharsets.UTF_8)))
                        .build())
                .build();
        try (EndpointServer other = start(byToken)) {
            assertThat(withToken(other, tokens.good()).outcome()).isEqualTo("authenticated");
            assertThat(withToken(other, EndpointServer.SECRET).text("error")).isEqualTo("unauthorized");
            assertThat(withToken(other, tokens.with(c -> c.claim("azp", "x").subject("x@clients")))
                            .text("error"))
                    .isEqualTo("forbidden");
        }
    }

    private static Answer withToken(EndpointServer at, String token) {
        return at.send(
                "/login",
                request -> request.setHeader("Authorization", "Bearer " + token).POST(ofString(ADA)));
    }
}
