package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Same identifier and password at once: one asks, the others wait for its answer. */
class JoinedSignInsTest {

    private final Scene scene = new Scene();
    private final TrickleMigration migration =
            TrickleMigration.from(scene.platform.source()).to(scene.users).build();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whoCannotWaitAnyLongerIsUnavailableAndTheFirstGoesOn() {
        scene.platform.onceProved = this::holdTheAnswer;
        Future<String> first = threads.submit(() -> signIn(Deadline.standard()));
        await(asked);

        assertThat(signIn(Deadline.after(Duration.ofMillis(1)))).isEqualTo("unavailable TIMEOUT");
        answer.countDown();
        assertThat(Crowd.result(first)).isEqualTo("migrated");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    @Test
    void whoIsInterruptedWhileWaitingIsUnavailableAndStaysInterrupted() {
        scene.platform.onceProved = this::holdTheAnswer;
        Future<String> first = threads.submit(() -> signIn(Deadline.standard()));
        await(asked);

        Thread.currentThread().interrupt();
        assertThat(signIn(Deadline.standard())).isEqualTo("unavailable INTERRUPTED");
        assertThat(Thread.interrupted()).isTrue();
        answer.countDown();
        assertThat(Crowd.result(first)).isEqualTo("migrated");
    }

    @Test
    void anInterruptOfTheFirstIsItsOwn() {
        CountDownLatch joined = new CountDownLatch(1);
        first(() -> {
            holdTheAnswer();
            return new LoginOutcome.Unavailable(Failure.of(Failure.Kind.INTERRUPTED, "Interrupted."));
        });
        Future<String> first = threads.submit(() -> signIn(Deadline.standard()));
        await(asked);
        Future<String> second = threads.submit(() -> {
            joined.countDown();
            return signIn(Deadline.standard());
        });
        await(joined);
        answer.countDown();

        assertThat(Crowd.result(first)).isEqualTo("unavailable INTERRUPTED");
        assertThat(Crowd.result(second)).isEqualTo("migrated");
    }

    @Test
    void aFirstThatDiesOfAnErrorBlocksNobody() {
        first(() -> {
            throw new StackOverflowError();
        });

        assertThat(threads.submit(() -> signIn(Deadline.standard()))).failsWithin(Duration.ofSeconds(30));
        assertThat(signIn(Deadline.standard())).isEqualTo("migrated");
    }

    /** As code in Kotlin, Groovy or Scala does. */
    @Test
    void aSourceThatThrowsACheckedExceptionIsUnavailableAndBlocksNobody() {
        first(() -> {
            throw Sneaky.<RuntimeException>thrown(new IOException(LEGACY));
        });

        assertThat(signIn(Deadline.standard())).isEqualTo("unavailable INTERNAL");
        assertThat(signIn(Deadline.standard())).isEqualTo("migrated");
    }

    @Test
    void anInterruptThatASourceThrowsIsNoBugAndStaysSet() {
        first(() -> {
            throw Sneaky.<RuntimeException>thrown(new InterruptedException());
        });

        assertThat(signIn(Deadline.standard())).isEqualTo("unavailable INTERRUPTED");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(signIn(Deadline.standard())).isEqualTo("migrated");
    }

    /** Answers the first login by a script, and all others as usual. */
    private void first(Supplier<@Nullable LoginOutcome> script) {
        scene.platform.login = () -> {
            scene.platform.login = null;
            return script.get();
        };
    }

    private void holdTheAnswer() {
        asked.countDown();
        await(answer);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signIn(Deadline deadline) {
        return Scene.told(migration.signIn(LoginRequest.of(ANN_MAIL, LEGACY).withDeadline(deadline)));
    }
}
