package io.github.auth0migration.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser, with JavaScript off: they need none. */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private AskedSource asked;
    private AuthServer server;
    private BrowserContext visit;
    private Page page;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Chromium chromium = Chromium.installed();
        Settings settings = Settings.from(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        Platforms platforms = Platforms.of(settings);
        asked = AskedSource.around(platforms.source());
        server = AuthServer.start(settings, TestServer.OPERATOR_SECRET, asked.in(platforms));
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
        complaints.clear();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(server.url().toString());
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    private void signIn(String email, String password) {
        // Before the page has put the focus there itself, Chromium would complain that somebody else did.
        assertThat(page.getByLabel("E-mail address")).isFocused();
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        click("button", "Sign in");
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name)));
    }

    private void click(String role, String name) {
        named(page, role, name).click();
    }

    private static Locator named(Page page, String role, String name) {
        return byRole(page, role + "[name=\"" + name + "\"]");
    }

    /** {@code getByRole} lower-cases its roles as the default locale does, and in Turkish no link has a plain i. */
    private static Locator byRole(Page page, String role) {
        return page.locator("role=" + role);
    }

    @Test
    void thePageListsDemoPeopleByPlatform() {
        assertThat(page.getByLabel("E-mail address")).isFocused();
        assertThat(byRole(page, "heading[level=3]")).hasText(new String[] {"Okta", "Stormpath", "Gigya"});
        assertThat(page.getByText("Auth0 cannot import this hash.")).hasCount(3);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("sign-in.png"))
                .setFullPage(true));
    }

    @ParameterizedTest
    @CsvSource({
        "OKTA, Ada, Winter, okta|00uada0000000demo",
        "STORMPATH, Ines, Laurent, stormpath|ines0000000demo",
        "STORMPATH, Theo, Brandt, stormpath|theo0000000demo",
        "GIGYA, Nora, Haddad, gigya|nora0000000demo",
    })
    void aPersonSignsInTwiceAndTheirPlatformIsAskedOnce(
            Platform platform, String firstName, String lastName, String userId) {
        String name = platform.displayName();
        asked.logins().set(0);
        click("link", "Fill in " + firstName + " " + lastName);
        click("button", "Sign in");
        assertThat(named(page, "heading", "Welcome, " + firstName)).isVisible();
        assertThat(byRole(page, "status")).containsText("Your password was right at " + name);
        assertThat(page.getByText(userId).first()).isVisible();
        assertThat(page.getByText("from its export")).hasCount(platform == Platform.STORMPATH ? 1 : 0);
        screenshot("migrated-" + platform.userIdPrefix() + ".png");
        assertThat(asked.logins()).hasValue(1);

        click("button", "Sign out");
        signIn(firstName + "@example.com", firstName.toLowerCase(Locale.ROOT) + "-demo");
        assertThat(byRole(page, "status")).containsText(name + " was not asked this time");
        screenshot("known.png");
        assertThat(asked.logins()).hasValue(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void anIncompleteRegistrationMovesWithACaveat() {
        signIn("ivan@example.com", "ivan-demo");
        assertThat(byRole(page, "status")).containsText("Your password was right at Gigya");
        assertThat(page.getByText("registration_incomplete").first()).isVisible();
        screenshot("caveat.png");
    }

    private void assertRefused(String sentence) {
        assertThat(byRole(page, "alert")).hasText(sentence);
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
        signIn("ruth@example.com", "ruth-demo");
        assertRefused("Your account is protected by a second factor. Please contact support to move it.");
    }

    @Test
    void anOutageIsNotAWrongPassword() {
        signIn("olga@example.com", "olga-demo");
        assertThat(byRole(page, "alert")).containsText("We cannot check your sign-in right now.");
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
            assertThat(named(migration, "heading", "Last attempts")).isVisible();
            assertThat(migration.getByText("s…@example.com").first()).isVisible();
            migration.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("migration.png")));
        }
    }
}
