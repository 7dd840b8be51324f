package io.github.auth0migration.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/** The client's process: every way in turn, round by round; prints the median of the rounds as a Markdown table. */
final class Measurement {

    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int CALLS = 1_024;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Measurement() {}

    private enum Pool {
        /** What the client makes for itself. */
        JDK,
        /** A fixed few threads that end when idle. */
        OWN
    }

    private record Candidate(Way way, Pool pool, HttpClient client) {}

    private record Sample(double cpuMicros, double bytes, double threads, double failed) {}

    /** The first argument is the server's address. */
    public static void main(String[] args) throws Exception {
        URI uri = URI.create(args[0]);
        List<Candidate> candidates = new ArrayList<>();
        for (Way way : Way.values()) {
            for (Pool pool : Pool.values()) {
                candidates.add(new Candidate(way, pool, newClient(pool)));
            }
        }
        System.out.println(
                "\n| way | executor | in flight | CPU µs per call | bytes per call | threads per 1000 calls | failed |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int inFlight : new int[] {1, 32, 256}) {
            measure(candidates, uri, inFlight);
        }
        Behaviour.print(newClient(Pool.OWN));
        System.exit(0);
    }

    private static void measure(List<Candidate> candidates, URI uri, int inFlight) throws Exception {
        Map<Way, Map<Pool, List<Sample>>> samples = new EnumMap<>(Way.class);
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Candidate candidate : candidates) {
                Sample sample = round(candidate, uri, inFlight);
                if (round >= 0) {
                    samples.computeIfAbsent(candidate.way(), way -> new EnumMap<>(Pool.class))
                            .computeIfAbsent(candidate.pool(), pool -> new ArrayList<>())
                            .add(sample);
                }
            }
        }
        samples.forEach((way, byPool) -> byPool.forEach((pool, list) -> System.out.printf(
                "| %s | %s | %d | %.0f | %.0f | %.1f | %.0f |%n",
                way,
                pool,
                inFlight,
                median(list, Sample::cpuMicros),
                median(list, Sample::bytes),
                median(list, Sample::threads),
                list.stream().mapToDouble(Sample::failed).sum())));
    }

    private static Sample round(Candidate candidate, URI uri, int inFlight) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(inFlight, Measurement::daemon);
        CyclicBarrier start = new CyclicBarrier(inFlight + 1);
        LongAdder failed = new LongAdder();
        List<Future<Void>> done = new ArrayList<>();
        Callable<Void> caller = () -> {
            start.await();
            for (int i = 0; i < CALLS / inFlight; i++) {
                try {
                    candidate.way().call(candidate.client(), uri, TIMEOUT);
                } catch (Exception e) {
                    // The client closed a kept connection under its own feet: rare, and worth a column.
                    failed.increment();
                }
            }
            return null;
        };
        for (int i = 0; i < inFlight; i++) {
            done.add(callers.submit(caller));
        }
        System.gc();
        long heap = MEMORY.getHeapMemoryUsage().getUsed();
        long threads = THREADS.getTotalStartedThreadCount();
        long cpu = SYSTEM.getProcessCpuTime();
        start.await();
        for (Future<Void> one : done) {
            one.get();
        }
        int calls = CALLS / inFlight * inFlight;
        Sample sample = new Sample(
                (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / calls,
                (MEMORY.getHeapMemoryUsage().getUsed() - heap) / (double) calls,
                (THREADS.getTotalStartedThreadCount() - threads) * 1e3 / calls,
                failed.sum());
        callers.shutdown();
        callers.awaitTermination(1, TimeUnit.MINUTES);
        return sample;
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return samples.stream()
                .sorted(Comparator.comparingDouble(figure))
                .mapToDouble(figure)
                .skip(samples.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private static HttpClient newClient(Pool pool) {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (pool == Pool.OWN) {
            int size = Math.max(2, Runtime.getRuntime().availableProcessors());
            ThreadPoolExecutor own = new ThreadPoolExecutor(
                    size, size, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Measurement::daemon);
            own.allowCoreThreadTimeOut(true);
            builder.executor(own);
        }
        return builder.build();
    }
}
