package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.bucket4j.PostgresAttemptGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The code that docs/shared-guard.md shows compiles; that it works is tested with the guard. */
class SharedGuardPageTest {

    private static final Path PAGE = Path.of("..", "docs", "shared-guard.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "io", "github", "auth0migration", "docs", "SharedGuardPageTest.java");
    private static final Pattern LEVEL = Pattern.compile("^ {8}");

    // Called by nobody: a database would be needed.
    static AttemptGuard shown(DataSource connections, byte[] guardKey, MigrationListener listener) throws SQLException {
        // tag::guard[]
        PostgresAttemptGuard.createTables(connections);
        AttemptGuard guard = PostgresAttemptGuard.builder(connections)
                .name("source") // guards of one name count together
                .key(guardKey) // 32 random bytes, the same on all replicas
                .listener(listener) // hears GuardSwitched
                .build();
        // end::guard[]
        return guard;
    }

    @Test
    void thePageShowsThisVeryCode() throws IOException {
        String code = Files.readAllLines(SOURCE).stream()
                .dropWhile(line -> !line.strip().equals("// tag::guard[]"))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end::guard[]"))
                .map(line -> LEVEL.matcher(line).replaceFirst(""))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains("```java\n" + code + "\n```");
    }
}
