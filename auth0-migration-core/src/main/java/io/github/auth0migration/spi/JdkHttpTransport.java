package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The transport over the JDK's {@code java.net.http}. Make one and share it between sources: it keeps connections.
 *
 * <p>It speaks HTTP/1.1, follows no redirect, keeps no cookies, requires {@code https} unless the host is this machine,
 * and limits the size of an answer. The call's deadline covers connecting, TLS, headers and body; when it passes, or
 * when the calling thread is interrupted, the connection is closed. One thing no deadline can end: looking up a host's
 * name, which the JVM does in the calling thread.
 *
 * <p>How failures are told, see {@link Failure.Kind}: not reached is {@code CONNECT} and unsent; certificate or
 * handshake is {@code TLS}; deadline or an early end is {@code TIMEOUT}; a reset is {@code SERVER_ERROR}; too large or
 * not HTTP is {@code MALFORMED_RESPONSE}. Messages and log lines hold method and host, never path, headers or body.
 *
 * <p>Beware: after a connection was reset, the JDK's client itself sends a GET again, never a POST.
 *
 * <p>Immutable but for {@link #close}, and thread-safe. Threads: the JDK's one per transport, and a few of our own,
 * daemons that end when idle, unless the host supplies an {@link Builder#executor executor}. Virtual threads may call.
 *
 * @since 0.1.0
 */
public final class JdkHttpTransport implements HttpTransport, AutoCloseable {

    /** The largest body that is read when nobody says otherwise: 1 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(JdkHttpTransport.class);

    private final AtomicReference<@Nullable HttpClient> client;
    private final InsecureHttp insecureHttp;
    private final String userAgent;
    private final int maxBodyBytes;

    private JdkHttpTransport(Builder builder) {
        this.client = new AtomicReference<>(newClient(builder));
        this.insecureHttp = builder.insecureHttp;
        this.userAgent = builder.userAgent;
        this.maxBodyBytes = builder.maxBodyBytes;
    }

    /** {@return a transport with every setting at its default} */
    public static JdkHttpTransport create() {
        return builder().build();
    }

    /** {@return a builder with every setting at its default} */
    public static Builder builder() {
        return new Builder();
    }

    private static HttpClient newClient(Builder builder) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(builder.executor == null ? ClientThreads.newPool() : builder.executor);
        if (builder.proxy != null) {
            client.proxy(builder.proxy);
        }
        if (builder.sslContext != null) {
            client.sslContext(builder.sslContext);
        }
        return client.build();
    }

    @Override
    public HttpReply send(HttpCall call) throws CallFailedException {
        long start = System.nanoTime();
        try {
            HttpReply reply = exchange(call);
            log(call, start).addKeyValue("status", reply.status()).log("http call answered");
            return reply;
        } catch (CallFailedException e) {
            log(call, start).addKeyValue("kind", e.failure().kind()).log("http call failed");
            throw e;
        }
    }

    private HttpReply exchange(HttpCall call) throws CallFailedException {
        HttpClient openClient = clientFor(call);
        HttpRequest request = request(call, timeLeft(call));
        try {
            HttpResponse<CappedBody> response =
                    openClient.send(request, CappedBody.upTo(call.maxBodyBytes().orElse(maxBodyBytes)));
            byte[] body = response.body().await(call.deadline().remaining());
            return new HttpReply(response.statusCode(), response.headers().map(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailedException.maybeSent(interrupted());
        } catch (IOException | TimeoutException | RuntimeException e) {
            throw JdkFailure.of(e, call.uri().getHost());
        }
    }

    private HttpClient clientFor(HttpCall call) throws CallFailedException {
        HttpClient openClient = client.get();
        if (openClient == null) {
            throw unsent(Failure.Kind.CONFIGURATION, "The HTTP transport is closed: close it after its last user.");
        }
        if (call.uri().getHost() == null || !insecureHttp.permits(call.uri())) {
            throw unsent(
                    Failure.Kind.CONFIGURATION,
                    "The address must be https with a host: plain http is for this machine only, unless the transport"
                            + " is built with InsecureHttp.ANYWHERE.");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw CallFailedException.unsent(interrupted());
        }
        return openClient;
    }

    private static Duration timeLeft(HttpCall call) throws CallFailedException {
        Duration left = call.deadline().remaining();
        if (left.isZero()) {
            throw unsent(Failure.Kind.TIMEOUT, "The deadline passed before anything was sent.");
        }
        return left;
    }

    private HttpRequest request(HttpCall call, Duration timeout) throws CallFailedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                    .timeout(timeout)
                    .method(
                            call.method(),
                            call.body()
                                    .map(HttpRequest.BodyPublishers::ofByteArray)
                                    .orElseGet(HttpRequest.BodyPublishers::noBody))
                    .setHeader("User-Agent", userAgent);
            for (HttpCall.Header header : call.headers()) {
                addHeader(request, header);
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            // Its message quotes the header's value.
            throw unsent(
                    Failure.Kind.CONFIGURATION,
                    "A header cannot be sent: its name is reserved, or its value holds a character that HTTP forbids.");
        }
    }

    private static void addHeader(HttpRequest.Builder request, HttpCall.Header header) {
        if (header.name().equalsIgnoreCase("User-Agent")) {
            request.setHeader(header.name(), header.value());
        } else {
            request.header(header.name(), header.value());
        }
    }

    private static LoggingEventBuilder log(HttpCall call, long start) {
        return LOG.atDebug()
                .addKeyValue("method", call.method())
                .addKeyValue("host", call.uri().getHost())
                .addKeyValue("millis", (System.nanoTime() - start) / 1_000_000);
    }

    private static Failure interrupted() {
        return Failure.of(Failure.Kind.INTERRUPTED, "The thread was interrupted during the call.");
    }

    private static CallFailedException unsent(Failure.Kind kind, String detail) {
        return CallFailedException.unsent(Failure.of(kind, detail));
    }

    /**
     * Lets go of the connections. Later calls fail with {@link Failure.Kind#CONFIGURATION}; a second close does
     * nothing. An executor of the host's stays open.
     *
     * <p>From Java 21 on this waits for the calls in flight, which end by their deadlines, and then closes all
     * connections. On Java 17 to 20 a client cannot be closed: calls in flight go on, idle connections end when the
     * garbage collector finds the client, or after the JDK's keep-alive time (20 minutes on 17).
     */
    @Override
    public void close() {
        // A client has been AutoCloseable since Java 21.
        if (client.getAndSet(null) instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.debug(
                        "closing the JDK's HTTP client failed: {}", e.getClass().getName());
            }
        }
    }

    /**
     * Settings of a transport. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private @Nullable ProxySelector proxy;
        private @Nullable SSLContext sslContext;
        private @Nullable Executor executor;
        private int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
        private String userAgent = UserAgent.standard();
        private InsecureHttp insecureHttp = InsecureHttp.LOOPBACK_ONLY;

        private Builder() {}

        /**
         * Which proxy to take. Default: the JVM's, {@link ProxySelector#getDefault()}.
         *
         * @param selector the choice
         * @return this builder
         */
        public Builder proxy(ProxySelector selector) {
            this.proxy = Objects.requireNonNull(selector, "proxy");
            return this;
        }

        /**
         * Whom to trust and which client certificate to show. Default: the JVM's, {@link SSLContext#getDefault()}.
         *
         * @param context the context
         * @return this builder
         */
        public Builder sslContext(SSLContext context) {
            this.sslContext = Objects.requireNonNull(context, "sslContext");
            return this;
        }

        /**
         * Where the JDK's client does its short, never blocking work. Default: a pool of this transport's own, one
         * thread per processor and at least two. It must not run tasks in the calling thread, nor reject them.
         *
         * @param clientExecutor the executor; stays the host's to close
         * @return this builder
         */
        public Builder executor(Executor clientExecutor) {
            this.executor = Objects.requireNonNull(clientExecutor, "executor");
            return this;
        }

        /**
         * The largest body to read. Default: {@link #DEFAULT_MAX_BODY_BYTES}.
         *
         * @param bytes the limit; positive
         * @return this builder
         * @throws IllegalArgumentException if {@code bytes} is not positive
         */
        public Builder maxBodyBytes(int bytes) {
            if (bytes <= 0) {
                throw new IllegalArgumentException(
                        "maxBodyBytes must be positive, but is " + bytes + ": leave it out for 1 MiB");
            }
            this.maxBodyBytes = bytes;
            return this;
        }

        /**
         * The {@code User-Agent} of calls that carry none of their own. Default: {@code auth0-migration-java/} and the
         * version.
         *
         * @param product the header's value
         * @return this builder
         * @throws IllegalArgumentException if {@code product} is blank or not printable ASCII
         */
        public Builder userAgent(String product) {
            if (product.isBlank() || !product.chars().allMatch(c -> c >= ' ' && c < 127)) {
                throw new IllegalArgumentException(
                        "userAgent must be printable ASCII and not blank: leave it out for the default");
            }
            this.userAgent = product;
            return this;
        }

        /**
         * Where plain {@code http} is good enough. Default: {@link InsecureHttp#LOOPBACK_ONLY}.
         *
         * @param allowed the places
         * @return this builder
         */
        public Builder insecureHttp(InsecureHttp allowed) {
            this.insecureHttp = Objects.requireNonNull(allowed, "insecureHttp");
            return this;
        }

        /** {@return the transport} */
        public JdkHttpTransport build() {
            JdkHttpLogging.warnOnce(System.getProperties());
            if (insecureHttp == InsecureHttp.ANYWHERE) {
                LOG.warn("plain http is allowed to any host: passwords and tokens can be read on the way");
            }
            return new JdkHttpTransport(this);
        }
    }
}
