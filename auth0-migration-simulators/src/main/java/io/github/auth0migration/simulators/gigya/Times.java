package io.github.auth0migration.simulators.gigya;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the platform writes times. */
final class Times {

    /** Of something that has not happened, with a timestamp of 0. */
    static final String NEVER = "0001-01-01T00:00:00Z";

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private Times() {}

    /** With three digits of a second. */
    static String millis(Instant instant) {
        return MILLIS.format(instant.atZone(ZoneOffset.UTC));
    }

    /** With only as many digits of a second as there is something to say: the platform does both. */
    static String trimmed(Instant instant) {
        return millis(instant).replaceFirst("\\.?0+Z$", "Z");
    }
}
