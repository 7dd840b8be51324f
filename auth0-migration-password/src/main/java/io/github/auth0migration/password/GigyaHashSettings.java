package io.github.auth0migration.password;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Gigya's password objects do not tell of themselves. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class GigyaHashSettings {

    /**
     * The digest within PBKDF2.
     *
     * @since 0.1.0
     */
    public enum Pbkdf2Digest {
        /** HMAC-SHA-1, the likely one for the algorithm {@code pbkdf2}. */
        SHA1(HashDigest.SHA1),
        /** HMAC-SHA-256. */
        SHA256(HashDigest.SHA256),
        /** HMAC-SHA-512. */
        SHA512(HashDigest.SHA512);

        private final HashDigest digest;

        Pbkdf2Digest(HashDigest digest) {
            this.digest = digest;
        }
    }

    private static final GigyaHashSettings NONE = new GigyaHashSettings(null);

    private final @Nullable Pbkdf2Digest pbkdf2Digest;

    private GigyaHashSettings(@Nullable Pbkdf2Digest pbkdf2Digest) {
        this.pbkdf2Digest = pbkdf2Digest;
    }

    /** {@return settings that tell nothing: hashes that need to be told something are refused} */
    public static GigyaHashSettings none() {
        return NONE;
    }

    /**
     * Tells which digest is within the algorithm {@code pbkdf2}, which Gigya does not document. Find it out with an account
     * whose password you know: try the digests until its hash matches.
     *
     * @param digest the digest
     * @return settings with this digest
     */
    public GigyaHashSettings withPbkdf2Digest(Pbkdf2Digest digest) {
        return new GigyaHashSettings(Objects.requireNonNull(digest, "digest"));
    }

    Optional<HashDigest> pbkdf2Digest() {
        return Optional.ofNullable(pbkdf2Digest).map(setting -> setting.digest);
    }

    @Override
    public String toString() {
        return "GigyaHashSettings[pbkdf2Digest=" + pbkdf2Digest + "]";
    }
}
