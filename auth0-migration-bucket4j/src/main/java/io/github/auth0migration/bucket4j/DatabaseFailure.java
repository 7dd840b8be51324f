package io.github.auth0migration.bucket4j;

import io.github.auth0migration.Failure;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;

/** Says in an event what failed; never with the database's own text, which may quote values. */
final class DatabaseFailure {

    /** What PostgreSQL reports when the time for a statement is over. */
    private static final String QUERY_CANCELED = "57014";

    private static final String NO_SUCH_TABLE = "42P01";
    private static final String CONNECTION_CLASS = "08";

    private DatabaseFailure() {}

    static Failure of(Exception e) {
        if (!(e instanceof SQLException sql)) {
            return Failure.of(
                    Failure.Kind.INTERNAL,
                    "The guard's database failed with " + e.getClass().getName() + ".");
        }
        String state = String.valueOf(sql.getSQLState());
        if (state.equals(NO_SUCH_TABLE)) {
            return Failure.of(
                    Failure.Kind.CONFIGURATION,
                    "The guard's table is not there: call PostgresAttemptGuard.createTables at the start.");
        }
        return Failure.of(kind(sql, state), "The guard's database failed with SQLState " + state + ".");
    }

    private static Failure.Kind kind(SQLException e, String state) {
        // A pool that has no connection in time.
        boolean late = e instanceof SQLTimeoutException || e instanceof SQLTransientConnectionException;
        if (late || state.equals(QUERY_CANCELED)) {
            return Failure.Kind.TIMEOUT;
        }
        return state.startsWith(CONNECTION_CLASS) ? Failure.Kind.CONNECT : Failure.Kind.SERVER_ERROR;
    }
}
