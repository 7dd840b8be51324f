package io.github.auth0migration.sample.signin;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.bucket4j.PostgresAttemptGuard;
import io.github.auth0migration.sample.settings.DatabaseSettings;
import io.github.auth0migration.sample.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/**
 * Makes the guards against guessing: on PostgreSQL all replicas count together, with the embedded database the one
 * server counts in memory. Thread-safe.
 */
public final class Guards implements AutoCloseable {

    /** How long a database that does not answer may keep somebody waiting: for a connection, and for a statement. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final long FIRST_CONNECTION_MILLIS = 10_000;

    private final Function<String, AttemptGuard> maker;
    private final Runnable resources;

    private Guards(Function<String, AttemptGuard> maker, Runnable resources) {
        this.maker = maker;
        this.resources = resources;
    }

    /**
     * Opens what the guards count in.
     *
     * @param settings which database, and the key for it
     * @param listener hears when replicas no longer count together
     * @param patience how long a connection may take, and a statement; tests have more than {@link #PATIENCE}
     * @return the guards
     * @throws SQLException if the database cannot be used
     */
    public static Guards open(Settings settings, MigrationListener listener, Duration patience) throws SQLException {
        if (!settings.database().isPostgresql()) {
            return new Guards(name -> InMemoryAttemptGuard.standard(), () -> {});
        }
        byte[] key = settings.guardKey().orElseThrow().getBytes(StandardCharsets.UTF_8);
        HikariDataSource pool = pool(settings.database());
        try {
            PostgresAttemptGuard.createTables(pool);
            pool.getHikariConfigMXBean().setConnectionTimeout(patience.toMillis());
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
        return new Guards(
                name -> PostgresAttemptGuard.builder(pool)
                        .name(name)
                        .key(key)
                        .patience(patience)
                        .listener(listener)
                        .build(),
                pool::close);
    }

    /** A pool of their own: they must not wait for people to be stored, and give up a database that is down sooner. */
    private static HikariDataSource pool(DatabaseSettings database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("guards");
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(5);
        // The first one, at the start, may take longer than those that people wait for.
        config.setConnectionTimeout(FIRST_CONNECTION_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * A guard for one place.
     *
     * @param place its name: guards of one place count together, on all replicas
     * @return the guard
     */
    public AttemptGuard at(String place) {
        return maker.apply(place);
    }

    @Override
    public void close() {
        resources.run();
    }
}
