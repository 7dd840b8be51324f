package io.github.auth0migration.simulators.auth0;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The installed Node.js. */
final class NodeProgram {

    private final Path path;

    NodeProgram(Path path) {
        this.path = path;
    }

    static NodeProgram onThePath() {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(NodeProgram::new)
                .orElseThrow(() -> new IllegalStateException(
                        "Node.js is missing, and action scripts run in nothing else: put node (18 or later) on the PATH"
                                + " or set node(...)"));
    }

    /** Starts a container. The command line holds its program and nothing of what it will run. */
    Process startContainer() {
        ProcessBuilder builder = new ProcessBuilder(path.toString(), "-e", containerProgram())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Scripts see nothing of this process, and NODE_OPTIONS of a developer's shell changes no test.
        builder.environment().clear();
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException("Node.js does not start: check node(...) or the PATH", e);
        }
    }

    private static String containerProgram() {
        try (InputStream program = Objects.requireNonNull(NodeProgram.class.getResourceAsStream("container.js"))) {
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
