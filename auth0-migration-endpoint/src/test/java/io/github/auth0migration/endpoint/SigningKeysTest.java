package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final RSAKey FIRST = TestTokens.KEY.toPublicJWK();
    private static final RSAKey SECOND = TestTokens.rsa("key-2", 2048).toPublicJWK();

    private final TestTime time = new TestTime();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile JWKSet published = new JWKSet(FIRST);
    private volatile @Nullable Failure down;
    private final SigningKeys keys = new SigningKeys(this::fetch, time);

    private JWKSet fetch() throws CallFailedException {
        fetches.incrementAndGet();
        if (down != null) {
            throw CallFailedException.maybeSent(down);
        }
        return published;
    }

    private void goDown() {
        down = Failure.of(Failure.Kind.TIMEOUT, "Down.");
    }

    private List<RSAKey> find(String kid) throws CallFailedException {
        return keys.matching(new JWKMatcher.Builder().keyID(kid).build());
    }

    private void assertUnavailable(String kid) {
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> find(kid))
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.TIMEOUT));
    }

    @Test
    void keysAreFetchedOnceInTenMinutes() throws CallFailedException {
        for (int minute = 0; minute < 10; minute++) {
            assertThat(find("key-1")).containsExactly(FIRST);
            time.advance(Duration.ofMinutes(1));
        }
        assertThat(fetches).hasValue(1);

        assertThat(find("key-1")).containsExactly(FIRST);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aNewKeyIsFoundAtOnceAndAnOldOneForgotten() throws CallFailedException {
        find("key-1");
        published = new JWKSet(SECOND);
        time.advance(SigningKeys.PAUSE);

        assertThat(find("key-2")).containsExactly(SECOND);
        assertThat(find("key-1")).isEmpty();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aThousandMadeUpKeysCauseOneFetchEachTenSeconds() throws CallFailedException {
        for (int madeUp = 0; madeUp < 1000; madeUp++) {
            assertThat(find("made-up-" + madeUp)).isEmpty();
        }
        assertThat(fetches).hasValue(1);

        for (int madeUp = 0; madeUp < 1000; madeUp++) {
            time.advance(Duration.ofMillis(100));
            assertThat(find("made-up-" + madeUp)).isEmpty();
            assertThat(find("key-1")).containsExactly(FIRST);
        }
        assertThat(fetches).hasValue(11);
    }

    @Test
    void withoutKeysNobodyCanBeCheckedAndTheHostIsAskedNowAndThen() throws CallFailedException {
        goDown();
        for (int call = 0; call < 1000; call++) {
            assertUnavailable("key-1");
        }
        assertThat(fetches).hasValue(1);

        down = null;
        time.advance(SigningKeys.PAUSE);
        assertThat(find("key-1")).containsExactly(FIRST);
    }

    @Test
    void knownKeysServeForADayWhileTheirHostIsDown() throws CallFailedException {
        find("key-1");
        goDown();

        time.advance(SigningKeys.KEPT.minusNanos(1));
        assertThat(find("key-1")).containsExactly(FIRST);
        assertThat(find("key-1")).containsExactly(FIRST);
        assertThat(fetches).hasValue(2);
        time.advance(SigningKeys.PAUSE);
        assertUnavailable("key-1");
    }

    @Test
    void whileTheHostIsDownAnUnknownKeyIsNoAnswer() throws CallFailedException {
        find("key-1");
        goDown();
        time.advance(SigningKeys.PAUSE);

        assertUnavailable("key-2");
        assertUnavailable("key-2");
        assertThat(find("key-1")).containsExactly(FIRST);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void anInterruptedCallerSaysNothingAboutTheHost() throws CallFailedException {
        down = Failure.of(Failure.Kind.INTERRUPTED, "Interrupted.");
        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> find("key-1"));
        down = null;

        assertThat(find("key-1")).containsExactly(FIRST);
    }

    @Test
    void manyFirstCallersCauseOneFetch() throws Exception {
        CountDownLatch all = new CountDownLatch(20);
        SigningKeys slow = new SigningKeys(
                () -> {
                    await(all);
                    return fetch();
                },
                time);

        List<List<RSAKey>> found = inParallel(20, () -> {
            all.countDown();
            return slow.matching(new JWKMatcher.Builder().keyID("key-1").build());
        });

        assertThat(found).hasSize(20).allMatch(List.of(FIRST)::equals);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void nobodyWaitsForASlowHostWhileOldKeysAreGood() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        SigningKeys slow = new SigningKeys(
                () -> {
                    if (calls.incrementAndGet() > 1) {
                        asked.countDown();
                        await(answer);
                    }
                    return fetch();
                },
                time);
        JWKMatcher matcher = new JWKMatcher.Builder().keyID("key-1").build();
        slow.matching(matcher);
        time.advance(SigningKeys.FRESH);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<List<RSAKey>> refreshing = thread.submit(() -> slow.matching(matcher));
            await(asked);

            assertThat(slow.matching(matcher)).containsExactly(FIRST);
            assertThat(refreshing).isNotDone();

            answer.countDown();
            assertThat(refreshing.get()).containsExactly(FIRST);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void madeUpKeysDoNotHoldManyThreadsWhileTheHostIsSlow() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        SigningKeys slow = new SigningKeys(
                () -> {
                    if (calls.incrementAndGet() > 1) {
                        await(answer);
                    }
                    return fetch();
                },
                time);
        slow.matching(new JWKMatcher.Builder().keyID("key-1").build());
        time.advance(SigningKeys.PAUSE);
        AtomicInteger turnedAway = new AtomicInteger();
        int many = 5 * SigningKeys.MOST_WAITING;

        List<Boolean> waited = inParallel(many, () -> {
            try {
                return slow.matching(new JWKMatcher.Builder().keyID("made-up").build())
                        .isEmpty();
            } catch (CallFailedException e) {
                assertThat(e.failure().kind()).isEqualTo(Failure.Kind.OVERLOADED);
                // Whoever does not wait is turned away at once; only then does the host answer.
                if (turnedAway.incrementAndGet() == many / 2) {
                    answer.countDown();
                }
                return false;
            }
        });

        assertThat(waited).contains(true);
        assertThat(turnedAway.get()).isGreaterThanOrEqualTo(many / 2);
        assertThat(calls).hasValue(2);
    }

    private interface Question<T> {
        T ask() throws Exception;
    }

    private static <T> List<T> inParallel(int threads, Question<T> question)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> asked = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                asked.add(pool.submit(question::ask));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : asked) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
