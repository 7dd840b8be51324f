package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in and out over HTTP. */
class SignInTest {

    private static final String WRONG = "Wrong e-mail or password.";

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

    @Test
    void migratesAtTheFirstSignInAndDoesNotAskAgain() {
        HttpResponse<String> answer = browser.signIn("ada@example.com", Marked.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.get("/").body()).contains("has just moved here").contains("ada@example.com");
        assertThat(browser.signOut().statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body()).contains("<h1 id=\"heading\">Sign in</h1>");

        assertThat(browser.signIn("ADA@example.com", Marked.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/").body()).contains("Okta was not asked this time");
        assertThat(server.asked()).isEqualTo(1);
    }

    @Test
    void aRefusalWithoutProofReadsLikeAWrongPassword() {
        HttpResponse<String> wrong = browser.signIn("ada@example.com", Marked.WRONG_PASSWORD);
        HttpResponse<String> locked = browser.signIn("locked@example.com", Marked.PASSWORD);
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains(WRONG).contains("value=\"ada@example.com\"");
        SecretScan.clean(wrong.body());
        assertThat(locked.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(withoutToken(locked.body()).replace("locked@", "ada@")).isEqualTo(withoutToken(wrong.body()));
        assertThat(locked.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"token\" value=\"[^\"]+\"", "");
    }

    @Test
    void theOldPasswordIsDeadOnceThereIsANewOne() {
        browser.signIn("ada@example.com", Marked.PASSWORD);
        server.server().users().setPassword("okta|ada", Marked.secret("new"), Deadline.standard());
        TestBrowser other = server.browser();
        assertThat(other.signIn("ada@example.com", Marked.PASSWORD).body()).contains(WRONG);
        assertThat(other.signIn("ada@example.com", Marked.secret("new")).statusCode())
                .isEqualTo(303);
        assertThat(server.asked()).isEqualTo(1);
    }

    @Test
    void theSessionOfTheDeletedEnds() {
        browser.signIn("ada@example.com", Marked.PASSWORD);
        server.server().users().delete("okta|ada", Instant.EPOCH);
        assertThat(browser.get("/").body()).contains("<h1 id=\"heading\">Sign in</h1>");
        assertThat(browser.signIn("ada@example.com", Marked.PASSWORD).body()).contains(WRONG);
    }

    @Test
    void refusesFormsThatAreNotOurs() {
        String token = browser.token();
        assertThat(signIn(browser, "").statusCode()).isEqualTo(403);
        assertThat(signIn(browser, token + "x").statusCode()).isEqualTo(403);
        assertThat(signIn(server.browser(), token).body()).contains("open for too long");
        TestBrowser attacker = server.browser();
        assertThat(signIn(browser, attacker.token()).statusCode()).isEqualTo(403);
        assertThat(server.asked()).isZero();
        assertThat(signIn(browser, token).statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> signIn(TestBrowser browser, String token) {
        return browser.post(
                "/sign-in", Map.of("token", token, "identifier", "ada@example.com", "password", Marked.PASSWORD));
    }

    @Test
    void nobodyElseCanSignAPersonOut() {
        browser.signIn("ada@example.com", Marked.PASSWORD);
        browser.post("/sign-out", Map.of("token", server.browser().token()));
        assertThat(browser.get("/").body()).contains("You are signed in");
        assertThat(browser.get("/sign-out").statusCode()).isEqualTo(405);
    }

    @Test
    void changesTheSessionIdAtSignIn() {
        browser.get("/");
        String before = browser.cookie();
        browser.signIn("ada@example.com", Marked.PASSWORD);
        String after = browser.cookie();
        assertThat(after).isNotEqualTo(before);
        browser.cookie(before);
        assertThat(browser.get("/").body()).contains("<h1 id=\"heading\">Sign in</h1>");
        browser.cookie(after);
        browser.signOut();
        browser.cookie(after);
        assertThat(browser.get("/").body()).contains("<h1 id=\"heading\">Sign in</h1>");
    }

    @Test
    void escapesWhatComesFromElsewhere() {
        browser.signIn("ada@example.com", Marked.PASSWORD);
        assertThat(browser.get("/").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script")
                .doesNotContain("<img src=x");
        assertThat(server.browser()
                        .signIn("\"><script>x</script>", Marked.WRONG_PASSWORD)
                        .body())
                .contains("&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void limitsGuessesAtMigratedPeopleToo() {
        browser.signIn("ada@example.com", Marked.PASSWORD);
        TestBrowser attacker = server.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(attacker.signIn("ada@example.com", Marked.WRONG_PASSWORD).body())
                    .contains(WRONG);
        }
        HttpResponse<String> blocked = attacker.signIn("Ada@example.com", Marked.PASSWORD);
        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.body()).contains("Too many attempts");
        assertThat(blocked.headers().firstValue("Retry-After")).isPresent();
        assertThat(attacker.signIn("grace@example.com", Marked.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void noInputThatNobodyIsAskedAboutCounts() {
        for (int i = 0; i < 10; i++) {
            assertThat(browser.signIn("a".repeat(300), Marked.PASSWORD).body()).contains(WRONG);
            assertThat(browser.signIn("ada@example.com", "").statusCode()).isLessThan(429);
        }

        assertThat(browser.signIn("ada@example.com", Marked.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void takesOnlyFormsOfSensibleSize() {
        assertThat(browser.post("/sign-in", Map.of("password", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.send(browser.request("/sign-in").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(browser.send(browser.request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("identifier=%zz")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.send(browser.request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("identifier=a&identifier=b")))
                        .statusCode())
                .isEqualTo(400);
    }
}
