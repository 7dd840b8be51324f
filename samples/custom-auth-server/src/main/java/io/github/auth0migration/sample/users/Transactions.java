package io.github.auth0migration.sample.users;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in a transaction: all of it or, whatever goes wrong, none of it. Thread-safe. */
final class Transactions {

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource connections;

    Transactions(DataSource connections) {
        this.connections = connections;
    }

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    interface Insert {
        void in(Connection connection) throws SQLException;
    }

    <T> T run(Deadline deadline, Work<T> work) throws StoreFailedException {
        requireTime(deadline);
        try {
            return committed(work);
        } catch (SQLException e) {
            throw StoreFailedException.of(e);
        }
    }

    /** {@return whether it was inserted; false if something unique was taken} */
    boolean insert(Deadline deadline, Insert insert) throws StoreFailedException {
        requireTime(deadline);
        try {
            return committed(connection -> {
                insert.in(connection);
                return true;
            });
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw StoreFailedException.of(e);
        }
    }

    private static void requireTime(Deadline deadline) throws StoreFailedException {
        if (deadline.isExpired()) {
            throw new StoreFailedException(
                    Failure.Kind.TIMEOUT, "The deadline passed before the user database was asked.");
        }
    }

    private <T> T committed(Work<T> work) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception first) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }
}
