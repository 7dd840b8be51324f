package io.github.auth0migration.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server in a process of its own. */
final class ServerProcess implements AutoCloseable {

    /** Nothing else that is set where the tests run, such as {@code HOST}, changes what the server does. */
    private static final Set<String> INHERITED = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE");

    /** A server that hangs ends, and its test says what it printed. */
    private static final int LONGEST_LIFE_MINUTES = 6;

    private static final Pattern URL = Pattern.compile("Open (http://\\S+) to sign in\\.");

    private final Process process;
    private final BufferedReader output;

    private ServerProcess(Process process) {
        this.process = process;
        process.onExit()
                .orTimeout(LONGEST_LIFE_MINUTES, TimeUnit.MINUTES)
                .exceptionally(tooLong -> process.destroyForcibly());
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The server's classes as the JVM wants to have them, out of a first run: each start then takes half as long. */
    private static final class Archive {

        private static final Path FILE = Path.of("target", "auth-server.jsa").toAbsolutePath();

        static {
            try {
                Files.deleteIfExists(FILE);
                Path directory = Files.createTempDirectory("archived");
                try (ServerProcess first = run(directory, Map.of(), "-XX:ArchiveClassesAtExit=" + FILE)) {
                    first.awaitUrl();
                    first.terminate();
                    first.awaitExit();
                }
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    static ServerProcess start(Path directory, Map<String, String> more) throws IOException {
        return run(directory, more, "-XX:SharedArchiveFile=" + Archive.FILE);
    }

    private static ServerProcess run(Path directory, Map<String, String> more, String archive) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                archive,
                // A JVM that cannot use the archive starts without it, and need not say so.
                "-Xlog:cds*=off",
                "-jar",
                System.getProperty("server.jar"));
        Map<String, String> environment = new HashMap<>(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        environment.putAll(more);
        builder.environment().keySet().retainAll(INHERITED);
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
