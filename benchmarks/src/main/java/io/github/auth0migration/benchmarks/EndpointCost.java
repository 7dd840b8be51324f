package io.github.auth0migration.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.Sources;
import io.github.auth0migration.endpoint.BearerSecrets;
import io.github.auth0migration.endpoint.EndpointSources;
import io.github.auth0migration.endpoint.MigrationEndpoint;
import io.github.auth0migration.endpoint.MigrationHttpHandler;
import io.github.auth0migration.okta.OktaSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/**
 * What the endpoint costs over the bare source: CPU of this process per login, and p99. Clients and platform are another
 * process, see {@link EndpointLoad}. Every way in turn, round by round; medians of the rounds.
 */
public final class EndpointCost {

    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int THREADS = 8;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final MigratedUser ADA = MigratedUser.builder("okta|1", new SourceAccount("okta", "1", "ACTIVE"))
            .email("ada@example.com", true)
            .name("Ada Winter")
            .build();

    private final int calls;
    private final HttpServer server;
    private final BufferedReader from;
    private final Writer to;

    private EndpointCost(int calls, HttpServer server, BufferedReader from, Writer to) {
        this.calls = calls;
        this.server = server;
        this.from = from;
        this.to = to;
    }

    private interface Round {
        /** {@return p99 in nanoseconds} */
        long run() throws Exception;
    }

    private record Sample(double cpuMicros, double p99Micros) {}

    /**
     * Measures.
     *
     * @param args how many logins a round, default 5000
     * @throws Exception if the other process does not start
     */
    public static void main(String[] args) throws Exception {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndpointLoad.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        try (BufferedReader from =
                        new BufferedReader(new InputStreamReader(load.getInputStream(), StandardCharsets.UTF_8));
                Writer to = new OutputStreamWriter(load.getOutputStream(), StandardCharsets.UTF_8)) {
            new EndpointCost(calls, server, from, to).measure();
        } finally {
            server.stop(0);
            threads.shutdownNow();
            load.destroy();
        }
    }

    private void measure() throws Exception {
        URI url = URI.create(from.readLine());
        String token = from.readLine();
        MigrationSource none = Sources.of(
                "none", request -> LoginOutcome.Authenticated.of(ADA), request -> new LookupOutcome.Found(ADA));
        try (OktaSource okta = OktaSource.builder()
                .orgUrl(url)
                .apiToken(() -> token)
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            server.createContext("/http", EndpointCost::constant);
            server.createContext("/none", handler(none));
            server.createContext("/okta", handler(okta));
            Map<String, Round> ways = new LinkedHashMap<>();
            ways.put("HTTP alone, a constant answer", () -> remote("/http/login"));
            ways.put("endpoint, a source that costs nothing", () -> remote("/none/login"));
            ways.put("Okta source alone", () -> local(okta));
            ways.put("endpoint, Okta source", () -> remote("/okta/login"));
            report(samples(ways));
        }
    }

    private static HttpHandler handler(MigrationSource source) {
        return new MigrationHttpHandler(MigrationEndpoint.builder(
                        EndpointSources.builder().source(source).build())
                .callers(BearerSecrets.of(KeptConnection.SECRET))
                .build());
    }

    private static void constant(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{\"outcome\":\"authenticated\"}".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, List<Sample>> samples(Map<String, Round> ways) throws Exception {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Map.Entry<String, Round> way : ways.entrySet()) {
                long cpu = SYSTEM.getProcessCpuTime();
                long p99 = way.getValue().run();
                double micros = (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / calls;
                if (round >= 0) {
                    samples.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                            .add(new Sample(micros, p99 / 1e3));
                }
            }
        }
        return samples;
    }

    private long remote(String path) throws IOException {
        to.write(server.getAddress().getPort() + " " + path + " " + calls + " " + THREADS + "\n");
        to.flush();
        return Long.parseLong(from.readLine());
    }

    private long local(MigrationSource source) throws InterruptedException {
        long[] nanos = new long[calls];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int t = 0; t < THREADS; t++) {
            new Thread(() -> {
                        for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                            nanos[i] = nanos(source, i % EndpointLoad.PEOPLE);
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        Arrays.sort(nanos);
        return nanos[(int) (calls * 0.99)];
    }

    private static long nanos(MigrationSource source, int person) {
        long begin = System.nanoTime();
        LoginOutcome outcome = source.login(EndpointLoad.email(person), EndpointLoad.password(person));
        long taken = System.nanoTime() - begin;
        if (!(outcome instanceof LoginOutcome.Authenticated)) {
            throw new IllegalStateException(outcome.toString());
        }
        return taken;
    }

    private static void report(Map<String, List<Sample>> samples) {
        System.out.println("| way | CPU us per login | p99 us |\n|---|---|---|");
        samples.forEach((way, rounds) -> System.out.println(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f |",
                way,
                median(rounds, sample -> Math.round(sample.cpuMicros())),
                median(rounds, sample -> Math.round(sample.p99Micros())))));
        System.out.println(ratio(samples, "endpoint, a source that costs nothing", "HTTP alone, a constant answer"));
        System.out.println(ratio(samples, "endpoint, Okta source", "Okta source alone"));
    }

    private static String ratio(Map<String, List<Sample>> samples, String one, String other) {
        List<Sample> ones = samples.getOrDefault(one, List.of());
        List<Sample> others = samples.getOrDefault(other, List.of());
        return String.format(
                Locale.ROOT,
                "%s over %s: CPU %.2f, p99 %.2f",
                one,
                other,
                median(ones, s -> Math.round(s.cpuMicros())) / median(others, s -> Math.round(s.cpuMicros())),
                median(ones, s -> Math.round(s.p99Micros())) / median(others, s -> Math.round(s.p99Micros())));
    }

    private static double median(List<Sample> rounds, ToLongFunction<Sample> figure) {
        return rounds.stream()
                .mapToLong(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
