package io.github.auth0migration.sample.operator;

import io.github.auth0migration.sample.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Who may see the operator's page: whoever knows the secret. Keeps only its hash. Immutable and thread-safe. */
public final class OperatorSecret {

    private final byte[] hash;

    /**
     * A secret.
     *
     * @param secret the secret
     */
    public OperatorSecret(String secret) {
        this.hash = hash(secret);
    }

    /** {@return a made-up secret} */
    public static String random() {
        byte[] bits = new byte[18];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().encodeToString(bits);
    }

    /**
     * Checks what a request brings: {@code Bearer} and the secret, or {@code Basic} with the secret as password.
     *
     * @param request the request
     * @return whether it is right
     */
    boolean isKnownTo(Request request) {
        String[] parts = request.header("Authorization").orElse("").split(" ", 2);
        if (parts.length < 2) {
            return false;
        }
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return isRight(parts[1].strip());
        }
        return parts[0].equalsIgnoreCase("Basic") && isRight(passwordIn(parts[1].strip()));
    }

    private static String passwordIn(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Compares hashes, so that the time tells neither the length nor the first letters. */
    private boolean isRight(String typed) {
        return MessageDigest.isEqual(hash, hash(typed));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
