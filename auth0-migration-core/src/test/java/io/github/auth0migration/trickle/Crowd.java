package io.github.auth0migration.trickle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that all start at once, and then dawdle a random little. */
final class Crowd implements AutoCloseable {

    private final ExecutorService threads;
    private final int size;

    Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** Does everything at once and returns what came of it, in order. */
    <T> List<T> all(List<? extends Callable<T>> work) {
        if (work.size() != size) {
            throw new IllegalArgumentException("work for " + size + " threads, please");
        }
        CyclicBarrier start = new CyclicBarrier(size);
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> one : work) {
            running.add(threads.submit(() -> {
                await(start);
                dawdle();
                return one.call();
            }));
        }
        return running.stream().map(Crowd::result).toList();
    }

    /** Lets other threads go first, or not. */
    static void dawdle() {
        for (int i = ThreadLocalRandom.current().nextInt(20_000); i > 0; i--) {
            Thread.onSpinWait();
        }
    }

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T result(Future<T> running) {
        try {
            return running.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
