package io.github.auth0migration.internal;

import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.LoginRequest;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Identifier, password and the client's address and device as one key that gives none away: an HMAC under a key that
 * lives and dies with the process. A platform's policy may answer another client otherwise.
 */
public record AttemptKey(ByteBuffer mac) {

    private static final SecretKeySpec PROCESS_KEY = processKey();

    private static SecretKeySpec processKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "HmacSHA256");
    }

    public static AttemptKey of(LoginRequest request) {
        ClientInfo client = request.client();
        List<String> parts = List.of(
                request.identifier().value(),
                request.password(),
                client.trustedAddress().map(InetAddress::getHostAddress).orElse(""),
                client.deviceId().orElse(""));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(PROCESS_KEY);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length keeps "ab"+"c" and "a"+"bc" apart.
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return new AttemptKey(ByteBuffer.wrap(mac.doFinal()).asReadOnlyBuffer());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "AttemptKey";
    }
}
