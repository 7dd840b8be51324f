package io.github.auth0migration.exports;

import io.github.auth0migration.AttemptGuard;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lets everybody try, and counts on whose passwords a word was said. */
final class CountingGuard implements AttemptGuard {

    private final AtomicInteger judged = new AtomicInteger();

    int judged() {
        return judged.get();
    }

    @Override
    public Optional<Duration> admit(Attempt attempt) {
        return Optional.empty();
    }

    @Override
    public void failed(Attempt attempt, @Nullable String userId) {
        if (userId != null) {
            judged.incrementAndGet();
        }
    }

    @Override
    public void takeBack(Attempt attempt) {
        judged.incrementAndGet();
    }
}
