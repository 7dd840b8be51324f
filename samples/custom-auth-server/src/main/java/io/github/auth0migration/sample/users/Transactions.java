package io.github.auth0migration.sample.users;

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

    <T> T run(Work<T> work) throws StoreFailedException {
        try {
            return committed(work);
        } catch (SQLException e) {
            throw StoreFailedException.of(e);
        }
    }

    /** {@return whether it was inserted; false if something unique was taken} */
    boolean insert(Insert insert) throws StoreFailedException {
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
