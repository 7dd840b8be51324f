package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, cookies, the operator's page and health. */
class PagesTest {

    @TempDir
    private Path directory;

    private TestServer server;
    private TestBrowser browser;

    @BeforeEach
    void start() {
        server = TestServer.start(directory);
        browser = server.browser();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/style.css", "/health", "/migration", "/nowhere", "/?demo=1"})
    void everyAnswerProtectsItself(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.body())
                .doesNotContain("style=")
                .doesNotContain("<script")
                .doesNotContain("://");
    }

    @Test
    void theCookieIsForTheServerOnly() {
        assertThat(browser.get("/").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("session=")
                .endsWith("; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void behindHttpsTheCookieNeverTravelsInClear() {
        Map<String, String> settings = Map.of(
                "PUBLIC_URL", "https://login.example.com",
                "OKTA_ORG_URL", "https://acme.okta.com",
                "OKTA_API_TOKEN", Marked.TOKEN);
        try (TestServer https = TestServer.start(directory.resolve("https"), settings)) {
            HttpResponse<String> answer = https.browser().get("/");
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-session=")
                    .endsWith("; Path=/; HttpOnly; SameSite=Lax; Secure");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(https.browser()
                            .signIn("ada@example.com", Marked.PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void withARealPlatformThereAreNoDemoPeople() {
        assertThat(browser.get("/?demo=1").body()).doesNotContain("Demo people");
    }

    @Test
    void operatorsNeedTheSecret() {
        HttpResponse<String> stranger = browser.get("/migration");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic ");
        assertThat(operator("Bearer x" + TestServer.OPERATOR_SECRET).statusCode())
                .isEqualTo(401);
        assertThat(operator("Bearer ").statusCode()).isEqualTo(401);
        assertThat(operator("Basic ?").statusCode()).isEqualTo(401);
        assertThat(operator("Bearer " + TestServer.OPERATOR_SECRET).statusCode())
                .isEqualTo(200);
        String basic = Base64.getEncoder()
                .encodeToString(("me:" + TestServer.OPERATOR_SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(operator("Basic " + basic).statusCode()).isEqualTo(200);
    }

    @Test
    void operatorsSeeOutcomesAndShortenedAttempts() {
        browser.signIn("ada@example.com", Marked.PASSWORD);
        server.browser().signIn("ada@example.com", Marked.PASSWORD);
        server.browser().signIn("locked@example.com", Marked.PASSWORD);
        String page = operator("Bearer " + TestServer.OPERATOR_SECRET).body();
        assertThat(page)
                .contains("<dt>signed_in: migrated</dt><dd>1</dd>")
                .contains("<dt>signed_in: known here</dt><dd>1</dd>")
                .contains("<dt>refused: LOCKED_OUT</dt><dd>1</dd>")
                .contains("<td>a…@example.com</td>")
                .doesNotContain("ada@example.com");
        SecretScan.clean(page);
    }

    private HttpResponse<String> operator(String authorization) {
        return browser.get("/migration", "Authorization", authorization);
    }

    @Test
    void saysWhatItCannotDo() {
        assertThat(browser.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(browser.get("/../../etc/passwd").statusCode()).isEqualTo(404);
        HttpResponse<String> put = browser.send(browser.request("/").method("PUT", BodyPublishers.noBody()));
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).hasValue("GET");
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(303);
        HttpResponse<String> head = browser.send(browser.request("/style.css").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }
}
