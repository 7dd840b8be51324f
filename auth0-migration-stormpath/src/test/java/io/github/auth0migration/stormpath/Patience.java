package io.github.auth0migration.stormpath;

import io.github.auth0migration.spi.Retrier;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Settings for tests of failures: nothing is repeated, so nothing is waited for. */
final class Patience {

    static final UnaryOperator<StormpathSource.Builder> LITTLE =
            builder -> builder.retrier(Retrier.of(1, Duration.ofMillis(10)));

    private Patience() {}
}
