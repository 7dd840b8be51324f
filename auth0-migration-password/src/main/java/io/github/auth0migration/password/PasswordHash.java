package io.github.auth0migration.password;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A password hash of a source platform: verifies passwords and becomes what Auth0 can import.
 *
 * <p>It holds a secret: {@code toString} tells the format only, there is no {@code equals}, and it is not serializable.
 * Immutable and thread-safe. Which formats are understood, and the bounds on work: {@code docs/hashes.md}.
 *
 * @since 0.1.0
 */
public final class PasswordHash {

    private final String format;
    private final PasswordEncoding encoding;
    private final Verifier verifier;
    private final Conversion conversion;

    PasswordHash(String format, PasswordEncoding encoding, Verifier verifier, Conversion conversion) {
        this.format = format;
        this.encoding = encoding;
        this.verifier = verifier;
        this.conversion = conversion;
    }

    PasswordHash(String format, Verifier verifier, Conversion conversion) {
        this(format, PasswordEncoding.UTF8, verifier, conversion);
    }

    /**
     * Reads a hash as Stormpath exports it.
     *
     * @param mcf the modular crypt format string: {@code $stormpath1$}, {@code $stormpath2$} or bcrypt
     * @return the hash, or why it is refused
     */
    public static ParsedHash ofStormpath(String mcf) {
        Objects.requireNonNull(mcf, "mcf");
        return parsed(() -> StormpathHash.parse(mcf));
    }

    /**
     * Reads the {@code password} object of a Gigya account.
     *
     * @param passwordObject the object: {@code hash} or {@code compoundHash}, and {@code hashSettings}; null values count
     *     as absent
     * @param settings what the object does not tell
     * @return the hash, or why it is refused
     */
    public static ParsedHash ofGigya(Map<String, ?> passwordObject, GigyaHashSettings settings) {
        Objects.requireNonNull(passwordObject, "passwordObject");
        Objects.requireNonNull(settings, "settings");
        return parsed(() -> GigyaHash.parse(passwordObject, settings));
    }

    /**
     * Reads a hash in Auth0's own form.
     *
     * @param customPasswordHash the value of {@code custom_password_hash}; null values count as absent
     * @return the hash, or why it is refused
     * @see <a href="https://auth0.com/docs/manage-users/user-migration/bulk-user-import-database-schema-and-examples">the
     *     form</a>
     */
    public static ParsedHash ofAuth0(Map<String, ?> customPasswordHash) {
        Objects.requireNonNull(customPasswordHash, "customPasswordHash");
        return parsed(() -> Auth0Hash.parse(customPasswordHash));
    }

    private static ParsedHash parsed(Supplier<PasswordHash> parser) {
        try {
            return new ParsedHash.Understood(parser.get());
        } catch (HashRefused e) {
            return e.asValue();
        }
    }

    /**
     * Verifies a password; the comparison takes the same time wherever the two differ, and whichever way of making the hash
     * it was, where several are plausible: all are computed, within the same bounds. bcrypt, argon2, scrypt and PBKDF2
     * cost what they are made to cost, up to seconds and 256 MiB: bound how many run at once.
     *
     * @param password what the person typed, not normalized
     * @return whether it is the one that was hashed
     */
    public PasswordCheck verify(String password) {
        if (password.length() > Limits.PASSWORD_CHARS || password.indexOf('\0') >= 0) {
            // A NUL would end the password for bcrypt, and vanish in the key of an HMAC.
            return PasswordCheck.NOT_JUDGED;
        }
        Optional<byte[]> bytes = encoding.encode(password);
        PasswordCheck check = bytes.map(verifier::check).orElse(PasswordCheck.NOT_JUDGED);
        bytes.ifPresent(secret -> Arrays.fill(secret, (byte) 0));
        return check;
    }

    /** {@return what Auth0's bulk import can be given for this hash} */
    public Conversion toAuth0() {
        return conversion;
    }

    /** {@return the name of the format, to count by: tells nothing of the hash} */
    public String format() {
        return format;
    }

    @Override
    public String toString() {
        return "PasswordHash[" + format + "]";
    }
}
