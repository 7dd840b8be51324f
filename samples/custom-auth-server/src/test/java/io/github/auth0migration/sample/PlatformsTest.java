package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.sample.settings.Settings;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaClient;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Platforms by environment variables: each is reached, and the demo people are gone. */
class PlatformsTest {

    private final OktaSimulator okta = OktaSimulator.start();
    private final StormpathSimulator stormpath = StormpathSimulator.start();
    private final GigyaSimulator gigya = GigyaSimulator.start();

    @AfterEach
    void stop() {
        okta.close();
        stormpath.close();
        gigya.close();
    }

    private Map<String, String> oktaVariables() {
        return Map.of("OKTA_ORG_URL", okta.url().toString(), "OKTA_API_TOKEN", okta.apiToken());
    }

    private Map<String, String> stormpathVariables() {
        return Map.of(
                "STORMPATH_BASE_URL", stormpath.baseUrl(),
                "STORMPATH_APPLICATION_ID", stormpath.applicationId(),
                "STORMPATH_API_KEY_ID", stormpath.apiKeyId(),
                "STORMPATH_API_KEY_SECRET", stormpath.apiKeySecret());
    }

    private Map<String, String> gigyaVariables(String name, String value) {
        return Map.of(
                "GIGYA_API_KEY",
                gigya.apiKey(),
                "GIGYA_BASE_URL",
                gigya.url().toString(),
                "GIGYA_USER_KEY",
                gigya.userKey(),
                name,
                value);
    }

    private static Platforms reached(Map<String, String> variables) {
        try (Platforms platforms = Platforms.of(Settings.from(variables))) {
            assertThat(platforms.demoPeople()).isEmpty();
            assertThat(platforms.source().check().passed()).isTrue();
            return platforms;
        }
    }

    @Test
    void oktaAlone() {
        assertThat(reached(oktaVariables()).displayName()).isEqualTo("Okta");
    }

    @Test
    void oktaByAServiceApp() throws Exception {
        KeyPair keys = rsa();
        okta.register(OktaClient.of("0oa1app", keys.getPublic()));
        reached(Map.of(
                "OKTA_ORG_URL", okta.url().toString(), "OKTA_CLIENT_ID", "0oa1app", "OKTA_PRIVATE_KEY", pem(keys)));
        assertThat(okta.requests(OktaOperation.TOKEN)).isPositive();
        assertThat(okta.received())
                .extracting(request -> request.header("Authorization").orElse(""))
                .noneMatch(value -> value.startsWith("SSWS"));
    }

    @Test
    void stormpathAlone() {
        Platforms platforms = reached(stormpathVariables());
        assertThat(platforms.displayName()).isEqualTo("Stormpath");
        assertThat(platforms.source().name()).isEqualTo("stormpath");
    }

    @Test
    void gigyaAloneAndItsSecretStaysHere() {
        assertThat(reached(gigyaVariables("GIGYA_SECRET", gigya.secret())).displayName())
                .isEqualTo("Gigya");
        assertThat(gigya.received())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.body()).contains("sig=").doesNotContain("secret="));
    }

    @Test
    void gigyaByItsPrivateKey() throws Exception {
        KeyPair keys = rsa();
        gigya.registerPublicKey(keys.getPublic());
        reached(gigyaVariables("GIGYA_PRIVATE_KEY", pem(keys)));
        assertThat(gigya.received())
                .filteredOn(request -> request.operation() == GigyaOperation.SEARCH)
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.header("Authorization").orElse("")).startsWith("Bearer "));
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }

    @Test
    void allThree() {
        Map<String, String> variables = new HashMap<>(oktaVariables());
        variables.putAll(stormpathVariables());
        variables.putAll(gigyaVariables("GIGYA_SECRET", gigya.secret()));
        Platforms platforms = reached(variables);
        assertThat(platforms.displayName()).isEqualTo("Okta, Stormpath or Gigya");
        assertThat(platforms.source().name()).isEqualTo("okta+stormpath+gigya");
    }
}
