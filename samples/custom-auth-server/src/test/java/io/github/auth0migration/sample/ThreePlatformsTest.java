package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.settings.Settings;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.stormpath.StormpathOperation;
import io.github.auth0migration.trickle.UserKey;
import io.github.auth0migration.trickle.UserStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People of three platforms at one page: each signs in at their own, and the others never learn the password. */
class ThreePlatformsTest {

    @TempDir
    private Path directory;

    private final LivePlatforms live = LivePlatforms.start();
    private Platforms platforms;
    private AuthServer server;

    @BeforeEach
    void start() throws Exception {
        Map<String, String> environment = new HashMap<>(live.variables());
        environment.putAll(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        Settings settings = Settings.from(environment);
        platforms = Platforms.of(settings);
        server = AuthServer.start(settings, TestServer.OPERATOR_SECRET, platforms);
    }

    @AfterEach
    void stop() {
        server.close();
        live.close();
    }

    private TestBrowser browser() {
        return new TestBrowser(server.url());
    }

    private HttpResponse<String> signIn(TestBrowser browser, String email) {
        return browser.signIn(email, LivePlatforms.password(email));
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, Okta, okta|00uada0000000demo",
        "ines@example.com, Stormpath, stormpath|ines1",
        "nora@example.com, Gigya, gigya|nora1",
    })
    void comesInUnderThePrefixAndIdOfTheirOwnPlatform(String email, String platform, String userId) {
        TestBrowser browser = browser();
        assertThat(signIn(browser, email).statusCode()).isEqualTo(303);

        UserStore.FindResult stored = server.users().find(UserKey.ofUserId(userId), Deadline.standard());
        assertThat(stored)
                .isInstanceOfSatisfying(
                        UserStore.Found.class,
                        found -> assertThat(found.user().email()).isEqualTo(email));
        assertThat(browser.get("/").body())
                .contains("Your password was right at " + platform)
                .contains("Next time " + platform + " will not be asked")
                .contains("<dt>Came from</dt><dd>" + platform + "</dd>")
                .contains("<dt>Id there</dt><dd>" + userId.substring(userId.indexOf('|') + 1) + "</dd>");
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com, Okta", "ines@example.com, Stormpath", "nora@example.com, Gigya"})
    void theSecondSignInAsksNoPlatform(String email, String platform) {
        signIn(browser(), email);
        live.forgetRequests();

        TestBrowser again = browser();
        assertThat(signIn(again, email).statusCode()).isEqualTo(303);
        assertThat(again.get("/").body()).contains(platform + " was not asked this time");
        assertThat(live.logins().values()).containsOnly(0);
        assertThat(Platform.values()).noneMatch(asked -> live.saw(asked, email));
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, OKTA, true, false, false",
        "ines@example.com, STORMPATH, true, true, false",
        "nora@example.com, GIGYA, true, true, true",
    })
    void onlyTheOwnerGetsThePassword(String email, Platform owner, boolean okta, boolean stormpath, boolean gigya) {
        String password = LivePlatforms.password(email);
        assertThat(signIn(browser(), email).statusCode()).isEqualTo(303);

        assertThat(live.saw(Platform.OKTA, email)).isEqualTo(okta);
        assertThat(live.saw(Platform.STORMPATH, email)).isEqualTo(stormpath);
        assertThat(live.saw(Platform.GIGYA, email)).isEqualTo(gigya);
        assertThat(live.logins())
                .allSatisfy((platform, logins) -> assertThat(logins).isEqualTo(platform == owner ? 1 : 0));
        assertThat(Platform.values())
                .allSatisfy(platform -> assertThat(live.saw(platform, password)).isEqualTo(platform == owner));
    }

    @Test
    void whoIsKnownNowhereCostsNobodyALogin() {
        HttpResponse<String> answer = browser().signIn("nobody@example.com", "nobody-demo");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Platform.values()).allMatch(asked -> live.saw(asked, "nobody@example.com"));
        assertThat(live.logins().values()).containsOnly(0);
    }

    /** Who may be behind the one that is down cannot be said; who was found before it can come in. */
    @Test
    void aPlatformThatIsDownKeepsOutItsOwnPeopleAndThoseOfLaterOnes() {
        live.stormpath().fault(StormpathOperation.SEARCH_ACCOUNTS, Fault.html(503));

        assertThat(signIn(browser(), "ada@example.com").statusCode()).isEqualTo(303);
        for (String email : new String[] {"ines@example.com", "nora@example.com"}) {
            HttpResponse<String> answer = signIn(browser(), email);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("We cannot check your sign-in right now.");
        }
        assertThat(live.saw(Platform.GIGYA, "nora@example.com")).isFalse();

        live.stormpath().clearFaults();
        assertThat(signIn(browser(), "nora@example.com").statusCode()).isEqualTo(303);
    }

    @Test
    void whoIsDisabledAtStormpathReadsLikeAWrongPassword() {
        HttpResponse<String> disabled = signIn(browser(), "dora@example.com");
        HttpResponse<String> wrong = browser().signIn("ines@example.com", "not-her-password");

        assertThat(disabled.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(403);
        assertThat(disabled.body()).contains("Wrong e-mail or password.");
        assertThat(comparable(disabled.body(), "dora")).isEqualTo(comparable(wrong.body(), "ines"));
        assertThat(live.logins()).containsEntry(Platform.STORMPATH, 1);
        assertThat(server.users().find(UserKey.of(Identifier.of("dora@example.com")), Deadline.standard()))
                .isInstanceOf(UserStore.NotFound.class);
    }

    private static String comparable(String page, String name) {
        return page.replaceAll("name=\"token\" value=\"[^\"]+\"", "")
                .replace("value=\"" + name + "@example.com\"", "value=\"\"");
    }

    @Test
    void theCheckSpeaksOfEachPlatformByName() {
        assertThat(platforms.source().check().passed()).isTrue();
        live.stormpath().revokeApiKey();
        CheckReport report = platforms.source().check();
        assertThat(report.passed()).isFalse();
        assertThat(report.findings())
                .extracting(Finding::subject)
                .contains("stormpath key", "gigya credentials")
                .anyMatch(subject -> subject.startsWith("okta "));
    }

    @Test
    void operatorsSeeWhoWasAsked() {
        signIn(browser(), "nora@example.com");
        assertThat(browser()
                        .get("/migration", "Authorization", "Bearer " + TestServer.OPERATOR_SECRET)
                        .body())
                .contains("People of Okta, Stormpath or Gigya")
                .contains("<td>okta+stormpath+gigya</td>")
                .contains("<dt>signed_in: migrated</dt><dd>1</dd>")
                .contains("n…@example.com");
    }
}
