package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.FIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the source shows who it is. */
class GigyaCredentialsTest {

    private static final byte[] KEY = "a key of this test only".getBytes(StandardCharsets.US_ASCII);
    /** The bytes that PKCS#8 puts before an RSA key of 2048 bits. */
    private static final int BEFORE_PKCS1 = 26;

    private static final String SECRET = Base64.getEncoder().encodeToString(KEY);

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    private static String lookup(GigyaCredentials credentials) {
        try (GigyaSource source = gigya.source(b -> b.credentials(credentials))) {
            return Outcomes.of(source.getUser(ADA));
        }
    }

    @Test
    void aSignatureIsOverAllThatIsSent() {
        lookup(GigyaCredentials.signed("AKtest", () -> SECRET));

        Map<String, String> signed = new HashMap<>(gigya.form(FIND));
        String signature = signed.remove("sig");
        assertThat(signed)
                .containsKeys("apiKey", "userKey", "timestamp", "nonce", "format", "httpStatusCodes", "id")
                .doesNotContainKey("secret");
        assertThat(signed.get("timestamp")).matches("\\d{10}");
        assertThat(signature).isEqualTo(GigyaSignature.of(URI.create(gigya.url() + FIND), signed, KEY));
    }

    @Test
    @Row(value = "11 nonce", outcome = "a nonce for each attempt")
    void eachAttemptIsSignedAnew() {
        gigya.find(GigyaStub.error(403048));

        lookup(GigyaCredentials.signed("AKtest", () -> SECRET));

        assertThat(gigya.requests())
                .hasSize(2)
                .extracting(request -> GigyaStub.form(request).get("nonce"))
                .doesNotHaveDuplicates();
    }

    @Test
    @Row(value = "11 jti", outcome = "a token for each attempt")
    void aTokenCarriesKeyTimeAndAnIdOfItsOwn() throws Exception {
        KeyPair pair = keys("RSA", 2048);
        gigya.find(GigyaStub.error(403048));

        lookup(GigyaCredentials.privateKey("AKtest", () -> pem(pair)));

        List<String> tokens = gigya.requests().stream()
                .map(request -> request.getHeader("Authorization"))
                .toList();
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates().allMatch(token -> token.startsWith("Bearer "));
        String[] parts = tokens.get(0).substring("Bearer ".length()).split("\\.", -1);
        assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"AKtest\"}");
        assertThat(decoded(parts[1])).matches("\\{\"iat\":\\d{10},\"jti\":\"[0-9a-f-]{36}\"}");
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(gigya.form(FIND)).containsKey("apiKey").doesNotContainKeys("userKey", "secret", "sig");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static KeyPair keys(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\r\n" + body + "\r\n-----END PRIVATE KEY-----\r\n";
    }

    @Test
    @Row(value = "11 PKCS#1", outcome = "Found")
    void aKeyIsTakenAsTheConsoleShowsIt() throws Exception {
        byte[] pkcs8 = keys("RSA", 2048).getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, BEFORE_PKCS1, pkcs8.length);
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pkcs1)
                + "\n-----END RSA PRIVATE KEY-----\n";

        assertThat(lookup(GigyaCredentials.privateKey("AKtest", () -> pem))).isEqualTo("Found");
        assertThat(gigya.requests())
                .allMatch(request -> request.getHeader("Authorization").startsWith("Bearer "));
    }

    @Test
    void whatCannotSignIsUnavailableAndSendsNothing() throws Exception {
        KeyPair ec = keys("EC", 256);

        assertThat(List.of(
                        lookup(GigyaCredentials.signed("AKtest", () -> Marked.TOKEN + "%")),
                        lookup(GigyaCredentials.signed("AKtest", () -> "")),
                        lookup(GigyaCredentials.secret("AKtest", () -> Marked.TOKEN + "\n")),
                        lookup(GigyaCredentials.privateKey("AKtest", () -> Marked.TOKEN)),
                        lookup(GigyaCredentials.privateKey("AKtest", () -> pem(ec))),
                        lookup(GigyaCredentials.privateKey("AKtest", () -> {
                            throw new IllegalStateException(Marked.TOKEN);
                        }))))
                .containsOnly("Unavailable SOURCE_CREDENTIALS");
        assertThat(gigya.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AK test", "AK\ntest"})
    void aUserKeyIsChecked(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GigyaCredentials.secret(key, () -> Marked.TOKEN))
                .withMessageStartingWith("userKey must be")
                .withMessageContaining(": copy it");
        assertThatIllegalArgumentException().isThrownBy(() -> GigyaCredentials.signed(key, () -> Marked.TOKEN));
        assertThatIllegalArgumentException().isThrownBy(() -> GigyaCredentials.privateKey(key, () -> Marked.TOKEN));
    }

    @Test
    void theyTellNothing() {
        GigyaCredentials credentials = GigyaCredentials.secret("AKtest", () -> Marked.TOKEN);

        assertThat(SecretScan.clean(credentials)).hasToString("GigyaCredentials[secret]");
        assertThat(credentials).isNotInstanceOf(Serializable.class);
        assertThat(Arrays.stream(GigyaCredentials.class.getDeclaredMethods()).map(method -> method.getName()))
                .doesNotContain("equals", "hashCode");
    }
}
