package io.github.auth0migration.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Sources;
import io.github.auth0migration.endpoint.BearerSecrets;
import io.github.auth0migration.endpoint.EndpointSources;
import io.github.auth0migration.endpoint.MigrationEndpoint;
import io.github.auth0migration.endpoint.MigrationHttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether the time that the endpoint takes tells who has an account: unknown identifiers beside wrong passwords, in front
 * of a source that takes the same time for both. Each is compared with itself, too: what that differs by is the noise.
 */
public final class EndpointTiming {

    private static final int WARM_UP = 2_000;
    private static final long SOURCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private EndpointTiming() {}

    /**
     * Measures.
     *
     * @param args how many tries of each kind, default 5000
     * @throws IOException if nothing can listen on loopback
     */
    public static void main(String[] args) throws IOException {
        int tries = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/auth0", new MigrationHttpHandler(endpoint()));
        server.start();
        try (KeptConnection connection = new KeptConnection(server.getAddress().getPort())) {
            compare(connection, WARM_UP, "unknown", "known");
            System.out.println(
                    "unknown identifier beside wrong password: " + compare(connection, tries, "unknown", "known"));
            System.out.println(
                    "wrong password beside itself:             " + compare(connection, tries, "known", "known"));
            System.out.println(
                    "unknown identifier beside itself:         " + compare(connection, tries, "unknown", "unknown"));
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static MigrationEndpoint endpoint() {
        MigrationSource source = Sources.of(
                "fixed", EndpointTiming::answer, request -> new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT));
        // Everybody has a count of their own; only the total would end the measurement.
        InMemoryAttemptGuard guard =
                InMemoryAttemptGuard.builder().total(Integer.MAX_VALUE).build();
        return MigrationEndpoint.builder(
                        EndpointSources.builder().source(source).guard(guard).build())
                .callers(BearerSecrets.of(KeptConnection.SECRET))
                .build();
    }

    private static LoginOutcome answer(LoginRequest request) {
        LockSupport.parkNanos(SOURCE_NANOS);
        String typed = request.identifier().value();
        return typed.startsWith("known")
                ? new LoginOutcome.Rejected(LoginOutcome.Cause.WRONG_PASSWORD, "okta|" + typed)
                : LoginOutcome.Rejected.of(LoginOutcome.Cause.UNKNOWN_USER);
    }

    private static String compare(KeptConnection connection, int tries, String left, String right) throws IOException {
        Random random = new Random(1);
        long[] lefts = new long[tries];
        long[] rights = new long[tries];
        for (int i = 0; i < tries; i++) {
            // In either order, so that what the one leaves in caches helps the other as often.
            boolean leftFirst = random.nextBoolean();
            long first = nanos(connection, leftFirst ? left : right, random);
            long second = nanos(connection, leftFirst ? right : left, random);
            lefts[i] = leftFirst ? first : second;
            rights[i] = leftFirst ? second : first;
        }
        Arrays.sort(lefts);
        Arrays.sort(rights);
        return String.format(
                Locale.ROOT,
                "median %.1f us and %.1f us (%+.2f %%), p99 %.1f us and %.1f us, %,d tries each",
                median(lefts) / 1e3,
                median(rights) / 1e3,
                100.0 * (median(lefts) - median(rights)) / median(rights),
                lefts[tries / 100 * 99] / 1e3,
                rights[tries / 100 * 99] / 1e3,
                tries);
    }

    private static long nanos(KeptConnection connection, String kind, Random random) throws IOException {
        String identifier = kind + "-" + Long.toHexString(random.nextLong()) + "@example.com";
        byte[] request = KeptConnection.login("/auth0/login", identifier, "wrong");
        long begin = System.nanoTime();
        String answer = connection.exchange(request);
        long taken = System.nanoTime() - begin;
        if (!answer.contains("\"rejected\"")) {
            throw new IllegalStateException(answer);
        }
        return taken;
    }

    private static double median(long[] sorted) {
        return sorted[sorted.length / 2];
    }
}
