package io.github.auth0migration.spi;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Cases that each wait for a deadline: together they take the time of one. */
final class AtOnce {

    private AtOnce() {}

    /** Runs cases beside each other; fails as the first of them that failed. */
    static void run(Stream<Runnable> cases) throws Exception {
        List<Callable<Object>> calls = cases.map(Executors::callable).toList();
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<Object> each : threads.invokeAll(calls, 1, TimeUnit.MINUTES)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
