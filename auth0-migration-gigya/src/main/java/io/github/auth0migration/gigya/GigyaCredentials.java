package io.github.auth0migration.gigya;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.Jwt;
import io.github.auth0migration.spi.Secret;
import io.github.auth0migration.spi.SigningKey;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How the source proves to Gigya who it is: a user key of an application, and what belongs to it. The application's
 * permission group must allow {@code accounts.login}, {@code accounts.getAccountInfo}, {@code accounts.search} and
 * {@code accounts.identifiers.find}.
 *
 * <p>Secrets are asked for at each attempt, so that they can be rotated. {@code toString} tells the way only, there is no
 * {@code equals}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class GigyaCredentials {

    /** Makes the call of one attempt; nothing of it may be sent again. */
    @FunctionalInterface
    private interface Way {
        HttpCall call(URI uri, Map<String, String> fields, Deadline deadline) throws CallFailedException;
    }

    private final String name;
    private final Way way;

    private GigyaCredentials(String name, Way way) {
        this.name = name;
        this.way = way;
    }

    /**
     * The secret itself goes along with each call, over https.
     *
     * @param userKey the application's user key
     * @param secret its secret, asked at each attempt
     * @return the credentials
     * @throws IllegalArgumentException if {@code userKey} cannot be one
     */
    public static GigyaCredentials secret(String userKey, Supplier<String> secret) {
        String key = GigyaSettings.checkedKey("userKey", userKey);
        Secret held = Secret.of("secret", secret);
        return new GigyaCredentials("secret", (uri, fields, deadline) -> {
            fields.put("userKey", key);
            fields.put("secret", held.token());
            return HttpCall.postForm(uri, fields, deadline);
        });
    }

    /**
     * Each call is signed with the secret, which never leaves this machine. Gigya refuses signatures when the clocks are
     * about two minutes apart.
     *
     * @param userKey the application's user key
     * @param secret its secret, in Base64 as the console shows it, asked at each attempt
     * @return the credentials
     * @throws IllegalArgumentException if {@code userKey} cannot be one
     */
    public static GigyaCredentials signed(String userKey, Supplier<String> secret) {
        String key = GigyaSettings.checkedKey("userKey", userKey);
        Secret held = Secret.of("secret", secret);
        return new GigyaCredentials("signed", (uri, fields, deadline) -> {
            fields.put("userKey", key);
            fields.put("timestamp", String.valueOf(deadline.time().instant().getEpochSecond()));
            fields.put("nonce", UUID.randomUUID().toString());
            fields.put("sig", GigyaSignature.of(uri, fields, decoded(held)));
            return HttpCall.postForm(uri, fields, deadline);
        });
    }

    /**
     * Each call carries a token of its own, signed with an RSA key.
     *
     * @param userKey the application's user key
     * @param pem its private key in PEM as the console shows it, PKCS#1 or PKCS#8, with any line ends, asked at each
     *     attempt
     * @return the credentials
     * @throws IllegalArgumentException if {@code userKey} cannot be one
     */
    public static GigyaCredentials privateKey(String userKey, Supplier<String> pem) {
        String key = GigyaSettings.checkedKey("userKey", userKey);
        Secret held = Secret.of("privateKey", pem);
        return new GigyaCredentials(
                "privateKey",
                (uri, fields, deadline) -> HttpCall.postForm(uri, fields, deadline)
                        .withHeader("Authorization", "Bearer " + token(key, rsa(held), deadline)));
    }

    /** One attempt's call: with a signature, a nonce or a token that no other has. */
    HttpCall call(URI uri, Map<String, String> fields, Deadline deadline) throws CallFailedException {
        return way.call(uri, new LinkedHashMap<>(fields), deadline);
    }

    private static byte[] decoded(Secret secret) throws CallFailedException {
        try {
            return Base64.getDecoder().decode(secret.token());
        } catch (IllegalArgumentException e) {
            throw unusable("The secret supplier returned a text that is no Base64: paste it as the console shows it.");
        }
    }

    private static SigningKey rsa(Secret pem) throws CallFailedException {
        SigningKey key = pem.signingKey();
        if (!key.algorithm().equals("RS256")) {
            throw unusable("The privateKey supplier returned a key that is not RSA: Gigya takes no other.");
        }
        return key;
    }

    private static String token(String userKey, SigningKey key, Deadline deadline) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("kid", userKey);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iat", deadline.time().instant().getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return Jwt.signed(key, header, claims);
    }

    private static CallFailedException unusable(String detail) {
        return CallFailedException.unsent(Failure.of(Failure.Kind.SOURCE_CREDENTIALS, detail));
    }

    @Override
    public String toString() {
        return "GigyaCredentials[" + name + "]";
    }
}
