package io.github.auth0migration.spi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (<a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>) for platforms whose requests are signed
 * with a shared secret.
 *
 * @since 0.1.0
 */
public final class Hmac {

    private Hmac() {}

    /**
     * HMAC-SHA-1, 20 bytes.
     *
     * @param key the key; not empty
     * @param text what to sign, taken as UTF-8
     * @return the signature
     */
    public static byte[] sha1(byte[] key, String text) {
        return of("HmacSHA1", key, text);
    }

    /**
     * HMAC-SHA-256, 32 bytes.
     *
     * @param key the key; not empty
     * @param text what to sign, taken as UTF-8
     * @return the signature
     */
    public static byte[] sha256(byte[] key, String text) {
        return of("HmacSHA256", key, text);
    }

    private static byte[] of(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
