package io.github.auth0migration.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.bucket4j.PostgresAttemptGuard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** What a guard on PostgreSQL costs: sign-ins of different people, over replicas with a pool each. */
public final class GuardLoad {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final int WARM_UP = 2_000;

    private GuardLoad() {}

    /**
     * Prints sign-ins per second, and how long their admission and settlement take together.
     *
     * @param arguments the JDBC address of a PostgreSQL database, with its user and password, how many replicas, how many threads each, how many sign-ins each thread, and whether they
     *     {@code succeed} or {@code fail}
     * @throws Exception if it cannot run
     */
    public static void main(String[] arguments) throws Exception {
        int replicas = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        int each = Integer.parseInt(arguments[3]);
        boolean succeed = arguments[4].equals("succeed");
        List<HikariDataSource> pools = new ArrayList<>();
        List<AttemptGuard> guards = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            HikariDataSource pool = pool(arguments[0]);
            PostgresAttemptGuard.createTables(pool);
            pools.add(pool);
            guards.add(guard(pool));
        }
        run(guards, threads, WARM_UP / threads, succeed);
        report(run(guards, threads, each, succeed), replicas, threads);
        pools.forEach(HikariDataSource::close);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    private static AttemptGuard guard(HikariDataSource pool) {
        return PostgresAttemptGuard.builder(pool)
                .name("load")
                .key(KEY)
                .total(10_000_000)
                .listener(event -> System.out.println(event))
                .build();
    }

    private record Run(List<Long> sortedNanos, long wallNanos) {}

    private static Run run(List<AttemptGuard> guards, int threads, int each, boolean succeed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(guards.size() * threads);
        long start = System.nanoTime();
        List<Future<long[]>> times = new ArrayList<>();
        for (AttemptGuard guard : guards) {
            for (int i = 0; i < threads; i++) {
                times.add(pool.submit(() -> signIns(guard, each, succeed)));
            }
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> time : times) {
            all.add(time.get());
        }
        long wall = System.nanoTime() - start;
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("threads do not end");
        }
        return new Run(
                all.stream().flatMapToLong(Arrays::stream).sorted().boxed().toList(), wall);
    }

    private static long[] signIns(AttemptGuard guard, int count, boolean succeed) {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            Attempt attempt = new Attempt("person" + ThreadLocalRandom.current().nextLong(), null);
            long start = System.nanoTime();
            if (guard.admit(attempt).isPresent()) {
                throw new IllegalStateException("a limit is reached");
            }
            if (succeed) {
                guard.takeBack(attempt);
            } else {
                guard.failed(attempt, null);
            }
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static void report(Run run, int replicas, int threads) {
        List<Long> nanos = run.sortedNanos();
        System.out.printf(
                "%d replicas x %d threads: %.0f sign-ins/s; ms median %.2f, p99 %.2f, most %.2f%n",
                replicas,
                threads,
                nanos.size() / (run.wallNanos() / 1e9),
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6,
                nanos.get(nanos.size() - 1) / 1e6);
    }
}
