package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.sample.demo.DemoPerson;
import io.github.auth0migration.sample.settings.Settings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each demo person is told, with the provider and the simulator at work. */
@TestInstance(Lifecycle.PER_CLASS)
class DemoPeopleTest {

    private Platforms platforms;
    private AuthServer server;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        Settings settings = Settings.from(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        platforms = Platforms.of(settings);
        server = AuthServer.start(settings, TestServer.OPERATOR_SECRET, platforms);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private DemoPerson person(String email) {
        return platforms.demoPeople().stream()
                .filter(person -> person.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, Okta, Ada Winter",
        "grace@example.com, Okta, Grace Tanaka",
        "ines@example.com, 'Stormpath, from its export', <dt>E-mail verified</dt><dd>yes</dd>",
        "hugo@example.com, 'Stormpath, from its export', &quot;plan&quot; : &quot;gold&quot;",
        "mira@example.com, 'Stormpath, from its export', Mira Kaplan",
        "theo@example.com, 'Stormpath, from its export', <dd>stormpath|theo0000000demo</dd>",
        "lotte@example.com, 'Stormpath, from its export', Lotte Vega",
        "abel@example.com, 'Stormpath, from its export', Abel Quist",
        "nora@example.com, Gigya, &quot;city&quot; : &quot;Oslo&quot;",
        "orla@example.com, Gigya, Orla O&#39;Dell",
        "ivan@example.com, Gigya, <dt>Let pass</dt><dd>registration_incomplete</dd>",
    })
    void comesIn(String email, String platform, String shown) {
        TestBrowser browser = new TestBrowser(server.url());
        assertThat(browser.signIn(email, person(email).password()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body())
                .contains("has just moved here")
                .contains("<dt>Came from</dt><dd>" + platform + "</dd>")
                .contains(email, shown);
    }

    @ParameterizedTest
    @CsvSource({
        "otto@example.com, 403, Wrong e-mail or password.",
        "enid@example.com, 403, Your account needs a second factor.",
        "paul@example.com, 403, Your password has expired.",
        "lena@example.com, 403, Wrong e-mail or password.",
        "stan@example.com, 403, Wrong e-mail or password.",
        "olga@example.com, 503, We cannot check your sign-in right now.",
        "dora@example.com, 403, Wrong e-mail or password.",
        "emil@example.com, 403, Wrong e-mail or password.",
        "vera@example.com, 403, Wrong e-mail or password.",
        "noel@example.com, 403, Wrong e-mail or password.",
        "ruth@example.com, 403, Your account is protected by a second factor.",
        "tomas@example.com, 403, Wrong e-mail or password.",
        "yara@example.com, 403, Wrong e-mail or password.",
    })
    void isTold(String email, int status, String sentence) {
        HttpResponse<String> answer =
                new TestBrowser(server.url()).signIn(email, person(email).password());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("role=\"alert\">" + sentence);
    }

    @Test
    void thePageListsThemByPlatformWithTheirPasswords() {
        String page = new TestBrowser(server.url()).get("/").body();
        assertThat(platforms.demoPeople())
                .hasSize(24)
                .allSatisfy(person -> assertThat(page).contains(person.email(), person.password()));
        assertThat(page)
                .containsSubsequence(
                        "<h3>Okta</h3>",
                        "ada@example.com",
                        "<h3>Stormpath</h3>",
                        "ines@example.com",
                        "<h3>Gigya</h3>",
                        "nora@example.com");
        assertThat(new TestBrowser(server.url()).get("/?demo=1").body())
                .contains("name=\"password\" type=\"password\"")
                .contains("value=\"ada-demo\"");
        assertThat(new TestBrowser(server.url()).get("/?demo=24").body()).contains("value=\"yara-demo\"");
    }
}
