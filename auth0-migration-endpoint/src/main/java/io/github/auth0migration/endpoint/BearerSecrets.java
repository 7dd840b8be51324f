package io.github.auth0migration.endpoint;

import io.github.auth0migration.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Callers that know a shared secret. Two may be valid at once, so that it can be rotated without an outage: give out the
 * new one beside the old, change it in Auth0, then drop the old.
 *
 * <p>A secret is 32 to 4096 characters of RFC 6750's {@code b64token} (letters, digits, {@code -._~+/}, then {@code =});
 * {@code openssl rand -base64 32} makes one. Compared in constant time. {@code toString} tells nothing. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, 2.1</a>
 * @since 0.1.0
 */
public final class BearerSecrets implements Callers {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._~+/-]{32,4096}={0,2}");
    private static final String RULE =
            "must be 1 or 2 secrets of 32 to 4096 letters, digits and -._~+/ each: make one with 'openssl rand -base64 32'";

    private final Supplier<List<String>> secrets;

    private BearerSecrets(Supplier<List<String>> secrets) {
        this.secrets = secrets;
    }

    /**
     * A fixed secret, or two.
     *
     * @param current the secret that Auth0 has
     * @param others the one before, or the one after, while it is being changed; at most one
     * @return callers who know one of them
     * @throws IllegalArgumentException if a secret is too short, too long or has other characters, or there are more
     *     than two
     */
    public static BearerSecrets of(String current, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(0, Objects.requireNonNull(current, "current"));
        if (!isUsable(all)) {
            throw new IllegalArgumentException("BearerSecrets " + RULE);
        }
        List<String> fixed = List.copyOf(all);
        return new BearerSecrets(() -> fixed);
    }

    /**
     * Secrets that are asked for at each call, so that they can change while the host runs.
     *
     * @param secrets gives 1 or 2 secrets; called from several threads. While it throws, or gives anything else, callers
     *     get 503
     * @return callers who know one of them
     */
    public static BearerSecrets of(Supplier<List<String>> secrets) {
        return new BearerSecrets(Objects.requireNonNull(secrets, "secrets"));
    }

    @Override
    public CallerVerdict check(String token) {
        List<String> valid;
        try {
            valid = secrets.get();
        } catch (RuntimeException e) {
            return unusable("the supplier threw " + e.getClass().getName());
        }
        if (!isUsable(valid)) {
            return unusable("the supplier's answer " + RULE);
        }
        byte[] presented = sha256(token);
        boolean known = false;
        for (String secret : valid) {
            // All are compared, and by their hashes: time tells neither which matched, nor how far, nor the length.
            known |= MessageDigest.isEqual(sha256(secret), presented);
        }
        return known ? new CallerVerdict.Accepted() : new CallerVerdict.Unauthorized("unknown secret");
    }

    /** Also null, which suppliers of hosts may give. */
    private static boolean isUsable(List<String> secrets) {
        return secrets != null
                && !secrets.isEmpty()
                && secrets.size() <= 2
                && secrets.stream()
                        .allMatch(secret ->
                                secret != null && SECRET.matcher(secret).matches());
    }

    private static CallerVerdict unusable(String what) {
        return new CallerVerdict.Unavailable(
                Failure.of(Failure.Kind.CONFIGURATION, "Callers cannot be checked: " + what + "."));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "BearerSecrets";
    }
}
