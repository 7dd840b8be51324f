package io.github.auth0migration.simulators.gigya;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The member {@code password}. The hash is one that a guess can be checked against; the digest behind {@code pbkdf2} is
 * likely, not confirmed.
 */
final class PasswordJson {

    private static final int ROUNDS = 3000;
    private static final int BYTES = 16;

    private PasswordJson() {}

    /** Empty when the key may read nothing; an empty object when there is no password. */
    static Optional<Map<String, Object>> of(GigyaPerson person, GigyaPasswordView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        String password = person.password();
        if (view == GigyaPasswordView.HIDDEN) {
            return Optional.empty();
        }
        if (password == null && person.passwordObject().isEmpty()) {
            return Optional.of(json);
        }
        if (view == GigyaPasswordView.SHOWN) {
            json.putAll(person.passwordObject().orElseGet(() -> hash(person.uid(), String.valueOf(password))));
        }
        Instant set = person.stamps().passwordSet();
        if (set != null) {
            json.put("created", Times.trimmed(set));
        }
        return Optional.of(json);
    }

    private static Map<String, Object> hash(String uid, String password) {
        byte[] salt = salt(uid);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("algorithm", "pbkdf2");
        settings.put("rounds", ROUNDS);
        settings.put("salt", Base64.getEncoder().encodeToString(salt));
        return Map.of("hash", Base64.getEncoder().encodeToString(pbkdf2(password, salt)), "hashSettings", settings);
    }

    /** The same each time, so that nothing need be kept. */
    private static byte[] salt(String uid) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] pbkdf2(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BYTES * 8))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has PBKDF2WithHmacSHA1", e);
        }
    }
}
