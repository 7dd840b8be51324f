package io.github.auth0migration.simulators.okta;

import static io.github.auth0migration.simulators.okta.OktaOperation.AUTHN;
import static io.github.auth0migration.simulators.okta.OktaOperation.GET_USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OktaLimitsTest {

    private static final String RESET =
            String.valueOf(Instant.parse("2026-03-01T12:01:00Z").getEpochSecond());

    private final TestClock clock = new TestClock();
    private final OktaSimulator okta =
            OktaSimulator.builder().clock(clock).apiToken(Marked.TOKEN).start();
    private final Client client = new Client(okta);

    @AfterEach
    void close() {
        okta.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/me",
                "/api/v1/users/x",
                "/api/v1/users?q=x",
                "/api/v1/nothing",
                "/.well-known/okta-organization"
            })
    void everyAnswerHasOktasHeaders(String path) throws IOException {
        Client.Answer answer = client.get(path);

        assertThat(answer.header("x-rate-limit-limit")).isEqualTo("1000000");
        assertThat(answer.header("x-rate-limit-remaining")).isEqualTo("999999");
        assertThat(answer.header("x-rate-limit-reset")).isEqualTo(RESET);
        assertThat(answer.header("x-okta-request-id")).isNotEmpty();
        assertThat(answer.header("date")).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
        assertThat(answer.headers("retry-after")).isEmpty();
    }

    @Test
    void whatIsOverTheLimitIsRefusedUntilTheWindowEnds() throws IOException {
        okta.rateLimit(AUTHN, 2);
        assertThat(signIn().error()).isEqualTo("401 E0000004");
        clock.advance(Duration.ofSeconds(20));
        assertThat(signIn().header("x-rate-limit-remaining")).isEqualTo("0");

        Client.Answer over = signIn();
        assertThat(over.error()).isEqualTo("429 E0000047");
        assertThat(over.header("x-rate-limit-limit")).isEqualTo("2");
        assertThat(over.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(over.header("x-rate-limit-reset")).isEqualTo(RESET);
        assertThat(over.header("date")).isEqualTo("Sun, 01 Mar 2026 12:00:20 GMT");
        assertThat(over.headers("retry-after")).isEmpty();
        assertThat(client.get("/api/v1/users/me").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(40));
        assertThat(signIn().error()).isEqualTo("401 E0000004");
        assertThat(okta.requests(AUTHN)).isEqualTo(4);
    }

    @Test
    void theConcurrencyLimitTellsZeroOfZero() throws IOException {
        okta.concurrencyLimitHit(GET_USER, 1);

        Client.Answer hit = client.get("/api/v1/users/me");
        assertThat(hit.error()).isEqualTo("429 E0000047");
        assertThat(hit.header("x-rate-limit-limit")).isEqualTo("0");
        assertThat(hit.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(hit.header("x-rate-limit-reset")).isEqualTo(RESET);
        assertThat(client.get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    void usersNeedTheToken() throws IOException {
        for (String path : List.of("/api/v1/users/me", "/api/v1/users", "/api/v1/users/x/factors")) {
            assertThat(Client.send(client.request(path)).error()).isEqualTo("401 E0000011");
            assertThat(Client.send(client.request(path).header("Authorization", "Bearer " + Marked.TOKEN))
                            .error())
                    .isEqualTo("401 E0000011");
        }
    }

    @Test
    void tokensAreRevokedAndRotated() throws IOException {
        assertThat(okta.apiToken()).isEqualTo(Marked.TOKEN);
        okta.revokeApiToken();
        assertThat(client.get("/api/v1/users/me").error()).isEqualTo("401 E0000011");
        assertThat(okta.rotateApiToken()).isEqualTo(okta.apiToken()).isNotEqualTo(Marked.TOKEN);
        assertThat(client.get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(Client.send(client.request("/api/v1/users/me").header("Authorization", "SSWS " + Marked.TOKEN))
                        .error())
                .isEqualTo("401 E0000011");
    }

    @Test
    void signInIsAnonymousButABadTokenSpoilsIt() throws IOException {
        assertThat(signInWith("SSWS " + Marked.TOKEN).error()).isEqualTo("401 E0000004");
        assertThat(signInWith("SSWS " + Marked.secret("bad-token")).error()).isEqualTo("401 E0000011");
    }

    @Test
    void deniedRightsAreForOneOperation() throws IOException {
        okta.denyRights(GET_USER);
        okta.denyRights(AUTHN);
        assertThat(client.get("/api/v1/users/me").error()).isEqualTo("403 E0000006");
        assertThat(signIn().error()).isEqualTo("403 E0000006");
        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
        okta.grantRights(GET_USER);
        assertThat(client.get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    void theOrganizationTellsItsEngineToAnybody() throws IOException {
        assertThat(organization().text("/pipeline")).isEqualTo("v1");
        okta.engine("idx");
        assertThat(organization().text("/pipeline")).isEqualTo("idx");
        assertThat(organization().text("/_links/organization/href"))
                .isEqualTo(okta.url().toString());
    }

    private Client.Answer organization() throws IOException {
        return Client.send(client.request("/.well-known/okta-organization"));
    }

    private Client.Answer signIn() throws IOException {
        return client.authn("nobody@example.com", Marked.PASSWORD);
    }

    private Client.Answer signInWith(String authorization) throws IOException {
        return Client.send(client.request("/api/v1/authn")
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"a\",\"password\":\"b\"}")));
    }
}
