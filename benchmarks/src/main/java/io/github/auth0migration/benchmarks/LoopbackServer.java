package io.github.auth0migration.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Servers on loopback: one that answers, one that stops in the middle of a body. */
final class LoopbackServer {

    private static final byte[] ANSWER =
            ("{\"status\":\"SUCCESS\",\"text\":\"" + "x".repeat(700) + "\"}").getBytes(StandardCharsets.US_ASCII);

    private LoopbackServer() {}

    static URI startAnswering() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, ANSWER.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(ANSWER);
            }
        });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Sends the begin of a body to one client; completes when that client has closed. */
    record Stalling(URI uri, CompletableFuture<Void> inBody, CompletableFuture<Void> clientClosed) {}

    static Stalling startStalling() throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Stalling stalling = new Stalling(
                URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/"),
                new CompletableFuture<>(),
                new CompletableFuture<>());
        Thread thread = new Thread(() -> stall(listener, stalling), "stalling");
        thread.setDaemon(true);
        thread.start();
        return stalling;
    }

    private static void stall(ServerSocket listener, Stalling stalling) {
        try (listener;
                Socket socket = listener.accept()) {
            byte[] buffer = new byte[8192];
            int read = socket.getInputStream().read(buffer);
            String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            stalling.inBody().complete(null);
            while (read >= 0) {
                read = socket.getInputStream().read(buffer);
            }
            stalling.clientClosed().complete(null);
        } catch (IOException e) {
            // A reset is an end as well.
            stalling.clientClosed().complete(null);
        }
    }
}
