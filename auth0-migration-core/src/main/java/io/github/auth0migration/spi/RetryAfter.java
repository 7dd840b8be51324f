package io.github.auth0migration.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code Retry-After} header of RFC 9110, section 10.2.3; what cannot be read counts as absent. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    static Optional<Duration> of(HttpReply reply) {
        return reply.header("Retry-After").map(String::strip).flatMap(value -> {
            if (SECONDS.matcher(value).matches()) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            return reply.date("Retry-After")
                    .flatMap(until -> reply.date("Date")
                            .map(now -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO));
        });
    }
}
