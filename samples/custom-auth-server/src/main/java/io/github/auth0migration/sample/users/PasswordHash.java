package io.github.auth0migration.sample.users;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hashed password, kept as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}.
 *
 * <p>{@code toString} tells nothing, and there is no {@code equals}. Immutable and thread-safe.
 */
final class PasswordHash {

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,3})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2id strength;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Argon2id strength, byte[] salt, byte[] hash) {
        this.strength = strength;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(String password, Argon2id strength) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(strength, salt, strength.hash(password, salt, HASH_BYTES));
    }

    /** Reads what {@link #toPhc} wrote; empty for anything that is not such a string, or asks for too much work. */
    static Optional<PasswordHash> parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Argon2id strength = new Argon2id(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        if (!strength.isBearable()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PasswordHash(strength, decode(parts.group(4)), decode(parts.group(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, strength.hash(password, salt, hash.length));
    }

    String toPhc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + strength.kibibytes() + ",t=" + strength.rounds() + ",p=" + strength.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "PasswordHash[redacted]";
    }
}
