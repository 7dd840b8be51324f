package io.github.auth0migration.exports;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Hashes made by the JDK alone, as the platforms make them. */
final class TestHashes {

    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private TestHashes() {}

    static String stormpath1(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SALT, "HmacSHA256"));
            return "$stormpath1$" + base64(SALT) + "$" + base64(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Several rounds of any digest: with more than one, and with SHA-384, Auth0 cannot import it. */
    static String stormpath2(String digest, int rounds, String password) {
        try {
            MessageDigest hash = MessageDigest.getInstance(digest);
            hash.update(SALT);
            byte[] result = hash.digest(password.getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i < rounds; i++) {
                result = hash.digest(result);
            }
            return "$stormpath2$" + digest + "$" + rounds + "$" + base64(SALT) + "$" + base64(result);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> gigyaPbkdf2(String algorithm, String digest, int rounds, String password) {
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, rounds, 256))
                    .getEncoded();
            return Map.of(
                    "hash", base64(key),
                    "hashSettings", Map.of("algorithm", algorithm, "rounds", rounds, "salt", base64(SALT)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> gigyaSha1(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return Map.of("hash", base64(hash), "hashSettings", Map.of("algorithm", "sha1"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
