package io.github.auth0migration.bucket4j;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.AttemptGuard.Attempt;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Attempts, one by one and many at once. */
final class Guesses {

    private Guesses() {}

    static Attempt attempt(String identifier) {
        return new Attempt(identifier, null);
    }

    static Attempt attempt(String address, String identifier) {
        try {
            return new Attempt(identifier, InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a wrong guess is let through. */
    static boolean guess(AttemptGuard guard, String identifier, @Nullable String userId) {
        Attempt attempt = attempt(identifier);
        if (guard.admit(attempt).isPresent()) {
            return false;
        }
        guard.failed(attempt, userId);
        return true;
    }

    static boolean guess(AttemptGuard guard, String identifier) {
        return guess(guard, identifier, null);
    }

    /** What so many callers get who begin at the same moment. */
    static <T> List<T> atOnce(int callers, IntFunction<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier start = new CyclicBarrier(callers);
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                calls.add(() -> {
                    start.await();
                    return call.apply(caller);
                });
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
