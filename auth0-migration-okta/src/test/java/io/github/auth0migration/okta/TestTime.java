package io.github.auth0migration.okta;

import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testsupport.ManualTime;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** A clock that moves only when told to, or when somebody sleeps on it. */
final class TestTime extends ManualTime implements TimeSource {

    /** The same clock for a simulator. */
    Clock clock() {
        InstantSource source = this::instant;
        return source.withZone(ZoneOffset.UTC);
    }
}
