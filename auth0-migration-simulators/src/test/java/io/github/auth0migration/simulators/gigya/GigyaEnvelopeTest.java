package io.github.auth0migration.simulators.gigya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.Client.Answer;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GigyaEnvelopeTest {

    private static final String ADA = "ada@example.com";

    private final GigyaSimulator site =
            GigyaSimulator.builder().clock(new TestClock()).start();
    private final GigyaClient client = new GigyaClient(site);

    @BeforeEach
    void addAda() {
        site.add(GigyaPerson.builder(ADA).uid("ada").password(Marked.PASSWORD).build());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void successAndErrorHaveTheSameEnvelopeAndStatus200() throws IOException {
        Answer right = client.login(ADA, Marked.PASSWORD);
        Answer wrong = client.login(ADA, Marked.WRONG_PASSWORD);

        for (Answer answer : new Answer[] {right, wrong}) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
            assertThat(answer.text("/callId")).hasSize(32);
            assertThat(answer.text("/apiVersion")).isEqualTo("2");
            assertThat(answer.text("/time")).isEqualTo("2026-03-01T12:00:00.000Z");
        }
        assertThat(right.text("/statusCode")).isEqualTo("200");
        assertThat(right.text("/statusReason")).isEqualTo("OK");
        assertThat(right.json().path("errorCode").isInt()).isTrue();
        assertThat(right.json().has("errorMessage")).isFalse();
        assertThat(wrong.error()).isEqualTo("200 403042");
        assertThat(wrong.text("/statusCode")).isEqualTo("403");
        assertThat(wrong.text("/statusReason")).isEqualTo("Forbidden");
        assertThat(wrong.text("/errorMessage")).isEqualTo("Invalid LoginID");
        assertThat(wrong.text("/errorDetails")).isEqualTo("invalid loginID or password");
        assertThat(right.text("/callId")).isNotEqualTo(wrong.text("/callId"));
    }

    @Test
    void contextComesBack() throws IOException {
        assertThat(client.call("accounts.getAccountInfo", "UID", "ada", "context", "c 1")
                        .text("/context"))
                .isEqualTo("c 1");
        assertThat(client.call("accounts.getAccountInfo", "UID", "ada").json().has("context"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "getAccountInfo", "search", "identifiers.find"})
    void whatIsNotAPostedFormFails(String method) throws IOException {
        Map<String, String> form = Map.of(
                "apiKey",
                site.apiKey(),
                "userKey",
                site.userKey(),
                "secret",
                site.secret(),
                "UID",
                "ada",
                "loginID",
                ADA,
                "password",
                Marked.PASSWORD,
                "query",
                "SELECT UID FROM accounts");
        String path = "accounts." + method;

        assertThat(Client.send(client.request(path + "?" + GigyaClient.encoded(form)))
                        .error())
                .isEqualTo("200 400006");
        assertThat(Client.send(client.request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(Client.json(form))))
                        .error())
                .isEqualTo("200 400006");
        assertThat(Client.send(client.request(path).POST(BodyPublishers.ofString(GigyaClient.encoded(form))))
                        .error())
                .isEqualTo("200 400006");
        assertThat(site.sessions()).isZero();
    }

    @Test
    void thePathTellsTheOperationAndUnknownMethodsFail() throws IOException {
        assertThat(client.call("accounts.exportPasswords").error()).isEqualTo("200 400096");
        assertThat(client.call("accounts.Login").error()).isEqualTo("200 400096");
        client.login(ADA, Marked.PASSWORD);
        Client.send(client.request("accounts.login"));

        assertThat(site.requests(GigyaOperation.OTHER)).isEqualTo(2);
        assertThat(site.requests(GigyaOperation.LOGIN)).isEqualTo(2);
        assertThat(site.received().get(2).body()).contains("loginID=ada%40example.com");
    }

    @Test
    void wrongDataCenterAnswersEverythingWithWhereToGo() throws IOException {
        site.wrongDataCenter("eu1.gigya.com");

        Answer answer = client.login(ADA, Marked.PASSWORD);
        assertThat(answer.error()).isEqualTo("200 301001");
        assertThat(answer.text("/apiDomain")).isEqualTo("eu1.gigya.com");
        assertThat(answer.text("/location")).isEqualTo("https://accounts.eu1.gigya.com/accounts.login");
        assertThat(client.bare("accounts.search", Map.of()).error()).isEqualTo("200 301001");
        assertThat(client.call("nothing.atAll").error()).isEqualTo("200 301001");

        site.rightDataCenter();
        assertThat(client.login(ADA, Marked.PASSWORD).error()).isEqualTo("200 0");
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN, accounts.login",
        "GET_ACCOUNT_INFO, accounts.getAccountInfo",
        "SEARCH, accounts.search",
        "FIND_IDENTIFIER, accounts.identifiers.find"
    })
    void rightsAreDeniedAndErrorsForcedByOperation(GigyaOperation operation, String method) throws IOException {
        String[] form = {
            "loginID",
            ADA,
            "password",
            Marked.PASSWORD,
            "UID",
            "ada",
            "query",
            "SELECT UID FROM accounts",
            "identifierSchema",
            "gigya.com/identifiers/email",
            "id",
            ADA
        };
        site.denyRights(operation);
        assertThat(client.call(method, form).error()).isEqualTo("200 403007");
        site.grantRights(operation);
        assertThat(client.call(method, form).error()).isEqualTo("200 0");

        site.answerNext(operation, 403_048, 1);
        site.answerNext(operation, 409_030, 2);
        assertThat(client.call(method, form).error()).isEqualTo("200 403048");
        assertThat(client.call(method, form).error()).isEqualTo("200 409030");
        assertThat(client.call(method, form).error()).isEqualTo("200 409030");
        assertThat(client.call(method, form).error()).isEqualTo("200 0");
    }

    @Test
    void successCannotBeForced() {
        assertThatThrownBy(() -> site.answerNext(GigyaOperation.LOGIN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void faultsSpoilTheAnswerOfACallThatHappened() throws IOException {
        site.faultOnce(GigyaOperation.LOGIN, Fault.missingMember("/errorCode"));

        assertThat(client.login(ADA, Marked.PASSWORD).json().has("errorCode")).isFalse();
        assertThat(site.sessions()).isEqualTo(1);
    }

    @Test
    void textsHoldNoSecrets() {
        assertThat(site.add(GigyaPerson.builder("otto@example.com")
                        .uid("otto")
                        .password(Marked.PASSWORD)
                        .build()))
                .hasToString("GigyaPerson[otto]");
        assertThat(site).asString().startsWith("GigyaSimulator[http://127.0.0.1:");
    }
}
