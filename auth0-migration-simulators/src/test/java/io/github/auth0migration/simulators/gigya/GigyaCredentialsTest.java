package io.github.auth0migration.simulators.gigya;

import static io.github.auth0migration.simulators.gigya.GigyaClient.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GigyaCredentialsTest {

    private static final String INFO = "accounts.getAccountInfo";
    private static final KeyPair KEYS = keys();

    private final TestClock clock = new TestClock();
    private final GigyaSimulator site = GigyaSimulator.builder()
            .clock(clock)
            .apiKey("4_site")
            .userKey("AKapp")
            .start();
    private final GigyaClient client = new GigyaClient(site);
    private final GigyaPerson ada =
            site.add(GigyaPerson.builder("ada@example.com").uid("_guid_Ada-_1=").build());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void keyAndSecretPass() throws IOException {
        assertThat(plain("4_site", "AKapp", site.secret())).isEqualTo("200 0");
        assertThat(client.bare(INFO, pairs("UID", ada.uid(), "apiKey", "4_site", "userKey", "AKapp", "secret", "x"))
                        .text("/errorMessage"))
                .isEqualTo("Invalid request signature");
    }

    @ParameterizedTest
    @CsvSource({
        "4_other, AKapp, right, 400093",
        "'', AKapp, right, 400093",
        ", AKapp, right, 400002",
        "4_site, AKother, right, 403005",
        "4_site, , right, 400002",
        "4_site, AKapp, wrong, 403003",
        "4_site, AKapp, , 400002",
        "4_site, , , 400002",
        ", , , 400002"
    })
    void wrongOrMissingCredentialsFail(String apiKey, String userKey, String secret, String code) throws IOException {
        String sent = "right".equals(secret) ? site.secret() : secret;

        assertThat(plain(apiKey, userKey, sent)).isEqualTo("200 " + code);
    }

    @Test
    void aRotatedSecretReplacesTheOldAndARevokedKeyIsUnknown() throws IOException {
        String old = site.secret();
        String fresh = site.rotateSecret();
        assertThat(fresh).isNotEqualTo(old).isEqualTo(site.secret());
        assertThat(plain("4_site", "AKapp", old)).isEqualTo("200 403003");
        assertThat(plain("4_site", "AKapp", fresh)).isEqualTo("200 0");

        site.revoke();
        site.registerPublicKey(KEYS.getPublic());
        assertThat(plain("4_site", "AKapp", fresh)).isEqualTo("200 403005");
        assertThat(signed("n", 0, Map.of())).isEqualTo("200 403005");
        assertThat(bearer(token("AKapp", "j", 0))).isEqualTo("200 403005");

        assertThat(plain("4_site", "AKapp", site.rotateSecret())).isEqualTo("200 0");
    }

    @Test
    void theSecretCanBeSetAndMustBeBase64() throws IOException {
        String secret = Base64.getEncoder().encodeToString(Marked.TOKEN.getBytes(StandardCharsets.UTF_8));
        try (GigyaSimulator other = GigyaSimulator.builder().secret(secret).start()) {
            other.add(ada);
            assertThat(other.secret()).isEqualTo(secret);
            assertThat(new GigyaClient(other).call(INFO, "UID", ada.uid()).error())
                    .isEqualTo("200 0");
        }
        for (String bad : new String[] {"", "not base 64"}) {
            assertThatThrownBy(() -> GigyaSimulator.builder().secret(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSignaturePassesOnce() throws IOException {
        assertThat(signed("n1", 0, Map.of("extra", "p w*~!'()&=%é漢😀+"))).isEqualTo("200 0");
        assertThat(signed("n1", 0, Map.of())).isEqualTo("200 403004");
        assertThat(signed("n2", 0, Map.of())).isEqualTo("200 0");
    }

    @ParameterizedTest
    @CsvSource({"120, 0", "-120, 0", "121, 403002", "-121, 403002", "1000000000000, 403002"})
    void aSignatureIsGoodForTwoMinutes(long off, String code) throws IOException {
        assertThat(signed("n", off, Map.of())).isEqualTo("200 " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UID", "nonce", "format"})
    void aSignatureCoversEveryParameter(String changed) throws IOException {
        Map<String, String> form = signedForm("n", 0, Map.of("format", "json"));
        form.put(changed, form.get(changed) + "x");

        assertThat(client.bare(INFO, form).error()).isEqualTo("200 403003");
    }

    @Test
    void aSignatureCoversPathAndKeyAndNeedsTimeAndNonce() throws IOException {
        Map<String, String> form = signedForm("n", 0, Map.of());
        assertThat(client.bare("accounts.search", form).error()).isEqualTo("200 403003");
        assertThat(client.bare(INFO, without(form, "nonce")).error()).isEqualTo("200 400002");
        assertThat(client.bare(INFO, without(form, "timestamp")).error()).isEqualTo("200 400002");
        assertThat(client.bare(INFO, without(form, "userKey")).error()).isEqualTo("200 400002");
        site.rotateSecret();
        assertThat(client.bare(INFO, form).error()).isEqualTo("200 403003");
    }

    /** Values that the platform's own kit and another program agree on. */
    @Test
    void signaturesAreThoseOfThePlatform() {
        String secret = "c3ludGhldGljLXRlc3Qtc2VjcmV0LTAxMjM0NTY3ODk=";
        Map<String, String> login = pairs(
                "password",
                "p w*~!'()&=%é漢😀",
                "loginID",
                "jo+tag@example.com",
                "apiKey",
                "3_TESTKEY",
                "format",
                "json",
                "httpStatusCodes",
                "false",
                "nonce",
                "1700000000000_1",
                "userKey",
                "AKtest",
                "timestamp",
                "1700000000");
        Map<String, String> info = pairs(
                "UID",
                "_guid_AbC-_=",
                "include",
                "profile,data",
                "apiKey",
                "3_TESTKEY",
                "nonce",
                "n3",
                "timestamp",
                "1700000002",
                "sig",
                "left out");
        Map<String, String> search = pairs(
                "apiKey",
                "3_TESTKEY",
                "query",
                "SELECT UID,profile FROM accounts WHERE profile.email = \"o'brien@example.com\" LIMIT 2",
                "format",
                "json",
                "nonce",
                "n2",
                "userKey",
                "AKtest",
                "timestamp",
                "1700000001");

        assertThat(RequestSignature.of(
                        "POST", URI.create("https://accounts.eu1.gigya.com/accounts.login"), login, secret))
                .isEqualTo("wOMPnKr1eYrNvi1RM7UGSM3/ScU=");
        assertThat(RequestSignature.of(
                        "POST", URI.create("https://accounts.us1.gigya.com:443/accounts.search"), search, secret))
                .isEqualTo("0u+x9GJOVhDdp44mHVXqMbcSHA4=");
        URI withPort = URI.create("https://ACCOUNTS.eu1.gigya.com:8443/accounts.getAccountInfo");
        assertThat(RequestSignature.of("POST", withPort, info, secret)).isEqualTo("jRiC83hUs7OWhMHnZvOgBHqnM/A=");
        assertThat(RequestSignature.baseString("POST", withPort, info))
                .isEqualTo("POST&https%3A%2F%2Faccounts.eu1.gigya.com%3A8443%2Faccounts.getAccountInfo"
                        + "&UID%3D_guid_AbC-_%253D%26apiKey%3D3_TESTKEY%26include%3Dprofile%252Cdata"
                        + "%26nonce%3Dn3%26timestamp%3D1700000002");
    }

    @Test
    void aBearerTokenPassesOnceAndNeedsNoUserKey() throws IOException {
        site.registerPublicKey(KEYS.getPublic());
        String token = token("AKapp", "j1", 0);

        assertThat(bearer(token)).isEqualTo("200 0");
        assertThat(bearer(token)).isEqualTo("200 403004");
        assertThat(bearer(token("AKapp", "j2", 0))).isEqualTo("200 0");
        assertThat(client.bare(INFO, Map.of("UID", ada.uid()), "Authorization", "Bearer " + token("AKapp", "j3", 0))
                        .error())
                .isEqualTo("200 400002");
    }

    @ParameterizedTest
    @CsvSource({"120, 0", "-120, 0", "121, 403002", "-121, 403002"})
    void aBearerTokenIsGoodForTwoMinutes(long off, String code) throws IOException {
        site.registerPublicKey(KEYS.getPublic());

        assertThat(bearer(token("AKapp", "j", off))).isEqualTo("200 " + code);
    }

    @Test
    void badBearerTokensFail() throws IOException {
        String good = token("AKapp", "j", 0);
        assertThat(bearer(good)).as("no key yet").isEqualTo("200 400008");
        site.registerPublicKey(keys().getPublic());
        assertThat(bearer(good)).as("another key").isEqualTo("200 400008");
        site.registerPublicKey(KEYS.getPublic());
        assertThat(bearer(token("AKother", "j", 0))).isEqualTo("200 403005");
        String[] parts = good.split("\\.", -1);
        String other = token("AKapp", "j2", 0).split("\\.", -1)[1];
        String unsigned = base64(Client.json(Map.of("alg", "none", "kid", "AKapp")));
        for (String bad : new String[] {
            "null",
            "a.b",
            "a.b.c",
            "..",
            parts[0] + "." + other + "." + parts[2],
            unsigned + "." + parts[1] + ".",
            parts[0] + "." + base64("{\"jti\":\"x\"}") + "." + parts[2],
            good + "x"
        }) {
            assertThat(bearer(bad)).as(bad).isEqualTo("200 400008");
        }
        assertThat(client.bare(INFO, pairs("UID", ada.uid(), "apiKey", "4_site"), "Authorization", "Basic " + good)
                        .error())
                .isEqualTo("200 400008");
        assertThat(bearer(good)).isEqualTo("200 0");
    }

    @Test
    void timeGoesByTheClock() throws IOException {
        Map<String, String> form = signedForm("n", 0, Map.of());
        clock.advance(Duration.ofSeconds(121));
        assertThat(client.bare(INFO, form).error()).isEqualTo("200 403002");
        assertThat(client.bare(INFO, form).header("Date")).isEqualTo("Sun, 01 Mar 2026 12:02:01 GMT");
    }

    private String plain(String apiKey, String userKey, String secret) throws IOException {
        Map<String, String> form = pairs("UID", ada.uid(), "apiKey", apiKey, "userKey", userKey, "secret", secret);
        form.values().removeIf(value -> value == null);
        return client.bare(INFO, form).error();
    }

    private String signed(String nonce, long off, Map<String, String> more) throws IOException {
        return client.bare(INFO, signedForm(nonce, off, more)).error();
    }

    private Map<String, String> signedForm(String nonce, long off, Map<String, String> more) {
        Map<String, String> form = new TreeMap<>(more);
        form.putAll(pairs("UID", ada.uid(), "apiKey", "4_site", "userKey", "AKapp", "nonce", nonce));
        form.put("timestamp", String.valueOf(clock.instant().getEpochSecond() + off));
        String list = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + percent(entry.getValue()))
                .collect(Collectors.joining("&"));
        String base = "POST&" + percent(site.url() + "/" + INFO) + "&" + percent(list);
        form.put("sig", hmac(base));
        return form;
    }

    private String hmac(String base) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(site.secret()), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String bearer(String token) throws IOException {
        return client.bare(INFO, pairs("UID", ada.uid(), "apiKey", "4_site"), "Authorization", "Bearer " + token)
                .error();
    }

    private String token(String kid, String jti, long off) {
        String header = base64(Client.json(Map.of("alg", "RS256", "typ", "JWT", "kid", kid)));
        long iat = clock.instant().getEpochSecond() + off;
        String signed = header + "." + base64(Client.json(Map.of("iat", iat, "jti", jti)));
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(KEYS.getPrivate());
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> without(Map<String, String> form, String... names) {
        Map<String, String> fewer = new LinkedHashMap<>(form);
        fewer.keySet().removeAll(Arrays.asList(names));
        return fewer;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
