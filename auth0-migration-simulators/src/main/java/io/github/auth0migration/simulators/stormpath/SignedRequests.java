package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.ReceivedRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies requests that are signed by the digest scheme SAuthc1. */
final class SignedRequests {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    // Neither the window nor that a nonce counts once is documented: likely, not confirmed.
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int NONCES = 100_000;

    private final Clock clock;
    private final StormpathDialect dialect;
    private final Map<String, Boolean> nonces = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > NONCES;
        }
    };

    SignedRequests(Clock clock, StormpathDialect dialect) {
        this.clock = clock;
        this.dialect = dialect;
    }

    boolean accepts(ReceivedRequest<StormpathOperation> request, String authorization, ApiKeys.Key key) {
        String timestamp = request.header("X-Stormpath-Date").orElse("");
        return SAuthc1Header.parse(authorization)
                .filter(header -> header.keyId().equals(key.id()))
                .filter(header -> header.signs("host") && header.signs("x-stormpath-date"))
                .filter(header -> timestamp.startsWith(header.date() + "T"))
                .filter(header -> isSignedBy(key, header, timestamp, request))
                .filter(header -> dialect.isCompatible() || (isFresh(timestamp) && isFirst(header.nonce())))
                .isPresent();
    }

    private boolean isSignedBy(
            ApiKeys.Key key, SAuthc1Header header, String timestamp, ReceivedRequest<StormpathOperation> request) {
        String canonical = new CanonicalRequest(dialect)
                .of(
                        request.method(),
                        request.rawPath(),
                        request.rawQuery(),
                        name -> request.headers().getOrDefault(name, List.of()),
                        header.signedHeaders(),
                        request.body());
        return SAuthc1Signature.of(key.secret(), header, timestamp, canonical).equals(header.signature());
    }

    private boolean isFresh(String timestamp) {
        return time(timestamp)
                .filter(time -> Duration.between(time, clock.instant()).abs().compareTo(WINDOW) <= 0)
                .isPresent();
    }

    private boolean isFirst(String nonce) {
        synchronized (nonces) {
            return nonces.put(nonce, true) == null;
        }
    }

    private static Optional<Instant> time(String timestamp) {
        try {
            return Optional.of(LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
