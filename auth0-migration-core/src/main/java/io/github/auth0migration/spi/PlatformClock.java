package io.github.auth0migration.spi;

import io.github.auth0migration.CheckReport.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares a platform's clock with this machine's, for a source's {@code check()}.
 *
 * @since 0.1.0
 */
public final class PlatformClock {

    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

    private PlatformClock() {}

    /**
     * Looks at an answer's {@code Date}; up to a minute of difference is tolerated.
     *
     * @param reply any answer of the platform
     * @param ours this machine's time when it arrived
     * @return what to report of the subject {@code clock}
     */
    public static Finding compare(HttpReply reply, Instant ours) {
        Optional<Instant> theirs = reply.date("Date");
        if (theirs.isEmpty()) {
            return Finding.warning("clock", "The platform's answer has no Date, so the clocks cannot be compared.");
        }
        Duration skew = Duration.between(theirs.get(), ours).abs();
        return skew.compareTo(TOLERATED_SKEW) <= 0
                ? Finding.ok("clock", "This machine's clock agrees with the platform's.")
                : Finding.warning(
                        "clock",
                        "This machine's clock differs from the platform's by " + skew.toSeconds()
                                + " seconds: times of migration will be wrong, and signed requests may be refused;"
                                + " synchronize it.");
    }
}
