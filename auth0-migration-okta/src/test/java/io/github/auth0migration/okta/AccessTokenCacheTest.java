package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AccessTokenCacheTest {

    private static final int THREADS = 50;

    private final TestTime time = new TestTime();
    private final AtomicInteger fetched = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final CountDownLatch fetching = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile boolean down;

    private final AccessTokenCache tokens = new AccessTokenCache(this::fetch);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private AccessToken fetch(Deadline deadline) throws CallFailedException {
        int number = fetched.incrementAndGet();
        if (down) {
            throw CallFailedException.maybeSent(Failure.of(Failure.Kind.SERVER_ERROR, "Down."));
        }
        return new AccessToken(
                Marked.secret("token-" + number), false, deadline.time().instant(), Duration.ofHours(1));
    }

    private AccessToken get() throws CallFailedException {
        return tokens.get(deadline());
    }

    private Deadline deadline() {
        return Deadline.after(Duration.ofSeconds(8), time);
    }

    private static AccessTokenCache.Fetch stalled(AccessTokenCacheTest test) {
        return deadline -> {
            test.fetching.countDown();
            try {
                test.go.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return test.fetch(deadline);
        };
    }

    private <T> List<Future<T>> many(Callable<T> call) {
        List<Future<T>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(threads.submit(call));
        }
        return all;
    }

    @Test
    void aTokenIsKeptUntilFiveMinutesBeforeItsEnd() throws Exception {
        AccessToken first = get();
        time.advance(Duration.ofMinutes(55).minusMillis(1));
        assertThat(get()).isSameAs(first);

        time.advance(Duration.ofMillis(1));

        assertThat(get()).isNotSameAs(first);
        assertThat(fetched).hasValue(2);
        assertThat(SecretScan.clean(first)).hasToString("AccessToken[Bearer]");
    }

    @Test
    void anEarlyRenewalThatFailsHurtsNobodyWhileTheOldTokenIsGood() throws Exception {
        AccessToken first = get();
        time.advance(Duration.ofMinutes(56));
        down = true;
        assertThat(get()).isSameAs(first);

        time.advance(Duration.ofMinutes(4));

        assertThatThrownBy(this::get).isInstanceOf(CallFailedException.class).hasMessageContaining("Down");
    }

    @Test
    void aRefusedTokenIsReplacedOnce() throws Exception {
        AccessToken first = get();
        tokens.drop(first);
        AccessToken second = get();
        tokens.drop(first);

        assertThat(get()).isSameAs(second).isNotSameAs(first);
    }

    @Test
    void manyThreadsMakeOneCall() throws Exception {
        AccessTokenCache stalling = new AccessTokenCache(stalled(this));
        List<Future<AccessToken>> all = many(() -> stalling.get(deadline()));
        fetching.await();
        go.countDown();

        AccessToken one = all.get(0).get();
        for (Future<AccessToken> each : all) {
            assertThat(each.get()).isSameAs(one);
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void whoWaitedForACallThatFailedDoesNotMakeItAgain() throws Exception {
        down = true;
        AccessTokenCache stalling = new AccessTokenCache(stalled(this));
        List<Future<AccessToken>> all = many(() -> stalling.get(deadline()));
        fetching.await();
        assertThat(Eventually.holds(() -> stalling.waiting() == THREADS - 1)).isTrue();
        go.countDown();

        for (Future<AccessToken> each : all) {
            assertThatThrownBy(each::get).hasMessageContaining("Down");
        }
        assertThat(fetched).hasValue(1);
        down = false;
        assertThat(stalling.get(deadline())).isNotNull();
    }

    @Test
    void anEarlyRenewalMayTakeTwoSecondsAndALateOneAllThereIs() throws Exception {
        List<Duration> given = new ArrayList<>();
        AccessTokenCache watched = new AccessTokenCache(deadline -> {
            given.add(deadline.remaining());
            return fetch(deadline);
        });
        AccessToken ignored = watched.get(deadline());
        time.advance(Duration.ofMinutes(56));
        ignored = watched.get(deadline());
        time.advance(Duration.ofMinutes(60));
        ignored = watched.get(deadline());

        assertThat(given).containsExactly(Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofSeconds(8));
    }

    @Test
    void nobodyWaitsForAnEarlyRenewal() throws Exception {
        AccessTokenCache.Fetch stall = stalled(this);
        AccessTokenCache stalling =
                new AccessTokenCache(deadline -> fetched.get() == 0 ? fetch(deadline) : stall.run(deadline));
        AccessToken first = stalling.get(deadline());
        time.advance(Duration.ofMinutes(56));
        Future<AccessToken> renewal = threads.submit(() -> stalling.get(deadline()));
        fetching.await();

        assertThat(stalling.get(deadline())).isSameAs(first);
        assertThat(fetched).hasValue(1);

        go.countDown();
        assertThat(renewal.get()).isNotSameAs(first);
        assertThat(stalling.get(deadline())).isSameAs(renewal.get());
        assertThat(fetched).hasValue(2);
    }

    @Test
    void whoWaitedForAThreadThatWasInterruptedMakesTheCall() throws Exception {
        AccessTokenCache.Fetch stall = stalled(this);
        AtomicInteger calls = new AtomicInteger();
        AccessTokenCache stalling = new AccessTokenCache(deadline -> {
            AccessToken token = stall.run(deadline);
            if (calls.incrementAndGet() == 1) {
                throw CallFailedException.unsent(Failure.of(Failure.Kind.INTERRUPTED, "Interrupted."));
            }
            return token;
        });
        Future<AccessToken> first = threads.submit(() -> stalling.get(deadline()));
        fetching.await();
        Future<AccessToken> second = threads.submit(() -> stalling.get(deadline()));
        assertThat(Eventually.holds(() -> stalling.waiting() == 1)).isTrue();
        go.countDown();

        assertThatThrownBy(first::get).hasMessageContaining("INTERRUPTED");
        assertThat(second.get()).isNotNull();
        assertThat(calls).hasValue(2);
    }

    @Test
    void nobodyWaitsBeyondTheirOwnDeadline() throws Exception {
        AccessTokenCache stalling = new AccessTokenCache(stalled(this));
        Deadline passed = deadline();
        time.advance(Duration.ofSeconds(8));
        Future<AccessToken> first = threads.submit(() -> stalling.get(deadline()));
        fetching.await();

        assertThatThrownBy(() -> stalling.get(passed)).hasMessageContaining("TIMEOUT");

        go.countDown();
        assertThat(first.get()).isNotNull();
        assertThat(fetched).hasValue(1);
    }

    @Test
    void anInterruptedThreadStopsWaiting() throws Exception {
        AccessTokenCache stalling = new AccessTokenCache(stalled(this));
        Future<AccessToken> first = threads.submit(() -> stalling.get(deadline()));
        fetching.await();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> stalling.get(deadline())).hasMessageContaining("INTERRUPTED");
        assertThat(Thread.interrupted()).isTrue();
        go.countDown();
        assertThat(first.get()).isNotNull();
    }
}
