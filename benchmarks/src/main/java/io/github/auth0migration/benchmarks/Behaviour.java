package io.github.auth0migration.benchmarks;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether a way ends a stalled body at its time-out, and frees the connection then and on an interrupt. */
final class Behaviour {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 5;

    private Behaviour() {}

    static void print(HttpClient client) throws Exception {
        System.out.println("\n| way | stalled body ends | its connection closes | interrupt closes the connection |");
        System.out.println("|---|---|---|---|");
        for (Way way : Way.values()) {
            LoopbackServer.Stalling stalled = LoopbackServer.startStalling();
            Thread stuck = callIn(client, way, stalled, SHORT);
            boolean ends = endsIn(stuck);
            boolean closes = happens(stalled.clientClosed());

            LoopbackServer.Stalling interrupted = LoopbackServer.startStalling();
            Thread thread = callIn(client, way, interrupted, Duration.ofMinutes(10));
            interrupted.inBody().get();
            happens(interrupted.clientClosed(), SHORT.toMillis());
            thread.interrupt();
            boolean frees = happens(interrupted.clientClosed());
            System.out.printf("| %s | %s | %s | %s |%n", way, word(ends), word(closes), word(frees));
        }
    }

    private static Thread callIn(HttpClient client, Way way, LoopbackServer.Stalling server, Duration timeout) {
        Thread thread = new Thread(() -> {
            try {
                way.call(client, server.uri(), timeout);
            } catch (Exception e) {
                // How it ends does not matter here, only that it does.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean endsIn(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return !thread.isAlive();
    }

    private static boolean happens(CompletableFuture<Void> event) throws Exception {
        return happens(event, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    private static boolean happens(CompletableFuture<Void> event, long millis) throws Exception {
        try {
            event.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }
}
