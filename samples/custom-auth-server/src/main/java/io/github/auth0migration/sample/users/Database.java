package io.github.auth0migration.sample.users;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.auth0migration.sample.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The pool of connections to the database, with the tables up to date. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final int CHECK_SECONDS = 2;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens the database, and makes or changes its tables where needed.
     *
     * @param settings which database
     * @return the database
     * @throws SQLException if it cannot be used
     */
    public static Database open(DatabaseSettings settings) throws SQLException {
        Database database = new Database(pool(settings));
        try (Connection first = database.first(settings)) {
            Migrations.run(first);
            // Before the first one closes: an embedded database closes with its last connection.
            database.pool.getConnection().close();
            database.pool.getHikariConfigMXBean().setConnectionTimeout(3_000);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("users");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(10);
        // Opening a file for the first time takes longer than a connection may take afterwards.
        config.setConnectionTimeout(10_000);
        // Makes the pool lazy, so that a database that is down is an SQLException below.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** A file that another server has open refuses at once, which the pool would try again for seconds. */
    private Connection first(DatabaseSettings settings) throws SQLException {
        return settings.isPostgresql()
                ? pool.getConnection()
                : DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    /** {@return where connections come from} */
    public DataSource connections() {
        return pool;
    }

    /** {@return whether the database answers} */
    public boolean isReachable() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(CHECK_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
