package io.github.auth0migration.bucket4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server for one connection, and at some point passes nothing on any more. */
final class StalledProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int port;
    private volatile boolean stalled;

    private StalledProxy(ServerSocket listening, int port) {
        this.listening = listening;
        this.port = port;
    }

    static StalledProxy before(int port) throws IOException {
        StalledProxy proxy = new StalledProxy(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), port);
        daemon(proxy::serve);
        return proxy;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The connection ended.
                    }
                },
                "stalled-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() throws IOException {
        try (Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            daemon(() -> pass(server.getInputStream(), client.getOutputStream()));
            pass(client.getInputStream(), server.getOutputStream());
        }
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[8192];
        for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
            if (!stalled) {
                to.write(bytes, 0, count);
                to.flush();
            }
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    void stall() {
        stalled = true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
