package io.github.auth0migration.sample.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What the browser's cookie holds, before and after somebody signs in: 256 random bits. A secret: {@code toString} tells
 * nothing. Immutable and thread-safe.
 */
public final class SessionId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private SessionId(String value) {
        this.value = value;
    }

    static SessionId random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    static Optional<SessionId> parse(String value) {
        return value.matches("[A-Za-z0-9_-]{43}") ? Optional.of(new SessionId(value)) : Optional.empty();
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "SessionId[redacted]";
    }
}
