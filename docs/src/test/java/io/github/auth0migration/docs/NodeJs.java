package io.github.auth0migration.docs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Node.js that is installed on this machine.
 *
 * @param program its path
 */
record NodeJs(Path program) {

    /** Skips the test where it is missing; fails it in CI, where it must not be. */
    static NodeJs installed() {
        Optional<Path> node = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "node"))
                .filter(Files::isExecutable)
                .findFirst();
        if (node.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("CI needs Node.js: install it");
        }
        Assumptions.assumeTrue(node.isPresent(), "no Node.js on this machine: put node on the PATH");
        return new NodeJs(node.orElseThrow());
    }

    /** What a program prints that gets this on its standard input. */
    String run(Path script, String input, Path folder) throws IOException {
        Path in = Files.writeString(folder.resolve("in.json"), input);
        Path out = folder.resolve("out.json");
        Process process = new ProcessBuilder(program.toString(), script.toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            Assertions.assertTrue(process.waitFor(60, TimeUnit.SECONDS), "Node.js did not end");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        Assertions.assertEquals(0, process.exitValue(), printed);
        return printed;
    }
}
