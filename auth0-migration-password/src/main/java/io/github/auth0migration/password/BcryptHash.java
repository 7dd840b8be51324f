package io.github.auth0migration.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bcrypt hash, read from its crypt string or put together of raw bytes. */
final class BcryptHash {

    static final int MAX_PASSWORD_BYTES = 72;

    private static final Pattern CRYPT =
            Pattern.compile("\\$2([abxy])\\$([0-9]{2})\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
    private static final int SALT_BYTES = 16;
    private static final int CRYPT_BYTES = 23;
    private static final int RAW_BYTES = 24;

    private final char variant;
    private final int cost;
    private final byte[] salt;
    private final byte[] hash;

    private BcryptHash(char variant, int cost, byte[] salt, byte[] hash) {
        this.variant = variant;
        this.cost = Limits.within("The cost of bcrypt", cost, Limits.BCRYPT_MIN_COST, Limits.BCRYPT_MAX_COST);
        this.salt = salt;
        this.hash = hash;
    }

    static boolean looksLike(String text) {
        return text.startsWith("$2");
    }

    static BcryptHash parse(String text) {
        Matcher matcher = CRYPT.matcher(Limits.text("The bcrypt string", text));
        if (!matcher.matches()) {
            throw HashRefused.malformed("This is no complete bcrypt string of the kind $2a$, $2b$, $2x$ or $2y$.");
        }
        return new BcryptHash(
                matcher.group(1).charAt(0),
                Integer.parseInt(matcher.group(2)),
                BcryptText.decode(matcher.group(3), SALT_BYTES),
                BcryptText.decode(matcher.group(4), CRYPT_BYTES));
    }

    /** bcrypt itself gives 24 bytes; crypt strings hold 23 of them. */
    static BcryptHash ofRaw(int cost, byte[] salt, byte[] hash) {
        if (salt.length != SALT_BYTES || (hash.length != CRYPT_BYTES && hash.length != RAW_BYTES)) {
            throw HashRefused.malformed("Raw bcrypt needs a salt of 16 bytes and a hash of 23 or 24.");
        }
        return new BcryptHash('b', cost, salt, hash);
    }

    boolean isBuggy() {
        return variant == 'x';
    }

    Derivation derivation() {
        return Derivation.bcrypt(salt, cost, hash.length);
    }

    /** {@return a verifier for this; {@code $2x$} was made by a bug in how bytes above 127 were taken} */
    Verifier verifier() {
        return Verifier.of(derivation(), hash).judging(password -> judges(password));
    }

    /** {@return a verifier for passwords that are hashed with more around them} */
    Verifier verifier(byte[] prefix, byte[] suffix) {
        Derivation salted = password -> derivation().of(Bytes.concat(prefix, password, suffix));
        return Verifier.of(salted, hash).judging(password -> judges(Bytes.concat(prefix, password, suffix)));
    }

    private boolean judges(byte[] password) {
        return password.length <= MAX_PASSWORD_BYTES
                && !Bytes.hasNul(password)
                && !(isBuggy() && !Bytes.isAscii(password));
    }

    Conversion conversion() {
        if (isBuggy()) {
            return new Conversion.Impossible("Auth0 takes $2a$, $2b$ and $2y$, but not $2x$.");
        }
        boolean plainField = cost == 10 && variant != 'y';
        return plainField ? new Conversion.PasswordHashField(text()) : Auth0Form.bcrypt(text());
    }

    PasswordHash named(String format) {
        return new PasswordHash(format, verifier(), conversion());
    }

    private String text() {
        String twoDigits = (cost < 10 ? "0" : "") + cost;
        return "$2" + variant + "$" + twoDigits + "$" + BcryptText.encode(salt, SALT_BYTES)
                + BcryptText.encode(hash, CRYPT_BYTES);
    }
}
