package io.github.auth0migration.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A process of Node.js that runs scripts, several at once, and keeps {@code global} for them while it lives. */
final class ScriptContainer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Consumer<String> onLateCallback;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, PendingRun> runs = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean ended;

    private ScriptContainer(Process process, Consumer<String> onLateCallback) {
        this.process = process;
        this.onLateCallback = onLateCallback;
    }

    static ScriptContainer start(NodeProgram node, Consumer<String> onLateCallback) {
        ScriptContainer container = new ScriptContainer(node.startContainer(), onLateCallback);
        Thread reader = new Thread(container::readAll, "script-container");
        reader.setDaemon(true);
        reader.start();
        return container;
    }

    boolean isAlive() {
        return !ended && process.isAlive();
    }

    ScriptRun run(ScriptCall call) {
        long id = ids.incrementAndGet();
        PendingRun pending = new PendingRun(call);
        runs.put(id, pending);
        try {
            write(call.message(id));
        } catch (IOException e) {
            endAll("the container ended");
        }
        if (ended) {
            endAll("the container ended");
        }
        return pending.await(this::close);
    }

    void forgetGlobal() {
        try {
            write(Map.of("op", "forget"));
        } catch (IOException e) {
            close();
        }
    }

    private void write(Map<String, ?> message) throws IOException {
        byte[] line = (JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
        writing.lock();
        try {
            OutputStream in = process.getOutputStream();
            in.write(line);
            in.flush();
        } finally {
            writing.unlock();
        }
    }

    private void readAll() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                receive(JSON.readTree(line));
            }
        } catch (IOException e) {
            // The process is gone: what follows says so.
        }
        endAll("the container ended");
    }

    private void receive(JsonNode message) {
        long id = message.path("id").asLong();
        switch (message.path("type").asText()) {
            case "console" -> {
                PendingRun run = runs.get(id);
                if (run != null) {
                    run.print(message.path("line").asText());
                }
            }
            case "result" -> report(id, message);
            case "again" -> onLateCallback.accept(message.path("name").asText());
            default -> crash(message);
        }
    }

    private void report(long id, JsonNode message) {
        PendingRun run = runs.remove(id);
        if (run != null) {
            run.report(message.path("result"), message.path("calls").asInt());
        }
    }

    private void crash(JsonNode message) {
        ended = true;
        for (JsonNode inFlight : message.path("inFlight")) {
            PendingRun run = runs.remove(inFlight.path("id").asLong());
            if (run != null) {
                run.end(
                        new ScriptResult.Failed(message.path("reason").asText()),
                        inFlight.path("calls").asInt());
            }
        }
    }

    private void endAll(String reason) {
        close();
        // One by one: clearing the map would lose a run that came meanwhile.
        runs.values().removeIf(run -> {
            run.end(new ScriptResult.Failed(reason), 0);
            return true;
        });
    }

    @Override
    public void close() {
        ended = true;
        process.destroyForcibly();
    }
}
