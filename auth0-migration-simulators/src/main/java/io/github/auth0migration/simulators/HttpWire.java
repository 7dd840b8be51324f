package io.github.auth0migration.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small HTTP/1.1 server on 127.0.0.1 and a free port, one daemon thread per connection. The JDK's own server can
 * neither reset a connection nor send less than it promised.
 */
final class HttpWire implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 1024;

    private final ServerSocket server;
    private final Handler handler;
    private final ThreadPoolExecutor threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    HttpWire(Handler handler) {
        this.handler = handler;
        try {
            this.server = new ServerSocket(0, MAX_CONNECTIONS, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        }
        this.threads = new ThreadPoolExecutor(
                0, MAX_CONNECTIONS, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), named(server.getLocalPort()));
    }

    void start() {
        threads.execute(this::acceptAll);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Ends all connections, stalled ones too, and waits for their threads. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the server socket would not close", e);
        } finally {
            open.forEach(HttpWire::closeQuietly);
            threads.shutdown();
        }
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(int port) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "simulator-" + port + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                accept(server.accept());
            } catch (IOException e) {
                // Closed, or one connection failed before it began: the loop's condition tells which.
            }
        }
    }

    private void accept(Socket socket) {
        open.add(socket);
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            end(socket);
        }
        // close() may have looked at the open sockets before this one was among them.
        if (server.isClosed()) {
            end(socket);
        }
    }

    private void serve(Socket socket) {
        try {
            new Connection(socket, handler).serve();
        } catch (IOException e) {
            // The client went away, spoke no HTTP, or the simulator was closed: the connection ends.
        } finally {
            end(socket);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nobody is left to tell.
        }
    }

    /** Answers one request; called by many threads. */
    @FunctionalInterface
    interface Handler {
        Answer handle(RawRequest request);
    }

    /** What goes back, what is wrong with it, and the time in the form of the {@code Date} header. */
    record Answer(Reply reply, Fault fault, String date) {}
}
