package io.github.auth0migration.spi;

import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testsupport.ManualTime;

final class TestTime extends ManualTime implements TimeSource {}
