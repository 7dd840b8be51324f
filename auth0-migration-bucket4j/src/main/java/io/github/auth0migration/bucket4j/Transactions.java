package io.github.auth0migration.bucket4j;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Runs work in a transaction of its own, and waits for no answer of the database longer than it has patience.
 * Thread-safe.
 */
final class Transactions {

    private final DataSource dataSource;
    private final int networkMillis;

    Transactions(DataSource dataSource, Duration patience) {
        this.dataSource = dataSource;
        // Twice: a database that is merely busy ends the statement itself, and the connection stays good.
        this.networkMillis = Math.toIntExact(2 * patience.toMillis());
    }

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            int networkTimeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, networkMillis);
            connection.setAutoCommit(false);
            try {
                return committed(connection, work);
            } finally {
                restore(connection, autoCommit, networkTimeout);
            }
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception first) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    private static void restore(Connection connection, boolean autoCommit, int networkTimeout) {
        try {
            connection.setAutoCommit(autoCommit);
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        } catch (SQLException e) {
            // It is broken, and its pool will see that; what was committed is committed.
        }
    }
}
