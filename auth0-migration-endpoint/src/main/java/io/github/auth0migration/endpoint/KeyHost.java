package io.github.auth0migration.endpoint;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where an issuer publishes its keys: {@code .well-known/jwks.json} below its address. */
record KeyHost(BaseUrl issuer, HttpTransport transport, TimeSource time) implements SigningKeys.Origin {

    /** Callers wait for it, and the scripts give up after 12 seconds. */
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    static final int MAX_BYTES = 256 * 1024;

    @Override
    public JWKSet fetch() throws CallFailedException {
        HttpReply reply = transport
                .send(HttpCall.get(
                                issuer.resolve(List.of(".well-known", "jwks.json"), Map.of()),
                                Deadline.after(TIMEOUT, time))
                        .withMaxBodyBytes(MAX_BYTES))
                .orThrow();
        if (reply.status() != 200) {
            throw failed(
                    Failure.Kind.CONFIGURATION,
                    "The issuer has no keys at .well-known/jwks.json (" + reply.status() + "): check its address.");
        }
        List<JWK> keys = new ArrayList<>();
        for (JsonObject key : reply.jsonObject().requiredObjects("keys")) {
            addIfUsable(key, keys);
        }
        if (keys.isEmpty()) {
            // Taken at its word it would throw away keys that were good a moment ago.
            throw failed(Failure.Kind.MALFORMED_RESPONSE, "The issuer's key set holds no RSA key.");
        }
        return new JWKSet(keys);
    }

    /** Keys of kinds that we do not know must not spoil the others (RFC 7517, 5). */
    private static void addIfUsable(JsonObject key, List<JWK> keys) {
        try {
            JWK parsed = JWK.parse(new HashMap<>(key.asMap()));
            if (parsed.getKeyType().equals(KeyType.RSA)) {
                keys.add(parsed);
            }
        } catch (ParseException | RuntimeException e) {
            // The library promises ParseException only; what else a strange key causes must not spoil the others
            // either.
        }
    }

    private static CallFailedException failed(Failure.Kind kind, String detail) {
        return CallFailedException.maybeSent(Failure.of(kind, detail));
    }
}
