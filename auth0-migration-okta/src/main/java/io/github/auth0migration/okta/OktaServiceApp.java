package io.github.auth0migration.okta;

import io.github.auth0migration.spi.Secret;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API service app of the organization, as which the source reads people with OAuth 2.0 access tokens instead of an API
 * token: nobody owns it, and it does not die when it is not used.
 *
 * <p>Grant it the scope {@code okta.users.read}, which covers users and their factors, and give it a read-only
 * administrator role for the <em>whole</em> organization: people outside its role look like nobody. It proves itself by
 * {@code private_key_jwt}, with {@code RS256} or {@code ES256}. DPoP, which Okta switches on for new apps, is spoken when
 * Okta asks for it, with a key of the source's own.
 *
 * <p>Holds a secret: {@code toString} tells the client id only. Immutable and thread-safe.
 *
 * @see <a href="https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/">OAuth 2.0 service app</a>
 * @see <a href="https://developer.okta.com/docs/guides/dpop/main/">DPoP</a>
 * @since 0.1.0
 */
public final class OktaServiceApp {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern KEY_ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final String clientId;
    private final Secret privateKey;
    private final @Nullable String keyId;

    private OktaServiceApp(String clientId, Secret privateKey, @Nullable String keyId) {
        this.clientId = clientId;
        this.privateKey = privateKey;
        this.keyId = keyId;
    }

    /**
     * A service app with one key.
     *
     * @param clientId the app's client id, for example {@code 0oa1b2c3}
     * @param privateKeyPem asked for the private key at each token, so that it can be rotated: RSA of 2048 bits or more, or
     *     EC on P-256, in PEM and not encrypted
     * @return the app
     */
    public static OktaServiceApp of(String clientId, Supplier<String> privateKeyPem) {
        return new OktaServiceApp(
                Objects.requireNonNull(clientId, "clientId"), Secret.of("privateKeyPem", privateKeyPem), null);
    }

    /**
     * A copy that names its key. Needed when the app has several.
     *
     * @param id the key's {@code kid} at Okta
     * @return the copy
     */
    public OktaServiceApp withKeyId(String id) {
        return new OktaServiceApp(clientId, privateKey, Objects.requireNonNull(id, "keyId"));
    }

    void check() {
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw new IllegalArgumentException(
                    "serviceApp must have a client id of 1 to 100 letters, digits, '.', '_' and"
                            + " '-': copy it from the app's General tab in Okta's admin console");
        }
        if (keyId != null && !KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException(
                    "serviceApp must have a key id of 1 to 200 visible ASCII characters: copy"
                            + " the KID of the public key from the app's General tab");
        }
    }

    String clientId() {
        return clientId;
    }

    Secret privateKey() {
        return privateKey;
    }

    Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    @Override
    public String toString() {
        return "OktaServiceApp[" + clientId + "]";
    }
}
