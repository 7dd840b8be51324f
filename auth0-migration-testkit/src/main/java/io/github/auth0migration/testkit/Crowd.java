package io.github.auth0migration.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many callers that begin at the same moment. */
final class Crowd {

    static final int SIZE = 64;

    private Crowd() {}

    /** Returns the answers in the order of the callers. */
    static <T> List<T> ask(IntFunction<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SIZE);
        try {
            CyclicBarrier start = new CyclicBarrier(SIZE);
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                int caller = i;
                calls.add(() -> {
                    start.await();
                    return call.apply(caller);
                });
            }
            return answers(threads.invokeAll(calls, 2, TimeUnit.MINUTES));
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> answers(List<Future<T>> futures) throws InterruptedException, ExecutionException {
        List<T> answers = new ArrayList<>();
        for (Future<T> future : futures) {
            answers.add(future.get());
        }
        return answers;
    }
}
