package io.github.auth0migration.simulators.okta;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An API service app, registered in an org: it gets access tokens by signing an assertion with its private key. Immutable
 * and thread-safe.
 *
 * @see <a href="https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/">OAuth 2.0 service app</a>
 * @since 0.1.0
 */
public final class OktaClient {

    private static final String NO_KEY_ID = "";

    private final String id;
    private final Map<String, PublicKey> keys;
    private final Set<String> scopes;
    private final boolean dpopRequired;

    private OktaClient(String id, Map<String, PublicKey> keys, Set<String> scopes, boolean dpopRequired) {
        this.id = id;
        this.keys = Map.copyOf(keys);
        this.scopes = Set.copyOf(scopes);
        this.dpopRequired = dpopRequired;
    }

    /**
     * A client with one key, granted {@code okta.users.read}, with bearer tokens.
     *
     * @param id the client id
     * @param key verifies its assertions: RSA or EC on the curve P-256
     * @return the client
     */
    public static OktaClient of(String id, PublicKey key) {
        return new OktaClient(
                Objects.requireNonNull(id, "id"), Map.of(NO_KEY_ID, key), Set.of("okta.users.read"), false);
    }

    /**
     * A copy with another key beside those it has; assertions must then name theirs.
     *
     * @param keyId what the assertion calls it in {@code kid}
     * @param key verifies assertions
     * @return the copy
     */
    public OktaClient withKey(String keyId, PublicKey key) {
        Map<String, PublicKey> more = new LinkedHashMap<>(keys);
        more.put(keyId, key);
        return new OktaClient(id, more, scopes, dpopRequired);
    }

    /**
     * A copy that is granted other scopes.
     *
     * @param granted the scopes
     * @return the copy
     */
    public OktaClient withScopes(Set<String> granted) {
        return new OktaClient(id, keys, granted, dpopRequired);
    }

    /** {@return a copy that gets no token without a DPoP proof, as is the default for new apps} */
    public OktaClient requiringDpop() {
        return new OktaClient(id, keys, scopes, true);
    }

    /** {@return the client id} */
    public String id() {
        return id;
    }

    Set<String> scopes() {
        return scopes;
    }

    boolean isDpopRequired() {
        return dpopRequired;
    }

    /** The key for an assertion; with several keys only the named one will do. */
    Optional<PublicKey> key(String keyId) {
        return keys.size() == 1
                ? keys.values().stream().findFirst()
                : Optional.ofNullable(keys.get(keyId)).filter(key -> !keyId.equals(NO_KEY_ID));
    }

    @Override
    public String toString() {
        return "OktaClient[" + id + "]";
    }
}
