package io.github.auth0migration.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A body up to a limit; handed out at once, awaited by the caller, who ends the exchange when it does not come. */
final class Collector implements HttpResponse.BodySubscriber<Collector> {

    private final int limit;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    Collector(int limit) {
        this.limit = limit;
    }

    byte[] bytes() {
        return whole.join();
    }

    byte[] await(Duration atMost) throws Exception {
        byte @Nullable [] bytes = null;
        try {
            bytes = whole.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return bytes;
        } finally {
            if (bytes == null) {
                subscription.join().cancel();
            }
        }
    }

    @Override
    public CompletionStage<Collector> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription.complete(newSubscription);
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            collected.write(bytes, 0, bytes.length);
        }
        if (collected.size() > limit) {
            whole.completeExceptionally(new IOException("too large"));
        }
    }

    @Override
    public void onError(Throwable cause) {
        whole.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        whole.complete(collected.toByteArray());
    }
}
