package io.github.auth0migration.okta;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Okta's rate limit headers: seconds of UTC, measured against the answer's own {@code Date}, for our clock may be wrong.
 * There is no {@code Retry-After}. A header may occur twice with different values; Okta's SDKs take the smallest.
 *
 * @see <a href="https://developer.okta.com/docs/reference/rl-best-practices/">Rate limit best practices</a>
 */
final class OktaRateLimit {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private OktaRateLimit() {}

    static Failure refine(Failure failure, HttpReply reply) {
        return failure.kind() == Failure.Kind.RATE_LIMITED
                ? wait(reply).map(failure::withRetryAfter).orElse(failure)
                : failure;
    }

    private static Optional<Duration> wait(HttpReply reply) {
        if (isConcurrencyLimit(reply)) {
            // The reset is only an estimate here; waiting for it has stalled clients for minutes.
            return Optional.of(SHORTEST.plusMillis(ThreadLocalRandom.current().nextInt(500)));
        }
        OptionalLong reset = smallest(reply.headers("x-rate-limit-reset"));
        Optional<Instant> now = reply.date("Date");
        if (reset.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        Duration left = Duration.between(now.get(), Instant.ofEpochSecond(reset.getAsLong()))
                .plusSeconds(1);
        return Optional.of(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }

    /** Too many calls in flight for the whole organization: both numbers are zero. */
    private static boolean isConcurrencyLimit(HttpReply reply) {
        OptionalLong limit = smallest(reply.headers("x-rate-limit-limit"));
        OptionalLong remaining = smallest(reply.headers("x-rate-limit-remaining"));
        return limit.isPresent() && limit.getAsLong() == 0 && remaining.isPresent() && remaining.getAsLong() == 0;
    }

    private static OptionalLong smallest(List<String> values) {
        return values.stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,11}"))
                .mapToLong(Long::parseLong)
                .min();
    }
}
