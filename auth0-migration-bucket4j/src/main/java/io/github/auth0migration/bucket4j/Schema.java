package io.github.auth0migration.bucket4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Makes the table, one replica at a time. */
final class Schema {

    // PostgreSQL's IF NOT EXISTS fails when two run at once. The number is this library's own.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7130614028150919)";

    private Schema() {}

    static boolean create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            statement.execute(script());
            return true;
        }
    }

    private static String script() {
        try (InputStream script =
                Objects.requireNonNull(Schema.class.getResourceAsStream("attempt-guard.sql"), "attempt-guard.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
