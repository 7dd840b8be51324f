package io.github.auth0migration.spi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a limit. The response is handed out with its headers, so that the caller itself waits for the
 * body, for as long as it likes: the request time-out of {@code java.net.http} ends with the headers.
 */
final class CappedBody implements HttpResponse.BodySubscriber<CappedBody> {

    /** The body is larger than the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final int maxBytes;
    private final long declaredBytes;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean cancelled;

    private CappedBody(int maxBytes, long declaredBytes) {
        this.maxBytes = maxBytes;
        this.declaredBytes = declaredBytes;
    }

    static HttpResponse.BodyHandler<CappedBody> upTo(int maxBytes) {
        return head -> new CappedBody(maxBytes, declaredBytes(head));
    }

    // A length that is no number is not for us to judge: the client refuses it, or the limit holds anyway.
    private static long declaredBytes(HttpResponse.ResponseInfo head) {
        try {
            return head.headers().firstValueAsLong("Content-Length").orElse(0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Waits for the whole body. Whatever else happens ends the exchange and closes its connection. */
    byte[] await(Duration atMost) throws IOException, TimeoutException, InterruptedException {
        try {
            return whole.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            cancel();
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            cancel();
            throw e;
        }
    }

    @Override
    public CompletionStage<CappedBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (declaredBytes > maxBytes) {
            refuse();
        } else if (cancelled) {
            newSubscription.cancel();
        } else {
            newSubscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > maxBytes - collected.size()) {
                refuse();
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            collected.write(bytes, 0, bytes.length);
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

    private void refuse() {
        whole.completeExceptionally(new TooLargeException());
        cancel();
    }

    // The caller may give up before the client has subscribed us: then onSubscribe cancels.
    private void cancel() {
        cancelled = true;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}
