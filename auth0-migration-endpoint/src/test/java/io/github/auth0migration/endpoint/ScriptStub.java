package io.github.auth0migration.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An endpoint and a token endpoint that answer just what a test says. */
final class ScriptStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<StubCall> calls = new CopyOnWriteArrayList<>();
    private volatile Function<StubCall, StubReply> answer = call -> StubReply.json(404, "{}");

    private ScriptStub(HttpServer server) {
        this.server = server;
    }

    static ScriptStub start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptStub stub = new ScriptStub(http);
            http.setExecutor(stub.threads);
            http.createContext("/", stub::handle);
            http.start();
            return stub;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answer(Function<StubCall, StubReply> calls) {
        this.answer = calls;
    }

    void answer(StubReply reply) {
        answer(call -> reply);
    }

    /** Everything that arrived, oldest first. */
    List<StubCall> calls() {
        return List.copyOf(calls);
    }

    List<StubCall> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    void reset() {
        calls.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StubCall call = new StubCall(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    JSON.readTree(exchange.getRequestBody()));
            calls.add(call);
            StubReply reply = answer.apply(call);
            byte[] body = reply.bytes(call.correlationId());
            if (reply.contentType() != null) {
                exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            }
            exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
