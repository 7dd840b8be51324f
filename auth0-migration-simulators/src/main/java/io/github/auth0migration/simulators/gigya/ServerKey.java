package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one application key of the site, and the three ways to show it. */
final class ServerKey {

    private static final String BEARER = "bearer ";
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Clock clock;
    private final String apiKey;
    private final String userKey;
    private final SeenOnce nonces = new SeenOnce();
    private final SeenOnce tokenIds = new SeenOnce();
    private volatile String secret;
    private volatile @Nullable PublicKey publicKey;
    private volatile boolean revoked;

    ServerKey(Clock clock, String apiKey, String userKey, String secret) {
        this.clock = clock;
        this.apiKey = apiKey;
        this.userKey = userKey;
        this.secret = secret;
    }

    String apiKey() {
        return apiKey;
    }

    String userKey() {
        return userKey;
    }

    String secret() {
        return secret;
    }

    void publicKey(PublicKey key) {
        this.publicKey = key;
    }

    void revoke() {
        revoked = true;
    }

    String rotate() {
        secret = GigyaIds.secret();
        revoked = false;
        return secret;
    }

    /** What is wrong with a call's credentials; empty when nothing is. */
    Optional<GigyaAnswer> refuse(ReceivedRequest<GigyaOperation> request, QueryParameters form) {
        if (!form.has("apiKey")) {
            return Optional.of(GigyaAnswer.missing("apiKey"));
        }
        if (!form.get("apiKey").equals(apiKey)) {
            return Optional.of(GigyaAnswer.error(400_093));
        }
        Optional<String> authorization = request.header("Authorization");
        if (authorization.isPresent()) {
            return refuseBearer(authorization.get());
        }
        if (!form.has("userKey")) {
            return Optional.of(GigyaAnswer.missing("userKey"));
        }
        if (!knows(form.get("userKey"))) {
            return Optional.of(unknownKey());
        }
        return form.has("sig") ? refuseSignature(request, form) : refuseSecret(form);
    }

    private Optional<GigyaAnswer> refuseSecret(QueryParameters form) {
        if (!form.has("secret")) {
            return Optional.of(GigyaAnswer.missing("secret"));
        }
        return same(form.get("secret"), secret) ? Optional.empty() : Optional.of(GigyaAnswer.error(403_003));
    }

    private Optional<GigyaAnswer> refuseSignature(ReceivedRequest<GigyaOperation> request, QueryParameters form) {
        if (form.get("timestamp").isEmpty() || form.get("nonce").isEmpty()) {
            return Optional.of(GigyaAnswer.missing("timestamp, nonce"));
        }
        if (!form.get("timestamp").matches("\\d{1,10}")
                || isOff(Instant.ofEpochSecond(Long.parseLong(form.get("timestamp"))))) {
            return Optional.of(GigyaAnswer.error(403_002));
        }
        URI url = URI.create("http://" + request.header("Host").orElse("127.0.0.1") + request.rawPath());
        if (!same(form.get("sig"), RequestSignature.of(request.method(), url, form.values(), secret))) {
            return Optional.of(GigyaAnswer.error(403_003));
        }
        return nonces.isFirst(form.get("nonce"), clock.instant())
                ? Optional.empty()
                : Optional.of(GigyaAnswer.error(403_004));
    }

    private Optional<GigyaAnswer> refuseBearer(String authorization) {
        boolean bearer = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return Optional.of(authorization)
                .filter(value -> bearer)
                .flatMap(value -> BearerToken.parse(value.substring(BEARER.length())))
                .map(this::refuseToken)
                .orElseGet(() -> Optional.of(GigyaAnswer.error(400_008)));
    }

    private Optional<GigyaAnswer> refuseToken(BearerToken token) {
        if (!knows(token.keyId())) {
            return Optional.of(unknownKey());
        }
        PublicKey key = publicKey;
        if (key == null || !token.isSignedBy(key)) {
            return Optional.of(GigyaAnswer.error(400_008));
        }
        if (isOff(token.issuedAt())) {
            return Optional.of(GigyaAnswer.error(403_002));
        }
        return tokenIds.isFirst(token.id(), clock.instant())
                ? Optional.empty()
                : Optional.of(GigyaAnswer.error(403_004));
    }

    private boolean knows(String key) {
        return !revoked && key.equals(userKey);
    }

    private boolean isOff(Instant time) {
        return Duration.between(time, clock.instant()).abs().compareTo(SKEW) > 0;
    }

    private static GigyaAnswer unknownKey() {
        return GigyaAnswer.error(403_005, "The supplied userkey was not found");
    }

    private static boolean same(String sent, String right) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
