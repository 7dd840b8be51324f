package io.github.auth0migration.benchmarks;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Many logins from many threads through one {@code OktaSource}, against a simulator in another process: what is left of
 * threads, sockets and heap afterwards.
 */
public final class LoginLoad {

    private static final int PEOPLE = 1000;
    private static final String SIMULATOR = "simulator";

    private LoginLoad() {}

    /**
     * Runs the load.
     *
     * @param args how many logins and from how many threads; default 100000 and 64
     * @throws Exception if the simulator does not start
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 1 && args[0].equals(SIMULATOR)) {
            simulate();
            return;
        }
        int logins = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        Process simulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoginLoad.class.getName(),
                        SIMULATOR)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(simulator.getInputStream(), StandardCharsets.UTF_8))) {
            load(URI.create(lines.readLine()), lines.readLine(), logins, threads);
        } finally {
            simulator.destroy();
        }
    }

    private static void simulate() throws IOException {
        try (OktaSimulator okta = OktaSimulator.start()) {
            for (int i = 0; i < PEOPLE; i++) {
                okta.add(OktaPerson.builder(email(i)).password(password(i)).build());
            }
            System.out.println(okta.url());
            System.out.println(okta.apiToken());
            // Ends with the parent, which holds the other end.
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static String email(int i) {
        return "person" + i + "@example.com";
    }

    private static String password(int i) {
        return "password-" + i;
    }

    private static void load(URI url, String token, int logins, int threads) throws Exception {
        try (OktaSource okta = OktaSource.builder()
                .orgUrl(url)
                .apiToken(() -> token)
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            run(okta, 2_000, threads);
            report("before");
            long start = System.nanoTime();
            Map<String, Integer> outcomes = run(okta, logins, threads);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            System.out.println(logins + " logins from " + threads + " threads in " + seconds + " s: " + outcomes);
            report("after");
        }
    }

    private static Map<String, Integer> run(OktaSource okta, int logins, int threads) throws InterruptedException {
        Map<String, Integer> outcomes = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                for (int i = next.getAndIncrement(); i < logins; i = next.getAndIncrement()) {
                    int person = i % PEOPLE;
                    String outcome = okta.login(email(person), password(person))
                            .fold(
                                    in -> "authenticated",
                                    rejected -> "rejected",
                                    refused -> "refused " + refused.refusal().reason(),
                                    unavailable -> "unavailable "
                                            + unavailable.failure().kind());
                    outcomes.merge(outcome, 1, Integer::sum);
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(30, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the logins did not end within 30 minutes");
        }
        return new TreeMap<>(outcomes);
    }

    private static void report(String when) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println(when + ": "
                + ManagementFactory.getThreadMXBean().getThreadCount() + " threads, " + sockets() + " sockets, "
                + heap / 1024 + " KiB of heap");
    }

    /** Open sockets of this process, where the system shows them. */
    private static long sockets() throws IOException {
        File descriptors = new File("/proc/self/fd");
        if (!descriptors.isDirectory()) {
            return -1;
        }
        try (Stream<Path> open = Files.list(descriptors.toPath())) {
            return open.filter(LoginLoad::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed since it was listed.
            return false;
        }
    }
}
