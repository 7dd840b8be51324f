package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The tenant's one API key, and whether a request proves that it has it. */
final class ApiKeys {

    private final SignedRequests signed;
    private volatile Key key;
    private volatile boolean revoked;

    ApiKeys(SignedRequests signed, String id, String secret) {
        this.signed = signed;
        this.key = new Key(id, secret);
    }

    Key current() {
        return key;
    }

    void revoke() {
        revoked = true;
    }

    void rotate() {
        key = new Key(StormpathIds.apiKeyId(), StormpathIds.apiKeySecret());
        revoked = false;
    }

    boolean accepts(ReceivedRequest<StormpathOperation> request) {
        Key right = key;
        String authorization = request.header("Authorization").orElse("");
        String scheme = authorization.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return !revoked
                && switch (scheme) {
                    case "basic" -> isBasic(authorization, right);
                    case "sauthc1" -> signed.accepts(request, authorization, right);
                    default -> false;
                };
    }

    private static boolean isBasic(String authorization, Key right) {
        String expected = Base64.getEncoder()
                .encodeToString((right.id() + ":" + right.secret()).getBytes(StandardCharsets.UTF_8));
        return authorization.substring("basic".length()).strip().equals(expected);
    }

    /** A class, not a record: its text must not show the secret. */
    static final class Key {

        private final String id;
        private final String secret;

        Key(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        String id() {
            return id;
        }

        String secret() {
            return secret;
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }
}
