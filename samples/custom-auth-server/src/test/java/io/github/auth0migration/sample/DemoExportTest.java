package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.sample.demo.DemoPlatforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export that the demo writes. */
class DemoExportTest {

    @TempDir
    private Path directory;

    private Path export(String data) {
        try (DemoPlatforms demo = DemoPlatforms.start(directory.resolve(data))) {
            return demo.settings().stormpathExport().orElseThrow().files();
        }
    }

    @Test
    void theDemosExportIsWrittenOnceAndItsPeopleKeepTheirIds() throws Exception {
        Map<Path, String> first = contents(export("demo"));
        assertThat(first).hasSize(11);
        assertThat(contents(export("demo"))).isEqualTo(first);

        try (Stream<Path> made = Files.list(directory.resolve("demo"))) {
            assertThat(made.map(path -> path.getFileName().toString())).containsExactly("demo-stormpath-export");
        }
    }

    @Test
    void hashesAreMadeAnewInEachExport() throws Exception {
        Map<Path, String> first = contents(export("demo"));
        Map<Path, String> second = contents(export("second"));
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second).isNotEqualTo(first);
    }

    private static Map<Path, String> contents(Path folder) throws IOException {
        Map<Path, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file), Files.readString(file));
            }
        }
        return contents;
    }
}
