package io.github.auth0migration.sample.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void nothingSetMeansLoopbackDemoPeopleAndAnEmbeddedDatabase() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.platforms().isEmpty()).isTrue();
        assertThat(settings.operatorSecret()).isEmpty();
        assertThat(settings.behindHttps()).isFalse();
        assertThat(settings.database().url())
                .startsWith("jdbc:h2:file:")
                .contains("/data/demo;")
                .contains(";WRITE_DELAY=0");
    }

    @Test
    void readsARealOrg() {
        Settings settings = Settings.from(Map.of(
                "OKTA_ORG_URL", "https://acme.okta.com",
                "OKTA_API_TOKEN", Marked.TOKEN,
                "OPERATOR_SECRET", Marked.secret("operator-secret"),
                "DATABASE_URL", "jdbc:postgresql://db.example.com/auth",
                "DATABASE_USER", "auth",
                "DATABASE_PASSWORD", Marked.secret("database"),
                "GUARD_KEY", Marked.secret("k".repeat(32)),
                "PUBLIC_URL", "https://login.example.com",
                "HOST", "0.0.0.0"));
        assertThat(settings.platforms().okta())
                .hasValue(new OktaOrg(URI.create("https://acme.okta.com"), Marked.TOKEN, null, null));
        assertThat(settings.platforms().stormpath()).isEmpty();
        assertThat(settings.platforms().gigya()).isEmpty();
        assertThat(settings.behindHttps()).isTrue();
        SecretScan.clean(settings);
        SecretScan.clean(settings.database());
        SecretScan.clean(settings.platforms());
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, eighty, PORT must be a whole number from 0 to 65535",
        "PORT, 65536, PORT must be a whole number from 0 to 65535",
        "HOST, 0.0.0.0, HOST must be a loopback address",
        "PUBLIC_URL, http://login.example.com, PUBLIC_URL must begin with https://",
        "PUBLIC_URL, not a url, PUBLIC_URL must be an https address",
        "DATABASE_URL, postgresql://db/auth, DATABASE_URL must be a JDBC address",
        "DATABASE_URL, jdbc:postgresql://db.example.com/auth, DATABASE_URL needs a platform",
        "PUBLIC_URL, https://login.example.com, PUBLIC_URL needs a platform",
        "OKTA_ORG_URL, https://acme.okta.com, OKTA_ORG_URL and OKTA_API_TOKEN belong together",
        "OKTA_API_TOKEN, 5ecr3t-api-token, OKTA_ORG_URL and OKTA_API_TOKEN belong together",
        "OKTA_ORG_URL, http://acme.okta.com, OKTA_ORG_URL must be the org's https address",
        "OPERATOR_SECRET, 5ecr3t, OPERATOR_SECRET must have at least 16 characters",
        "GUARD_KEY, 5ecr3t, GUARD_KEY must have at least 32 characters",
        "DATABASE_URL, jdbc:postgresql://db.example.com/auth, GUARD_KEY must be set with a PostgreSQL database",
    })
    void namesSettingRuleAndFix(String name, String value, String problem) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(problem)
                .satisfies(SecretScan::clean);
    }

    @Test
    void demoPeopleHaveADatabaseOfTheirOwn() {
        Map<String, String> real = Map.of("OKTA_ORG_URL", "https://acme.okta.com", "OKTA_API_TOKEN", Marked.TOKEN);

        assertThat(Settings.from(real).database().url()).contains("/data/auth-server;");
        assertThat(Settings.from(Map.of()).database().url()).contains("/data/demo;");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        Map<String, String> environment =
                new HashMap<>(Map.of("PORT", "-1", "HOST", "::", "OPERATOR_SECRET", "short", "DATABASE_URL", "x"));
        assertThatThrownBy(() -> Settings.from(environment))
                .hasMessageContaining("PORT")
                .hasMessageContaining("HOST")
                .hasMessageContaining("OPERATOR_SECRET")
                .hasMessageContaining("DATABASE_URL");
    }

    @Test
    void blankCountsAsUnset() {
        assertThat(Settings.from(Map.of("PORT", " ")).port()).isEqualTo(8080);
    }
}
