package io.github.auth0migration.bucket4j;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.auth0migration.testsupport.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database of its own with the guard's table, and a pool as hosts have one. */
final class GuardDatabase implements AutoCloseable {

    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final String name;
    private final List<HikariDataSource> pools = new ArrayList<>();

    private GuardDatabase(String name) {
        this.name = name;
    }

    static GuardDatabase open() {
        GuardDatabase database = new GuardDatabase(TestPostgres.newDatabase());
        try {
            PostgresAttemptGuard.createTables(TestPostgres.connections(database.name));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return database;
    }

    String name() {
        return name;
    }

    /** Another pool, as another replica has. */
    DataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestPostgres.url(name));
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        // Tests hold the machine's cores; nothing here is about waiting for a connection.
        config.setConnectionTimeout(60_000);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** A guard of another replica. */
    PostgresAttemptGuard.Builder guard(String guardName) {
        return PostgresAttemptGuard.builder(pool()).name(guardName).key(KEY).patience(Duration.ofMinutes(1));
    }

    /** The first columns of what a query finds. */
    List<String> query(String sql) {
        try (Connection connection = TestPostgres.connections(name).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
