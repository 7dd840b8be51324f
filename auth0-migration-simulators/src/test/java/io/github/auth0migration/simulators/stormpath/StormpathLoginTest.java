package io.github.auth0migration.simulators.stormpath;

import static io.github.auth0migration.simulators.stormpath.Caller.base64;
import static io.github.auth0migration.simulators.stormpath.Caller.verdict;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.COMPATIBLE;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.STORMPATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StormpathLoginTest {

    private static final String ADA = "ada.winter@example.com";
    private static final String PASSWORD = Marked.PASSWORD + ":ø";

    private final Map<StormpathDialect, StormpathSimulator> running = new EnumMap<>(StormpathDialect.class);

    @AfterEach
    void close() {
        running.values().forEach(StormpathSimulator::close);
    }

    @ParameterizedTest
    @CsvSource({"ada.winter@example.com", "ADA.Winter@EXAMPLE.com", "countess", "Countess"})
    void userNameOrEmailLogsInInAnyCase(String login) throws IOException {
        for (StormpathDialect dialect : StormpathDialect.values()) {
            StormpathPerson ada = adaIn(dialect);
            Client.Answer answer = caller(dialect).login(login, PASSWORD);

            String href = server(dialect).baseUrl() + "/accounts/" + ada.id();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).hasSize(1);
            assertThat(answer.text("/account/href")).isEqualTo(href);
            assertThat(answer.json().path("account")).hasSize(1);
            assertThat(answer.header("Location")).isEqualTo(dialect == STORMPATH ? href : "");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada.winter@example.com, wrong, 400 7100",
        "ada.winter@example.com, '', 400 7100",
        "' ada.winter@example.com', wrong, 400 7104",
        "nobody@example.com, wrong, 400 7104"
    })
    void onlyStormpathTellsAWrongPasswordFromNobody(String login, String password, String verdict) throws IOException {
        adaIn(STORMPATH);
        adaIn(COMPATIBLE);

        assertThat(verdict(caller(STORMPATH).login(login, password))).isEqualTo(verdict);
        assertThat(verdict(caller(COMPATIBLE).login(login, password))).isEqualTo("400 7104");
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLED, 0, 400 7101",
        "UNVERIFIED, 0, 400 7102",
        "ENABLED, 7103, 400 7103",
        "ENABLED, 7105, 400 7105",
        "ENABLED, 7106, 400 7106",
        "ENABLED, 7107, 400 7107"
    })
    void onlyStormpathTellsWhyTheRightPasswordIsRefused(String status, int code, String verdict) throws IOException {
        for (StormpathDialect dialect : StormpathDialect.values()) {
            StormpathPerson ada = adaIn(dialect);
            server(dialect).change(ada.id(), person -> person.status(status).loginCode(code));
            assertThat(verdict(caller(dialect).login(ADA, PASSWORD)))
                    .isEqualTo(dialect == STORMPATH ? verdict : "400 7104");
        }
        // Whoever does not know the password learns nothing but that the account is locked.
        assertThat(verdict(caller(STORMPATH).login(ADA, "wrong"))).isEqualTo(code == 7103 ? "400 7103" : "400 7100");
    }

    @Test
    void errorsHaveTheDialectsMembers() throws IOException {
        Client.Answer stormpath = caller(STORMPATH).login(ADA, "wrong");
        Client.Answer compatible = caller(COMPATIBLE).login(ADA, "wrong");

        assertThat(stormpath.json().fieldNames())
                .toIterable()
                .containsExactly("status", "code", "message", "developerMessage", "moreInfo", "requestId");
        assertThat(stormpath.text("/status")).isEqualTo("400");
        assertThat(stormpath.text("/requestId")).isNotEmpty().isEqualTo(stormpath.header("Stormpath-Request-Id"));
        assertThat(compatible.json().fieldNames())
                .toIterable()
                .containsExactly("status", "code", "developerMessage", "moreInfo", "error@context");
        assertThat(compatible.headers("Stormpath-Request-Id")).isEmpty();
    }

    @Test
    void expandedTheAccountIsAMemberOrTheRoot() throws IOException {
        StormpathPerson here = adaIn(STORMPATH);
        StormpathPerson there = adaIn(COMPATIBLE);

        Client.Answer stormpath = caller(STORMPATH).loginExpanded(ADA, PASSWORD);
        Client.Answer compatible = caller(COMPATIBLE).loginExpanded(ADA, PASSWORD);

        assertThat(stormpath.text("/account/email")).isEqualTo(ADA);
        assertThat(stormpath.json()).hasSize(1);
        assertThat(stormpath.text("/account/href")).endsWith("/v1/accounts/" + here.id());
        assertThat(compatible.text("/email")).isEqualTo(ADA);
        assertThat(compatible.text("/id")).isEqualTo(there.id());
        assertThat(compatible.json().has("account")).isFalse();
    }

    @Test
    void aWrongApplicationLooksLikeAWrongPasswordElsewhere() throws IOException {
        String body = loginBody(base64(ADA + ":x"));

        assertThat(verdict(postTo(server(STORMPATH).unknownApplicationId(), STORMPATH, body)))
                .isEqualTo("404 404");
        assertThat(verdict(postTo(server(COMPATIBLE).unknownApplicationId(), COMPATIBLE, body)))
                .isEqualTo("400 7104");
        assertThat(server(COMPATIBLE).requests(StormpathOperation.LOGIN_ATTEMPTS))
                .isEqualTo(1);
        assertThat(server(COMPATIBLE).received().get(0).rawPath())
                .isEqualTo("/v1/applications/" + server(COMPATIBLE).unknownApplicationId() + "/loginAttempts");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{\"type\":\"digest\",\"value\":\"YTpi\"}', 400 2000, 400 400",
        "application/json, '{\"type\":\"basic\"}', 400 2000, 400 400",
        "application/json, '{\"type\":\"basic\",\"value\":\"OnBhc3M=\"}', 400 2000, 400 400",
        "application/json, '{\"type\":\"basic\",\"value\":\"YWI=\"}', 400 2000, 400 400",
        "application/json, '[]', 400 2000, 400 400",
        "application/json, '{', 400 2000, 400 400",
        "text/plain, '{\"type\":\"basic\",\"value\":\"YTpi\"}', 415 1101, 400 400",
        "application/json; charset=iso-8859-1, '{\"type\":\"basic\",\"value\":\"YTpi\"}', 400 7104, 500 500",
        "application/json; charset=UTF-8, '{\"type\":\"basic\",\"value\":\"YTpi\"}', 400 7104, 400 7104"
    })
    void aRequestThatIsNoLoginIsRefused(String type, String body, String stormpath, String compatible)
            throws IOException {
        assertThat(verdict(caller(STORMPATH).post(server(STORMPATH).applicationId(), "", type, body)))
                .isEqualTo(stormpath);
        assertThat(verdict(caller(COMPATIBLE).post(server(COMPATIBLE).applicationId(), "", type, body)))
                .isEqualTo(compatible);
    }

    @Test
    void onlyStrictUtf8IsAPassword() throws IOException {
        adaIn(STORMPATH);
        byte[] latin = (ADA + ":" + PASSWORD).getBytes(StandardCharsets.ISO_8859_1);
        byte[] broken = (PASSWORD + ":x").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(verdict(loginWith(STORMPATH, Base64.getEncoder().encodeToString(latin))))
                .isEqualTo("400 7100");
        assertThat(verdict(loginWith(STORMPATH, Base64.getEncoder().encodeToString(broken))))
                .isEqualTo("400 7104");
        assertThat(verdict(caller(STORMPATH).login(ADA, PASSWORD))).isEqualTo("200");
        assertThat(verdict(caller(STORMPATH).login(ADA, PASSWORD + " "))).isEqualTo("400 7100");
    }

    @ParameterizedTest
    @EnumSource
    void aCompatibleServerReadsLooseBase64(StormpathDialect dialect) throws IOException {
        adaIn(dialect);
        String strict = base64(ADA + ":" + PASSWORD);
        String loose = strict.substring(0, 8) + "\r\n"
                + strict.substring(8).replace("=", "").replace('+', '-').replace('/', '_');

        assertThat(strict).contains("=");
        assertThat(verdict(loginWith(dialect, loose))).isEqualTo(dialect == STORMPATH ? "400 2000" : "200");
    }

    @ParameterizedTest
    @EnumSource
    void aCompatibleServerLooksAtSeventyTwoBytes(StormpathDialect dialect) throws IOException {
        String long72 = Marked.PASSWORD + "x".repeat(72 - Marked.PASSWORD.length());
        addAda(dialect, person -> person.password(long72 + "more"));

        assertThat(verdict(caller(dialect).login(ADA, long72))).isEqualTo(dialect == STORMPATH ? "400 7100" : "200");
        assertThat(verdict(caller(dialect).login(ADA, long72.substring(1)))).startsWith("400 71");
    }

    @Test
    void withoutPasswordEveryPasswordIsWrong() throws IOException {
        addAda(STORMPATH, person -> person.password(null));

        assertThat(verdict(caller(STORMPATH).login(ADA, ""))).isEqualTo("400 7100");
    }

    @ParameterizedTest
    @CsvSource({"customData", "'account,other'", "account(", "'account,,account'"})
    void onlyTheAccountCanBeExpanded(String expand) throws IOException {
        Map<String, String> body = Map.of("type", "basic", "value", base64(ADA + ":x"));

        assertThat(verdict(caller(STORMPATH).login("?expand=" + expand, body))).isEqualTo("400 2107");
        assertThat(verdict(caller(COMPATIBLE).login("?expand=" + expand, body))).isEqualTo("400 400");
    }

    private Client.Answer loginWith(StormpathDialect dialect, String value) throws IOException {
        return caller(dialect).login("", Map.of("type", "basic", "value", value));
    }

    private Client.Answer postTo(String application, StormpathDialect dialect, String body) throws IOException {
        return caller(dialect).post(application, "", "application/json", body);
    }

    private static String loginBody(String value) {
        return Client.json(Map.of("type", "basic", "value", value));
    }

    private StormpathPerson adaIn(StormpathDialect dialect) {
        return addAda(dialect, person -> {});
    }

    private StormpathPerson addAda(StormpathDialect dialect, Consumer<StormpathPerson.Builder> more) {
        StormpathPerson.Builder ada =
                StormpathPerson.builder(ADA).username("countess").password(PASSWORD);
        more.accept(ada);
        return server(dialect).add(ada.build());
    }

    private Caller caller(StormpathDialect dialect) {
        return new Caller(server(dialect));
    }

    private StormpathSimulator server(StormpathDialect dialect) {
        return running.computeIfAbsent(
                dialect, key -> StormpathSimulator.builder().dialect(key).start());
    }
}
