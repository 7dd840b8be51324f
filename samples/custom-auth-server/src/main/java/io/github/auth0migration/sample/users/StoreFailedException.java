package io.github.auth0migration.sample.users;

import io.github.auth0migration.Failure;
import io.github.auth0migration.trickle.UserStore;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** The store could not find out; carries no text of the database, which may quote values. */
final class StoreFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What PostgreSQL and H2 report when the time for a query is over. */
    private static final String QUERY_CANCELED = "57014";

    private final transient Failure failure;

    StoreFailedException(Failure.Kind kind, String detail) {
        super(detail);
        this.failure = Failure.of(kind, detail);
    }

    static StoreFailedException of(SQLException e) {
        boolean late = e instanceof SQLTimeoutException || QUERY_CANCELED.equals(e.getSQLState());
        return new StoreFailedException(
                late ? Failure.Kind.TIMEOUT : Failure.Kind.SERVER_ERROR,
                "The user database failed with SQLState " + e.getSQLState() + ".");
    }

    UserStore.Unavailable unavailable() {
        return new UserStore.Unavailable(failure);
    }
}
