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

    private Platform platform;
    private AuthServer server;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        Settings settings = Settings.from(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        platform = Platform.of(settings);
        server = AuthServer.start(settings, TestServer.OPERATOR_SECRET, platform);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private DemoPerson person(String email) {
        return platform.demoPeople().stream()
                .filter(person -> person.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com", "grace@example.com"})
    void comesIn(String email) {
        TestBrowser browser = new TestBrowser(server.url());
        assertThat(browser.signIn(email, person(email).password()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body()).contains("has just moved here").contains(email);
    }

    @ParameterizedTest
    @CsvSource({
        "otto@example.com, 403, second factor",
        "enid@example.com, 403, needs a second factor",
        "paul@example.com, 403, password has expired",
        "lena@example.com, 403, Wrong e-mail or password.",
        "stan@example.com, 403, Wrong e-mail or password.",
        "olga@example.com, 503, try again in a moment"
    })
    void isTold(String email, int status, String sentence) {
        HttpResponse<String> answer =
                new TestBrowser(server.url()).signIn(email, person(email).password());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void thePageListsThemWithTheirPasswords() {
        String page = new TestBrowser(server.url()).get("/").body();
        assertThat(platform.demoPeople())
                .hasSize(8)
                .allSatisfy(person -> assertThat(page).contains(person.email(), person.password()));
        assertThat(new TestBrowser(server.url()).get("/?demo=1").body())
                .contains("name=\"password\" type=\"password\"")
                .contains("value=\"ada-demo\"");
    }
}
