package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0migration.sample.demo.DemoPlatforms;
import io.github.auth0migration.sample.settings.InvalidSettingsException;
import io.github.auth0migration.sample.settings.Settings;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People sign in from what a platform left behind; no server of the platform is there. */
class ExportSignInTest {

    @TempDir
    private Path directory;

    private final AtomicInteger logins = new AtomicInteger();
    private final List<AuthServer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(AuthServer::close);
    }

    private TestBrowser start(Map<String, String> variables) throws Exception {
        Map<String, String> environment = new HashMap<>(variables);
        environment.putAll(
                Map.of("PORT", "0", "DATA_DIR", directory.resolve("data").toString()));
        Settings settings = Settings.from(environment);
        Platforms platforms = Platforms.of(settings);
        AskedSource asked = new AskedSource(platforms.source(), logins);
        AuthServer server = AuthServer.start(settings, TestServer.OPERATOR_SECRET, asked.in(platforms));
        running.add(server);
        return new TestBrowser(server.url());
    }

    /** The demo's export, put elsewhere: its people are strangers to a server with settings. */
    private Path stormpathExport() throws IOException {
        try (DemoPlatforms demo = DemoPlatforms.start(directory.resolve("demo"))) {
            return demo.settings().stormpathExport().orElseThrow().files();
        }
    }

    private Path gigyaExport() throws Exception {
        byte[] salt = "sixteen bytes!!!".getBytes(StandardCharsets.UTF_8);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(Marked.PASSWORD.toCharArray(), salt, 3000, 160))
                .getEncoded();
        Map<String, Object> account = Map.of(
                "UID", "nora1",
                "isActive", true,
                "loginIDs", Map.of("emails", List.of("nora@example.com")),
                "emails", Map.of("verified", List.of("nora@example.com")),
                "profile", Map.of("email", "nora@example.com", "firstName", "Nora"),
                "password",
                        Map.of(
                                "hash", Base64.getEncoder().encodeToString(key),
                                "hashSettings",
                                        Map.of(
                                                "algorithm",
                                                "pbkdf2",
                                                "rounds",
                                                3000,
                                                "salt",
                                                Base64.getEncoder().encodeToString(salt))));
        return Files.write(
                directory.resolve("accounts.json"), JsonMapper.builder().build().writeValueAsBytes(List.of(account)));
    }

    @Test
    void comesInWithAHashThatAuth0CannotImportAndTheExportIsReadOnce() throws Exception {
        TestBrowser browser = start(Map.of("STORMPATH_EXPORT", stormpathExport().toString()));

        assertThat(browser.signIn("theo@example.com", "theo-demo").statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body())
                .contains("Your password was right at Stormpath")
                .contains("<dt>Came from</dt><dd>Stormpath, from its export</dd>")
                .contains("<dt>Id there</dt><dd>theo0000000demo</dd>");
        assertThat(logins).hasValue(1);

        browser.signOut();
        assertThat(browser.signIn("theo@example.com", "theo-demo").statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body()).contains("Stormpath was not asked this time");
        assertThat(logins).hasValue(1);
    }

    @Test
    void aWrongPasswordAndSomebodyUnknownReadAlike() throws Exception {
        TestBrowser browser = start(Map.of("STORMPATH_EXPORT", stormpathExport().toString()));

        for (String email : List.of("theo@example.com", "nobody@example.com", "noel@example.com")) {
            assertThat(browser.signIn(email, Marked.WRONG_PASSWORD).body()).contains("Wrong e-mail or password.");
        }
        assertThat(browser.get("/").body()).doesNotContain("Demo people");
    }

    @Test
    void fiveGuessesAreFreeAndTheSixthIsNotLookedAtWhateverItIs() throws Exception {
        TestBrowser browser = start(Map.of("STORMPATH_EXPORT", stormpathExport().toString()));

        for (int guess = 0; guess < 5; guess++) {
            assertThat(browser.signIn("theo@example.com", Marked.WRONG_PASSWORD).statusCode())
                    .isEqualTo(403);
        }
        assertThat(browser.signIn("theo@example.com", "theo-demo").statusCode()).isEqualTo(429);
        assertThat(logins).hasValue(5);
    }

    @Test
    void whoMistypesFourTimesStillComesIn() throws Exception {
        TestBrowser browser = start(Map.of("STORMPATH_EXPORT", stormpathExport().toString()));

        for (int guess = 0; guess < 4; guess++) {
            browser.signIn("theo@example.com", Marked.WRONG_PASSWORD);
        }
        assertThat(browser.signIn("theo@example.com", "theo-demo").statusCode()).isEqualTo(303);
    }

    @Test
    void anExportOfGigyaLetsPeopleInOnceItsDigestIsSet() throws Exception {
        TestBrowser browser = start(Map.of("GIGYA_EXPORT", gigyaExport().toString(), "GIGYA_EXPORT_PBKDF2", "sha1"));

        assertThat(browser.signIn("nora@example.com", Marked.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/").body()).contains("<dt>Came from</dt><dd>Gigya, from its export</dd>");
    }

    @Test
    void healthIsDownOfAnExportWhoseHashesCannotBeRead() throws Exception {
        try (Platforms platforms = Platforms.of(Settings.from(Map.of(
                "DATA_DIR", directory.toString(), "GIGYA_EXPORT", gigyaExport().toString())))) {
            assertThat(platforms.source().check().passed()).isFalse();
        }
        try (Platforms platforms = Platforms.of(Settings.from(Map.of(
                "DATA_DIR",
                directory.resolve("other").toString(),
                "STORMPATH_EXPORT",
                stormpathExport().toString())))) {
            assertThat(platforms.source().check().passed()).isTrue();
        }
    }

    @Test
    void theIndexIsWhereItIsSetAndBesideTheDatabaseOtherwise() throws Exception {
        Path files = stormpathExport();
        Path index = directory.resolve("elsewhere");
        Platforms.of(Settings.from(Map.of(
                        "DATA_DIR", directory.resolve("data").toString(),
                        "STORMPATH_EXPORT", files.toString(),
                        "STORMPATH_EXPORT_INDEX", index.toString())))
                .close();
        assertThat(index).isNotEmptyDirectory();
        assertThat(directory.resolve("data")).doesNotExist();

        Platforms.of(Settings.from(
                        Map.of("DATA_DIR", directory.resolve("data").toString(), "STORMPATH_EXPORT", files.toString())))
                .close();
        assertThat(directory.resolve("data").resolve("stormpath-index")).isNotEmptyDirectory();
    }

    @Test
    void whatIsNoExportIsSaidWithTheSettingToChange() {
        Settings settings = Settings.from(Map.of(
                "DATA_DIR",
                directory.toString(),
                "STORMPATH_EXPORT",
                directory.resolve("missing").toString()));

        assertThatThrownBy(() -> Platforms.of(settings))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("STORMPATH_EXPORT: ")
                .hasMessageContaining("does not exist: name the export's folder or file");
    }
}
