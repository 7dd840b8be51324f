package io.github.auth0migration.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server in a process of its own. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("Open (http://\\S+) to sign in\\.");

    private final Process process;
    private final BufferedReader output;

    private ServerProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ServerProcess start(Path directory, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                System.getProperty("server.jar"));
        Map<String, String> environment = new HashMap<>(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        environment.putAll(more);
        builder.environment().keySet().removeIf(name -> name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return new ServerProcess(
                builder.redirectErrorStream(true).directory(directory.toFile()).start());
    }

    /** Waits for the line that names the address. */
    URI awaitUrl() throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher url = URL.matcher(line);
            if (url.matches()) {
                return URI.create(url.group(1));
            }
        }
        throw new AssertionError("the server did not start: " + seen);
    }

    /** What it still prints until it ends. */
    String remainingOutput() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    /** By its handle, for {@link Process#destroy} would also close what it prints. */
    void terminate() {
        if (!process.toHandle().destroy()) {
            throw new AssertionError("the server cannot be asked to end");
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        kill();
        output.close();
    }
}
