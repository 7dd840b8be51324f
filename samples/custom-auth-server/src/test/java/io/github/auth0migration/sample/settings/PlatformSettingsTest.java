package io.github.auth0migration.sample.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which platforms are switched on by which variables. */
class PlatformSettingsTest {

    private static final Map<String, String> OKTA =
            Map.of("OKTA_ORG_URL", "https://acme.okta.com", "OKTA_API_TOKEN", Marked.TOKEN);
    private static final Map<String, String> STORMPATH = Map.of(
            "STORMPATH_BASE_URL", "https://accounts.example.com/v1",
            "STORMPATH_APPLICATION_ID", "application1",
            "STORMPATH_API_KEY_ID", "key1",
            "STORMPATH_API_KEY_SECRET", Marked.secret("stormpath"));
    private static final Map<String, String> GIGYA = Map.of(
            "GIGYA_API_KEY", "4_site",
            "GIGYA_DATA_CENTER", "eu1.gigya.com",
            "GIGYA_USER_KEY", "user1",
            "GIGYA_SECRET", Marked.secret("gigya"));
    private static final String PEM =
            "-----BEGIN RSA PRIVATE KEY-----\n" + Marked.TOKEN.replace("-", "") + "\n-----END RSA PRIVATE KEY-----";

    private static final Map<String, String> OKTA_APP =
            Map.of("OKTA_ORG_URL", "https://acme.okta.com", "OKTA_CLIENT_ID", "0oa1app", "OKTA_PRIVATE_KEY", PEM);

