package io.github.auth0migration.benchmarks;

import io.github.auth0migration.AttemptGuard;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Limits nothing: what is measured here is what stands behind a guard. */
final class OpenGuard implements AttemptGuard {

    @Override
    public Optional<Duration> admit(Attempt attempt) {
        return Optional.empty();
    }

    @Override
    public void failed(Attempt attempt, @Nullable String userId) {}

    @Override
    public void takeBack(Attempt attempt) {}
}
