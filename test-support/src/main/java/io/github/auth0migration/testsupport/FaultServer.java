package io.github.auth0migration.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on loopback that misbehaves by script: the n-th request gets the n-th {@link Fault}, later ones get
 * the last. It tells which requests arrived and how many connections are open.
 */
public final class FaultServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String scheme;
    private final List<Fault> script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private final Object changed = new Object();

    private FaultServer(ServerSocket listener, String scheme, List<Fault> script) {
        this.listener = listener;
        this.scheme = scheme;
        this.script = script;
        startDaemon("fault-server", this::acceptAll);
    }

    /** Starts a server over plain HTTP. */
    public static FaultServer start(Fault... script) {
        return start(null, script);
    }

    /** Starts a server over TLS, or over plain HTTP without a context. */
    public static FaultServer start(@Nullable SSLContext tls, Fault... script) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            ServerSocket listener = tls == null
                    ? new ServerSocket(0, 300, loopback)
                    : tls.getServerSocketFactory().createServerSocket(0, 300, loopback);
            return new FaultServer(listener, tls == null ? "http" : "https", List.of(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an address on this server, its host written as given: {@code 127.0.0.1} or {@code localhost}} */
    public URI uri(String host, String path) {
        return URI.create(scheme + "://" + host + ":" + listener.getLocalPort() + path);
    }

    /** {@return an address on this server} */
    public URI uri(String path) {
        return uri("127.0.0.1", path);
    }

    /** {@return an address where nobody listens any more} */
    public static URI refusing() {
        try (FaultServer closed = start(Fault.stall())) {
            return closed.uri("/");
        }
    }

    /** {@return head and body of every request that arrived, in order; a name for each is its first line} */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** {@return whether the number of open connections came down to none, within 30 seconds} */
    public boolean awaitNoConnection() {
        return await(open::isEmpty);
    }

    /** {@return whether so many requests arrived, within 30 seconds} */
    public boolean awaitRequests(int count) {
        return await(() -> requests.size() >= count);
    }

    private boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        synchronized (changed) {
            while (!condition.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                try {
                    changed.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Wire wire = new Wire(listener.accept());
                open.add(wire);
                startDaemon("fault-server-connection", () -> serve(wire));
            } catch (IOException e) {
                // Closed, which the loop notices, or a client that was gone before it was accepted.
            }
        }
    }

    private void serve(Wire wire) {
        try (wire) {
            for (String request = wire.readRequest(); request != null; request = wire.readRequest()) {
                int number = served.getAndIncrement();
                requests.add(request);
                signal();
                script.get(Math.min(number, script.size() - 1)).serve(wire);
            }
        } catch (IOException e) {
            // The client went away: what the test is about.
        } finally {
            open.remove(wire);
            signal();
        }
    }

    private void signal() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    private static void startDaemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Wire wire : open) {
                wire.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
