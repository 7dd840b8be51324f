package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a host carries with the library, as README says it. */
class WeightTest {

    private static long bytes(String className) {
        try {
            return Files.size(Path.of(Class.forName(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readmeStatesTheWeightOfCoresDependencies() throws Exception {
        long bytes = Stream.of(
                        "com.fasterxml.jackson.databind.ObjectMapper",
                        "com.fasterxml.jackson.core.JsonFactory",
                        "com.fasterxml.jackson.annotation.JsonCreator",
                        "io.github.resilience4j.retry.Retry",
                        "io.github.resilience4j.core.IntervalFunction",
                        "org.slf4j.Logger")
                .mapToLong(WeightTest::bytes)
                .sum();

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains(String.format(Locale.ROOT, "6 jars, %.1f MB", bytes / 1_000_000.0));
    }

    @Test
    void readmeStatesTheWeightOfTheSharedGuard() throws Exception {
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains(String.format(
                        Locale.ROOT, "core, bucket4j (%.1f MB)", bytes("io.github.bucket4j.Bucket") / 1_000_000.0));
    }
}
