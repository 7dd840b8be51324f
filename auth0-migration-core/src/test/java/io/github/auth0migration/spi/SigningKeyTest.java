package io.github.auth0migration.spi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SigningKeyTest {

    private static final byte[] DATA = "what is signed".getBytes(US_ASCII);

    static Stream<Arguments> forms() throws Exception {
        KeyPair rsa = Pem.rsa(2048);
        KeyPair ec = Pem.ec("secp256r1");
        return Stream.of(
                        Arguments.of("PKCS#8 RSA", Pem.pkcs8(rsa), "RS256", rsa.getPublic()),
                        Arguments.of("PKCS#1", Pem.pkcs1(rsa), "RS256", rsa.getPublic()),
                        Arguments.of("PKCS#8 EC", Pem.pkcs8(ec), "ES256", ec.getPublic()),
                        Arguments.of("SEC 1", Pem.sec1(ec), "ES256", ec.getPublic()),
                        Arguments.of(
                                "SEC 1 behind its parameters",
                                Pem.block("EC PARAMETERS", new byte[] {6, 0}) + Pem.sec1(ec),
                                "ES256",
                                ec.getPublic()))
                .flatMap(SigningKeyTest::withEachLineEnd);
    }

    private static Stream<Arguments> withEachLineEnd(Arguments form) {
        String pem = (String) form.get()[1];
        return Stream.of(
                form,
                Arguments.of(form.get()[0] + ", CRLF", pem.replace("\n", "\r\n"), form.get()[2], form.get()[3]),
                Arguments.of(
                        form.get()[0] + ", text around it", "key:\n" + pem + "\nend\n", form.get()[2], form.get()[3]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void eachFormSigns(String form, String pem, String algorithm, PublicKey other) throws Exception {
        SigningKey key = SigningKey.ofPem(pem);

        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(verifies(key.sign(DATA), algorithm, other)).isTrue();
        assertThat(key).hasToString("SigningKey[" + algorithm + "]");
        assertThatIllegalStateException().isThrownBy(key::publicJwk);
    }

    private static boolean verifies(byte[] signature, String algorithm, PublicKey key) throws Exception {
        Signature verifier =
                Signature.getInstance(algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        verifier.initVerify(key);
        verifier.update(DATA);
        return verifier.verify(signature);
    }

    static Stream<Arguments> mistakes() throws Exception {
        KeyPair rsa = Pem.rsa(2048);
        return Stream.of(
                Arguments.of("is no PEM block", Marked.TOKEN),
                Arguments.of("is no PEM block", Pem.pkcs8(rsa).replace("-----END PRIVATE KEY-----", "")),
                Arguments.of("is no PEM block", Pem.pkcs8(rsa).replace("END PRIVATE", "END RSA PRIVATE")),
                Arguments.of("is encrypted", Pem.block("ENCRYPTED PRIVATE KEY", Marked.TOKEN.getBytes(US_ASCII))),
                Arguments.of(
                        "is no private key",
                        Pem.block("PUBLIC KEY", rsa.getPublic().getEncoded())),
                Arguments.of("holds characters", "-----BEGIN PRIVATE KEY-----\nA===\n-----END PRIVATE KEY-----"),
                Arguments.of("cannot be read", Pem.block("PRIVATE KEY", Marked.TOKEN.getBytes(US_ASCII))),
                Arguments.of("cannot be read", Pem.pkcs1(rsa).replace("RSA PRIVATE", "PRIVATE")),
                Arguments.of("is an RSA key below 2048 bits", Pem.pkcs8(Pem.rsa(1024))),
                Arguments.of("is on another curve", Pem.pkcs8(Pem.ec("secp384r1"))),
                Arguments.of(
                        "is on another curve",
                        Pem.block("EC PRIVATE KEY", HexFormat.of().parseHex("30350201010430" + "01".repeat(48)))),
                Arguments.of("is on another curve", Pem.block("EC PRIVATE KEY", new byte[] {0x30})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistakesAreToldAndNothingIsQuoted(String message, String pem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofPem(pem))
                .withMessageStartingWith(message)
                .withMessageContaining(":")
                .satisfies(SecretScan::clean);
    }

    @Test
    void aGeneratedKeyKnowsItsPublicHalf() throws Exception {
        SigningKey key = SigningKey.generateEc();

        Map<String, String> jwk = key.publicJwk();

        assertThat(jwk)
                .containsEntry("kty", "EC")
                .containsEntry("crv", "P-256")
                .containsOnlyKeys("kty", "crv", "x", "y");
        assertThat(Base64.getUrlDecoder().decode(jwk.get("x"))).hasSize(32);
        assertThat(Base64.getUrlDecoder().decode(jwk.get("y"))).hasSize(32);
        assertThat(verifies(key.sign(DATA), "ES256", publicKey(jwk))).isTrue();
    }

    private static PublicKey publicKey(Map<String, String> jwk) throws Exception {
        ECPublicKey some = (ECPublicKey) Pem.ec("secp256r1").getPublic();
        ECPoint point = new ECPoint(coordinate(jwk.getOrDefault("x", "")), coordinate(jwk.getOrDefault("y", "")));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, some.getParams()));
    }

    private static BigInteger coordinate(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }
}
