package io.github.auth0migration.endpoint;

import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testsupport.ManualTime;

/** A clock that moves only when told to. */
final class TestTime extends ManualTime implements TimeSource {}
