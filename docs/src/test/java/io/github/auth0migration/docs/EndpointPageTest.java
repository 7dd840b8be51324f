package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.endpoint.MigrationEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the endpoint's page shows is what there is. */
class EndpointPageTest {

    @Test
    void theSchemasAreThoseThatTheEndpointBrings() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(Path.of("schema"))) {
            pages = files.toList();
        }
        assertThat(pages).hasSize(6);
        String guide = Files.readString(Path.of("endpoint.md"));
        for (Path page : pages) {
            String name = "schema/" + page.getFileName();
            try (InputStream brought = MigrationEndpoint.class.getResourceAsStream(name)) {
                assertThat(new String(Objects.requireNonNull(brought, name).readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(Files.readString(page));
            }
            assertThat(guide).contains("(" + name + ")");
        }
    }

    @Test
    void itsCodeIsThatOfATest() throws IOException {
        String test = plain(Files.readString(Path.of(
                "../auth0-migration-endpoint/src/test/java/io/github/auth0migration/endpoint/GuideExamplesTest.java")));
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("endpoint.md")))
                .results()
                .map(block -> plain(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(4).allSatisfy(block -> assertThat(test).contains(block));
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }
}
