package io.github.auth0migration.spi;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private key that signs tokens: RSA for {@code RS256}, or EC on the curve P-256 for {@code ES256}.
 *
 * <p>Holds a secret: {@code toString} tells the algorithm only, there is no {@code equals}. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518, section 3.1</a>
 * @since 0.1.0
 */
public final class SigningKey {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    private final PrivateKey key;
    private final @Nullable ECPublicKey publicKey;
    private final String algorithm;

    private SigningKey(PrivateKey key, @Nullable ECPublicKey publicKey, String algorithm) {
        this.key = key;
        this.publicKey = publicKey;
        this.algorithm = algorithm;
    }

    /**
     * Reads a key.
     *
     * @param pem PKCS#8, PKCS#1 or SEC 1 in PEM, not encrypted; any line ends
     * @return the key
     * @throws IllegalArgumentException if it is anything else, RSA below 2048 bits, or EC on another curve; the message
     *     begins with a verb, to be put behind the setting's name, and quotes nothing
     */
    public static SigningKey ofPem(String pem) {
        byte[] pkcs8 = PrivateKeyPem.pkcs8(pem);
        PrivateKey key = read("RSA", pkcs8)
                .or(() -> read("EC", pkcs8))
                .orElseThrow(() -> new IllegalArgumentException("cannot be read as an RSA or EC key: paste it again"));
        if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new IllegalArgumentException("is an RSA key below " + LEAST_RSA_BITS + " bits: make a longer one");
        }
        if (key instanceof ECPrivateKey ec && ec.getParams().getOrder().bitLength() != P256_BITS) {
            throw new IllegalArgumentException("is on another curve than P-256: make one on P-256");
        }
        return new SigningKey(key, null, key instanceof RSAPrivateKey ? "RS256" : "ES256");
    }

    /** {@return a new key on the curve P-256, which knows its public half} */
    public static SigningKey generateEc() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), (ECPublicKey) pair.getPublic(), "ES256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no curve P-256", e);
        }
    }

    private static Optional<PrivateKey> read(String family, byte[] pkcs8) {
        try {
            return Optional.of(KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** {@return the name of the signature algorithm: {@code RS256} or {@code ES256}} */
    public String algorithm() {
        return algorithm;
    }

    /**
     * The public half as a JSON Web Key.
     *
     * @return {@code kty}, {@code crv}, {@code x} and {@code y}
     * @throws IllegalStateException if the key was read from a PEM, which does not tell it
     */
    public Map<String, String> publicJwk() {
        if (publicKey == null) {
            throw new IllegalStateException("only a generated key knows its public half");
        }
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", coordinate(publicKey.getW().getAffineX()));
        jwk.put("y", coordinate(publicKey.getW().getAffineY()));
        return jwk;
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[P256_BITS / 8];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    /**
     * Signs, in the form that tokens have: for ES256 the two numbers, 32 bytes each.
     *
     * @param data what to sign
     * @return the signature
     */
    public byte[] sign(byte[] data) {
        try {
            Signature signature =
                    Signature.getInstance(algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
