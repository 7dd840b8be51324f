package io.github.auth0migration.sample.users;

import io.github.auth0migration.sample.web.Resources;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings the tables up to date: runs each numbered script of {@code /schema} that did not run yet, in order. */
final class Migrations {

    private static final List<String> SCRIPTS = List.of("V1__people.sql");
    private static final long TURN = 5_207_141_160_228L;
    private static final Pattern COMMENT = Pattern.compile("--.*");

    private Migrations() {}

    /** The embedded database belongs to one server; on PostgreSQL several may start at once, and take turns. */
    static void run(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            inTurn(connection);
        } else {
            runScripts(connection);
        }
    }

    /** Whoever fails closes the connection, and so leaves nothing. */
    private static void inTurn(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + TURN + ")");
        }
        runScripts(connection);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void runScripts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_scripts (script VARCHAR(100) PRIMARY KEY)");
            Set<String> done = done(statement);
            for (String script : SCRIPTS) {
                if (!done.contains(script)) {
                    execute(statement, Resources.text("/schema/" + script));
                    record(connection, script);
                }
            }
        }
    }

    private static Set<String> done(Statement statement) throws SQLException {
        Set<String> done = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT script FROM schema_scripts")) {
            while (rows.next()) {
                done.add(rows.getString(1));
            }
        }
        return done;
    }

    private static void execute(Statement statement, String script) throws SQLException {
        for (String sql : COMMENT.matcher(script).replaceAll("").split(";", -1)) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
    }

    private static void record(Connection connection, String script) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO schema_scripts (script) VALUES (?)")) {
            insert.setString(1, script);
            insert.executeUpdate();
        }
    }
}
