package io.github.auth0migration.benchmarks;

import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The other process of {@link EndpointCost}: the clients, and the platform. Reads {@code port path calls threads}. */
public final class EndpointLoad {

    static final int PEOPLE = 1_000;

    private EndpointLoad() {}

    /**
     * Serves until its input ends.
     *
     * @param args ignored
     * @throws Exception if a call fails
     */
    public static void main(String[] args) throws Exception {
        try (OktaSimulator okta = OktaSimulator.start();
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (int i = 0; i < PEOPLE; i++) {
                okta.add(OktaPerson.builder(email(i)).password(password(i)).build());
            }
            System.out.println(okta.url());
            System.out.println(okta.apiToken());
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String[] word = line.split(" ", -1);
                System.out.println(
                        p99(Integer.parseInt(word[0]), word[1], Integer.parseInt(word[2]), Integer.parseInt(word[3])));
            }
        }
    }

    static String email(int i) {
        return "person" + i + "@example.com";
    }

    static String password(int i) {
        return "password-" + i;
    }

    private static long p99(int port, String path, int calls, int threads) throws InterruptedException {
        long[] nanos = new long[calls];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            Thread client = new Thread(() -> {
                call(port, path, nanos, next);
                done.countDown();
            });
            client.setDaemon(true);
            client.start();
        }
        done.await();
        Arrays.sort(nanos);
        return nanos[(int) (calls * 0.99)];
    }

    private static void call(int port, String path, long[] nanos, AtomicInteger next) {
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                byte[] request = KeptConnection.login(path, email(i % PEOPLE), password(i % PEOPLE));
                long begin = System.nanoTime();
                String answer = connection.exchange(request);
                nanos[i] = System.nanoTime() - begin;
                if (!answer.contains("\"authenticated\"")) {
                    throw new IllegalStateException(answer);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
