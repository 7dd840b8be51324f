package io.github.auth0migration.okta;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token of a service app. Holds a secret: {@code toString} tells its kind only. Immutable and thread-safe.
 */
final class AccessToken {

    private static final Duration LONGEST_HEAD_START = Duration.ofMinutes(5);

    private final String value;
    private final boolean dpop;
    private final Instant end;
    private final Instant renewal;

    /** A token asked for at {@code asked}: renewed five minutes, or a tenth of its life, before its end. */
    AccessToken(String value, boolean dpop, Instant asked, Duration life) {
        this.value = value;
        this.dpop = dpop;
        this.end = asked.plus(life);
        Duration tenth = life.dividedBy(10);
        this.renewal = end.minus(tenth.compareTo(LONGEST_HEAD_START) < 0 ? tenth : LONGEST_HEAD_START);
    }

    String value() {
        return value;
    }

    boolean isDpop() {
        return dpop;
    }

    boolean isGood(Instant now) {
        return now.isBefore(end);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(renewal);
    }

    @Override
    public String toString() {
        return dpop ? "AccessToken[DPoP]" : "AccessToken[Bearer]";
    }
}