    private static PlatformSettings read(Map<String, String> environment) {
        return Settings.from(environment).platforms();
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> environment, String name) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.remove(name);
        return changed;
    }

    @Test
    void readsAnOrgOfOktaWithAServiceApp() {
        PlatformSettings platforms = read(OKTA_APP);
        assertThat(platforms.okta()).hasValue(new OktaOrg(URI.create("https://acme.okta.com"), null, "0oa1app", PEM));
        SecretScan.clean(platforms);
    }

    @Test
    void readsAnApplicationOfStormpath() {
        PlatformSettings platforms = read(STORMPATH);
        assertThat(platforms.stormpath())
                .hasValue(new StormpathApplication(
                        URI.create("https://accounts.example.com/v1"),
                        "application1",
                        "key1",
                        Marked.secret("stormpath")));
        assertThat(platforms.okta()).isEmpty();
        assertThat(platforms.gigya()).isEmpty();
        assertThat(platforms.isEmpty()).isFalse();
        SecretScan.clean(platforms);
    }

    @Test
    void readsASiteOfGigyaByItsDataCenterAndASecret() {
        PlatformSettings platforms = read(GIGYA);
        assertThat(platforms.gigya())
                .hasValue(new GigyaSite("4_site", "eu1.gigya.com", null, "user1", Marked.secret("gigya"), null));
        SecretScan.clean(platforms);
    }

    @Test
    void readsASiteOfGigyaByItsAddressAndAPrivateKey() {
        Map<String, String> environment =
                with(without(GIGYA, "GIGYA_DATA_CENTER"), "GIGYA_BASE_URL", "https://login.example.com");
        PlatformSettings platforms = read(with(without(environment, "GIGYA_SECRET"), "GIGYA_PRIVATE_KEY", PEM));
        assertThat(platforms.gigya())
                .hasValue(new GigyaSite("4_site", null, URI.create("https://login.example.com"), "user1", null, PEM));
        SecretScan.clean(platforms);
    }

    @Test
    void aPrivateKeyMayBeOnOneLine() {
        PlatformSettings platforms =
                read(with(without(GIGYA, "GIGYA_SECRET"), "GIGYA_PRIVATE_KEY", PEM.replace("\n", "\\n")));
        assertThat(platforms.gigya().orElseThrow().privateKey()).isEqualTo(PEM);
    }

    @Test
    void eachPlatformIsSwitchedOnByItself() {
        Map<String, String> environment = new HashMap<>(OKTA);
        environment.putAll(GIGYA);
        PlatformSettings platforms = read(environment);
        assertThat(platforms.okta()).isPresent();
        assertThat(platforms.stormpath()).isEmpty();
        assertThat(platforms.gigya()).isPresent();
    }

    static Stream<Map<String, String>> incomplete() {
        return Stream.of(OKTA, OKTA_APP, STORMPATH, GIGYA)
                .flatMap(platform -> platform.keySet().stream().map(name -> without(platform, name)));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void tellsOfAnIncompletePlatformAllThatItNeeds(Map<String, String> environment) {
        Map<String, String> whole = Stream.of(OKTA, OKTA_APP, STORMPATH, GIGYA)
                .filter(platform -> platform.keySet().containsAll(environment.keySet()))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("belong together")
                .hasMessageContainingAll(whole.keySet().toArray(String[]::new))
                .satisfies(SecretScan::clean);
    }

    @ParameterizedTest
    @CsvSource({"OKTA_CLIENT_ID, 0oa1app", "OKTA_PRIVATE_KEY, 5ecr3t"})
    void aTokenAndAServiceAppAreOneTooMany(String name, String value) {
        assertThatThrownBy(() -> read(with(OKTA, name, value)))
                .hasMessageContaining("OKTA_ORG_URL and OKTA_API_TOKEN belong together, or for a service app"
                        + " OKTA_ORG_URL, OKTA_CLIENT_ID and OKTA_PRIVATE_KEY: set one of the two")
                .satisfies(SecretScan::clean);
    }

    @ParameterizedTest
    @CsvSource({"GIGYA_BASE_URL, https://login.example.com", "GIGYA_PRIVATE_KEY, 5ecr3t"})
    void twoWaysAtOnceAreOneTooMany(String name, String value) {
        assertThatThrownBy(() -> read(with(GIGYA, name, value)))
                .hasMessageContaining(
                        "GIGYA_API_KEY, GIGYA_DATA_CENTER or GIGYA_BASE_URL, GIGYA_USER_KEY, and GIGYA_SECRET or"
                                + " GIGYA_PRIVATE_KEY belong together: set exactly these four")
                .satisfies(SecretScan::clean);
    }

    @ParameterizedTest
    @CsvSource({
        "STORMPATH_BASE_URL, http://accounts.example.com/v1, STORMPATH_BASE_URL must be the server's https address",
        "STORMPATH_BASE_URL, 5ecr3t, STORMPATH_BASE_URL must be the server's https address",
        "GIGYA_BASE_URL, http://login.example.com, GIGYA_BASE_URL must be the https address of the API",
        "OKTA_PRIVATE_KEY, 5ecr3t, OKTA_PRIVATE_KEY must be a private key in PEM",
        "GIGYA_PRIVATE_KEY, 5ecr3t, GIGYA_PRIVATE_KEY must be a private key in PEM",
    })
    void namesSettingRuleAndFix(String name, String value, String problem) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(problem)
                .satisfies(SecretScan::clean);
    }

    @Test
    void whatIsWrongAtSeveralPlatformsIsToldAtOnce() {
        Map<String, String> environment = new HashMap<>();
        for (Map<String, String> platform : List.of(OKTA, STORMPATH, GIGYA)) {
            String one = platform.keySet().iterator().next();
            environment.put(one, platform.get(one));
        }
        assertThatThrownBy(() -> read(environment))
                .hasMessageContainingAll("OKTA_ORG_URL", "STORMPATH_BASE_URL", "GIGYA_BASE_URL");
    }

    @Test
    void aTestServerOnThisMachineMayBeWithoutTls() {
        assertThat(read(with(STORMPATH, "STORMPATH_BASE_URL", "http://127.0.0.1:9000/v1"))
                        .stormpath())
                .isPresent();
    }
}
