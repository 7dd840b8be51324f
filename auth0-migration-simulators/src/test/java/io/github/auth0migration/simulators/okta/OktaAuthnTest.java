package io.github.auth0migration.simulators.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OktaAuthnTest {

    private static final String ADA = "ada@example.com";

    private final OktaSimulator okta =
            OktaSimulator.builder().clock(new TestClock()).start();
    private final Client client = new Client(okta);

    @AfterEach
    void close() {
        okta.close();
    }

    @Test
    void successHasASessionTokenAndAUserWithoutEmail() throws IOException {
        OktaPerson ada = okta.add(ada().firstName("Ada").lastName("Winter").build());

        Client.Answer answer = client.authn(ADA, Marked.PASSWORD);

        assertThat(answer.state()).isEqualTo("200 SUCCESS");
        assertThat(answer.text("/sessionToken")).isNotEmpty();
        assertThat(answer.json().has("stateToken")).isFalse();
        assertThat(answer.text("/expiresAt")).isEqualTo("2026-03-01T12:05:00.000Z");
        assertThat(answer.text("/_embedded/user/id")).isEqualTo(ada.id()).hasSize(20);
        assertThat(answer.json().at("/_embedded/user/profile").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("login", "firstName", "lastName", "locale", "timeZone");
        assertThat(answer.text("/_embedded/user/profile/firstName")).isEqualTo("Ada");
        assertThat(okta.openTransactions()).isZero();
    }

    @Test
    void unknownPersonAndWrongPasswordAreAnsweredAlike() throws IOException {
        okta.add(ada().build());
        okta.add(OktaPerson.builder("bob@example.com").build());

        for (String login : List.of(ADA, "nobody@example.com", "bob@example.com")) {
            Client.Answer answer = client.authn(login, Marked.WRONG_PASSWORD);
            assertThat(answer.error()).isEqualTo("401 E0000004");
            assertThat(answer.text("/errorSummary")).isEqualTo("Authentication failed");
            assertThat(answer.json().at("/errorCauses").isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com", "ADA@Example.COM", "ada", "Ada"})
    void loginInAnyCaseAndUniqueShortNameSignIn(String username) throws IOException {
        okta.add(ada().build());

        assertThat(client.authn(username, Marked.PASSWORD).state()).isEqualTo("200 SUCCESS");
    }

    @Test
    void ambiguousShortNameDoesNotSignIn() throws IOException {
        okta.add(ada().build());
        okta.add(OktaPerson.builder("ada@other.example.com")
                .password(Marked.PASSWORD)
                .build());

        assertThat(client.authn("ada", Marked.PASSWORD).error()).isEqualTo("401 E0000004");
        okta.remove("ada@other.example.com");
        assertThat(client.authn("ada", Marked.PASSWORD).state()).isEqualTo("200 SUCCESS");
    }

    static Stream<Arguments> people() {
        return Stream.of(
                row("200 MFA_REQUIRED", person -> person.factor("push")),
                row("200 MFA_REQUIRED", person -> person.factor("push").passwordExpired()),
                row("200 SUCCESS", person -> person.factor("push", "OKTA", "PENDING_ACTIVATION")),
                row("200 SUCCESS", person -> person.factor("push").noFactors()),
                row("200 MFA_ENROLL", OktaPerson.Builder::mustEnrollFactor),
                row("200 PASSWORD_EXPIRED", OktaPerson.Builder::passwordExpired),
                row("200 PASSWORD_EXPIRED", person -> person.status("PASSWORD_EXPIRED")),
                row("200 SUCCESS", OktaPerson.Builder::passwordExpiresSoon),
                row("401 ", person -> person.status("LOCKED_OUT")),
                row("401 ", person -> person.status("RECOVERY")),
                row("401 ", person -> person.status("STAGED")),
                row("401 ", person -> person.status("PROVISIONED")),
                row("401 ", person -> person.status("SUSPENDED")),
                row("401 ", person -> person.status("DEPROVISIONED")),
                row("401 ", person -> person.status("SOMETHING_NEW")),
                row("401 ", person -> person.provider("FEDERATION")),
                row("401 ", person -> person.provider("SOCIAL")),
                row("200 SUCCESS", person -> person.provider("ACTIVE_DIRECTORY")));
    }

    private static Arguments row(String expected, UnaryOperator<OktaPerson.Builder> person) {
        return Arguments.of(expected, person);
    }

    @ParameterizedTest
    @MethodSource("people")
    void theRightPasswordEndsIn(String expected, UnaryOperator<OktaPerson.Builder> person) throws IOException {
        okta.add(person.apply(ada()).build());

        assertThat(client.authn(ADA, Marked.PASSWORD).state()).isEqualTo(expected);
    }

    @Test
    void mfaRequiredListsActiveFactorsAndOpensATransaction() throws IOException {
        okta.add(ada().factor("token:software:totp", "GOOGLE", "ACTIVE")
                .factor("sms", "OKTA", "PENDING_ACTIVATION")
                .build());

        Client.Answer answer = client.authn(ADA, Marked.PASSWORD);

        assertThat(answer.json().at("/_embedded/factors")).hasSize(1);
        assertThat(answer.text("/_embedded/factors/0/factorType")).isEqualTo("token:software:totp");
        assertThat(answer.text("/_embedded/factors/0/provider")).isEqualTo("GOOGLE");
        assertThat(answer.json().has("sessionToken")).isFalse();
        assertThat(answer.text("/_links/cancel/href")).isEqualTo(okta.url() + "/api/v1/authn/cancel");
        assertThat(okta.openTransactions()).isEqualTo(1);
    }

    @Test
    void stateTokenReadsAndCancelEndsTheTransaction() throws IOException {
        okta.add(ada().mustEnrollFactor().build());
        String token = "{\"stateToken\":\"" + client.authn(ADA, Marked.PASSWORD).text("/stateToken") + "\"}";

        assertThat(client.post("/api/v1/authn", token).state()).isEqualTo("200 MFA_ENROLL");
        assertThat(client.post("/api/v1/authn/cancel", token).status()).isEqualTo(200);
        assertThat(okta.openTransactions()).isZero();
        assertThat(client.post("/api/v1/authn", token).error()).isEqualTo("401 E0000011");
        assertThat(client.post("/api/v1/authn/cancel", token).error()).isEqualTo("401 E0000011");
        assertThat(client.post("/api/v1/authn/cancel", "{}").error()).isEqualTo("400 E0000001");
        assertThat(okta.requests(OktaOperation.CANCEL)).isEqualTo(3);
    }

    @Test
    void expiryShowsInTheStatusOnlyAfterSigningIn() throws IOException {
        okta.add(ada().passwordExpired().build());
        assertThat(okta.person(ADA).status()).isEqualTo("ACTIVE");

        client.authn(ADA, Marked.PASSWORD);
        assertThat(okta.person(ADA).status()).isEqualTo("PASSWORD_EXPIRED");

        okta.setPassword(ADA, Marked.secret("another-password"));
        assertThat(okta.person(ADA).status()).isEqualTo("ACTIVE");
        assertThat(client.authn(ADA, Marked.PASSWORD).error()).isEqualTo("401 E0000004");
        assertThat(client.authn(ADA, Marked.secret("another-password")).state()).isEqualTo("200 SUCCESS");
    }

    @Test
    void warningComesOnlyWhenAskedFor() throws IOException {
        okta.add(ada().passwordExpiresSoon().build());
        String body = Client.json(Map.of(
                "username",
                ADA,
                "password",
                Marked.PASSWORD,
                "relayState",
                "/deep/link",
                "options",
                Map.of("warnBeforePasswordExpired", true)));

        Client.Answer answer = client.post("/api/v1/authn", body);
        assertThat(answer.state()).isEqualTo("200 PASSWORD_WARN");
        assertThat(answer.text("/relayState")).isEqualTo("/deep/link");
        assertThat(answer.json()
                        .at("/_embedded/policy/expiration/passwordExpireDays")
                        .isInt())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"username\":\"ada@example.com\"} | 400 E0000001",
                "{\"username\":\"ada@example.com\",\"password\":\"\"} | 400 E0000001",
                "{\"username\":\"\",\"password\":\"x\"} | 400 E0000001",
                "{} | 400 E0000001",
                "{\"username\": | 400 E0000003",
                "[] | 400 E0000003",
                "{} {} | 400 E0000003",
                "`` | 400 E0000003"
            })
    void badBodiesAreRefused(String body, String error) throws IOException {
        assertThat(client.post("/api/v1/authn", body).error()).isEqualTo(error);
    }

    @Test
    void missingPasswordIsExplainedInTheCauses() throws IOException {
        assertThat(client.post("/api/v1/authn", "{}").text("/errorCauses/0/errorSummary"))
                .contains("'username' and 'password'");
    }

    @Test
    void badHeadersAreRefused() throws IOException {
        assertThat(Client.send(client.request("/api/v1/authn").POST(BodyPublishers.ofString("{}")))
                        .error())
                .isEqualTo("400 E0000018");
        assertThat(sendWith("Content-Type", "application/x-www-form-urlencoded").error())
                .isEqualTo("400 E0000021");
        assertThat(Client.send(client.request("/api/v1/authn")
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/html")
                                .POST(BodyPublishers.ofString("{}")))
                        .error())
                .isEqualTo("406 E0000122");
        assertThat(sendWith("Content-Type", "application/json; charset=utf-8").error())
                .isEqualTo("400 E0000001");
        assertThat(client.get("/api/v1/authn").error()).isEqualTo("405 E0000022");
    }

    private Client.Answer sendWith(String header, String value) throws IOException {
        return Client.send(client.request("/api/v1/authn").header(header, value).POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void aScriptedAnswerHoldsForThePersonUntilTakenBack() throws IOException {
        okta.add(ada().build());
        okta.answerAuthn(
                ADA,
                200,
                Map.of(
                        "status",
                        "FACTOR_REQUIRED",
                        "stateToken",
                        Marked.secret("state"),
                        "_embedded",
                        Map.of("factors", List.of(Map.of("factorType", "password")))));
        okta.answerAuthn("ghost@example.com", 403, Map.of("errorCode", "E0000085"));

        assertThat(client.authn("Ada", Marked.WRONG_PASSWORD).state()).isEqualTo("200 FACTOR_REQUIRED");
        assertThat(okta.openTransactions()).isEqualTo(1);
        assertThat(client.authn("Ghost@example.com", Marked.PASSWORD).error()).isEqualTo("403 E0000085");
        okta.add(OktaPerson.builder("ghost@example.com").build());
        assertThat(client.authn("ghost", Marked.PASSWORD).error()).isEqualTo("403 E0000085");
        okta.answerAuthnNormally(ADA);
        assertThat(client.authn(ADA, Marked.PASSWORD).state()).isEqualTo("200 SUCCESS");
    }

    private static OktaPerson.Builder ada() {
        return OktaPerson.builder(ADA).password(Marked.PASSWORD);
    }
}
