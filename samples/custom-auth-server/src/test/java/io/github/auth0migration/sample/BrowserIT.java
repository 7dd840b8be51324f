package io.github.auth0migration.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.github.auth0migration.sample.demo.DemoOrg;
import io.github.auth0migration.sample.settings.Settings;
import io.github.auth0migration.simulators.okta.OktaOperation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, with JavaScript off: they need none. */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private DemoOrg org;
    private AuthServer server;
    private BrowserContext visit;
    private Page page;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        Chromium chromium = Chromium.installed();
        org = DemoOrg.start();
        Settings settings = Settings.from(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        server = AuthServer.start(settings, TestServer.OPERATOR_SECRET, Platform.simulated(org));
        playwright = chromium.playwright();
        browser = chromium.launch(playwright);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void visit() {
        visit = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setJavaScriptEnabled(false));
        page = visit.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(server.url().toString());
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    private void signIn(String email, String password) {
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name)));
    }

    @Test
    void aPersonSignsInTwiceAndTheSourceIsAskedOnce() {
        assertThat(page.getByLabel("E-mail address")).isFocused();
        screenshot("sign-in.png");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fill in Ada Winter"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Welcome, Ada")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("has just moved here");
        assertThat(page.getByText("okta|00uada0000000demo").first()).isVisible();
        screenshot("migrated.png");
        assertThat(org.okta().requests(OktaOperation.AUTHN)).isEqualTo(1);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        signIn("ada@example.com", "ada-demo");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Okta was not asked this time");
        screenshot("known.png");
        assertThat(org.okta().requests(OktaOperation.AUTHN)).isEqualTo(1);
        assertThat(complaints).isEmpty();
    }

    private void assertRefused(String sentence) {
        assertThat(page.getByRole(AriaRole.ALERT)).hasText(sentence);
        assertThat(page.getByLabel("Password")).hasValue("");
        assertThat(page.getByLabel("Password")).isFocused();
    }

    @Test
    void aWrongPasswordIsSaidAndTheAddressIsKept() {
        signIn("grace@example.com", "not-her-password");
        assertRefused("Wrong e-mail or password.");
        assertThat(page.getByLabel("E-mail address")).hasValue("grace@example.com");
        screenshot("wrong.png");
    }

    @Test
    void aLockedAccountReadsLikeAWrongPassword() {
        signIn("lena@example.com", "lena-demo");
        assertRefused("Wrong e-mail or password.");
    }

    @Test
    void aSecondFactorIsNotShed() {
        signIn("otto@example.com", "otto-demo");
        assertRefused("Your account is protected by a second factor. Please contact support to move it.");
    }

    @Test
    void anOutageIsNotAWrongPassword() {
        signIn("olga@example.com", "olga-demo");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("We cannot check your sign-in right now.");
        screenshot("outage.png");
    }

    @Test
    void operatorsSeeTheMigration() {
        signIn("stan@example.com", "stan-demo");
        try (BrowserContext operator = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setHttpCredentials("operator", TestServer.OPERATOR_SECRET))) {
            Page migration = operator.newPage();
            migration.navigate(server.url().resolve("/migration").toString());
            assertThat(migration.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Last attempts")))
                    .isVisible();
            assertThat(migration.getByText("s…@example.com").first()).isVisible();
            migration.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("migration.png")));
        }
    }
}
