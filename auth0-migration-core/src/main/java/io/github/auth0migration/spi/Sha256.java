package io.github.auth0migration.spi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash that signed requests are made of.
 *
 * @since 0.1.0
 */
public final class Sha256 {

    private Sha256() {}

    /**
     * SHA-256, 32 bytes.
     *
     * @param data what to hash
     * @return the hash
     */
    public static byte[] of(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
