package io.github.auth0migration.internal;

import io.github.auth0migration.LoginRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Identifier and password as one key that gives neither away: an HMAC under a key that lives and dies with the process.
 */
public record AttemptKey(ByteBuffer mac) {

    private static final SecretKeySpec PROCESS_KEY = processKey();

    private static SecretKeySpec processKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "HmacSHA256");
    }

    public static AttemptKey of(LoginRequest request) {
        byte[] identifier = request.identifier().value().getBytes(StandardCharsets.UTF_8);
        byte[] password = request.password().getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(PROCESS_KEY);
            // The length keeps "ab"+"c" and "a"+"bc" apart.
            mac.update(ByteBuffer.allocate(4).putInt(identifier.length).array());
            mac.update(identifier);
            return new AttemptKey(ByteBuffer.wrap(mac.doFinal(password)).asReadOnlyBuffer());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "AttemptKey";
    }
}
