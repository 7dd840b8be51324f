package io.github.auth0migration.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The ways of driving the JDK's client that were compared. */
enum Way {
    /** Blocking send, the JDK collects the body; the time-out is the request's. */
    SEND {
        @Override
        byte[] call(HttpClient client, URI uri, Duration timeout) throws Exception {
            return client.send(request(uri, timeout), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    },
    /** Asynchronous send, the JDK collects the body; the caller waits and cancels. */
    ASYNC {
        @Override
        byte[] call(HttpClient client, URI uri, Duration timeout) throws Exception {
            return await(client.sendAsync(request(uri, timeout), HttpResponse.BodyHandlers.ofByteArray()), timeout)
                    .body();
        }
    },
    /** Asynchronous send, our own subscriber collects up to a limit; the caller waits and cancels. */
    ASYNC_CAPPED {
        @Override
        byte[] call(HttpClient client, URI uri, Duration timeout) throws Exception {
            HttpResponse<byte[]> response = await(
                    client.sendAsync(
                            request(uri, timeout),
                            head -> HttpResponse.BodySubscribers.fromSubscriber(
                                    new Collector(LIMIT), Collector::bytes)),
                    timeout);
            return response.body();
        }
    },
    /** Blocking send, the body as a stream; one shared timer closes the stream. */
    STREAM_TIMER {
        @Override
        byte[] call(HttpClient client, URI uri, Duration timeout) throws Exception {
            HttpResponse<InputStream> response =
                    client.send(request(uri, timeout), HttpResponse.BodyHandlers.ofInputStream());
            InputStream body = response.body();
            ScheduledFuture<?> closing =
                    TIMER.schedule(() -> closeQuietly(body), timeout.toNanos(), TimeUnit.NANOSECONDS);
            try (body) {
                return body.readNBytes(LIMIT);
            } finally {
                closing.cancel(false);
            }
        }
    },
    /** Blocking send that returns with the headers; our own subscriber collects, the caller waits for it. */
    SEND_THEN_AWAIT {
        @Override
        byte[] call(HttpClient client, URI uri, Duration timeout) throws Exception {
            return client.send(request(uri, timeout), head -> new Collector(LIMIT))
                    .body()
                    .await(timeout);
        }
    };

    private static final int LIMIT = 1 << 20;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "timer");
        thread.setDaemon(true);
        return thread;
    });

    abstract byte[] call(HttpClient client, URI uri, Duration timeout) throws Exception;

    static HttpRequest request(URI uri, Duration timeout) {
        return HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Authorization", "SSWS not-a-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"ada@example.com\",\"password\":\"x\"}"))
                .build();
    }

    private static <T> T await(CompletableFuture<T> future, Duration timeout) throws Exception {
        try {
            return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            future.cancel(true);
        }
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // Closing is all that was asked for.
        }
    }
}
