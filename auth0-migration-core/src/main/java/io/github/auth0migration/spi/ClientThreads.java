package io.github.auth0migration.spi;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the JDK's client moves bytes and does the arithmetic of TLS. A fixed few: its default starts a
 * thread whenever none is idle.
 */
final class ClientThreads {

    private static final int IDLE_SECONDS = 5;

    private ClientThreads() {}

    /** Needs no shutdown: an idle thread ends. A shutdown would fail the calls that are still in flight. */
    static Executor newPool() {
        int size = Math.max(2, Runtime.getRuntime().availableProcessors());
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "auth0-migration-http-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
