package io.github.auth0migration.bucket4j;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL. Nothing here is kept between calls, which run in a transaction of the caller. Thread-safe. */
final class GuardTable {

    // One statement takes all locks, in the order of ids: no two attempts ever wait for each other in a ring.
    private static final String LOCK = "INSERT INTO attempt_guard (id, expires_at)"
            + " SELECT id, '-infinity' FROM unnest(?) AS wanted (id) ORDER BY id"
            + " ON CONFLICT (id) DO UPDATE SET state = attempt_guard.state"
            + " RETURNING id, state, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    // Without a lock: whoever guesses by an alias at this very moment gets a guess more, here as in one process.
    private static final String USER =
            "; SELECT u.state FROM attempt_guard i JOIN attempt_guard u ON u.id = i.user_id" + " WHERE i.id = ?";

    private static final String WRITE = "UPDATE attempt_guard SET state = ?, user_id = coalesce(?, user_id),"
            + " expires_at = greatest(expires_at, ?) WHERE id = ?";

    private static final String REMOVE = "DELETE FROM attempt_guard WHERE id IN (SELECT id FROM attempt_guard"
            + " WHERE expires_at < coalesce(?, clock_timestamp()) ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)";

    private final String settings;

    GuardTable(Duration patience) {
        // What is sent together costs one round trip. A replica that is frozen while it holds the row of the total must
        // not stop the others for long. A crash of the database server may forget the last moments' failures; in return
        // nobody waits for its disk while holding that row. Numbers are joined, not formatted: some locales have other
        // digits.
        this.settings = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
                + " SET LOCAL statement_timeout = " + patience.toMillis() + ";"
                + " SET LOCAL idle_in_transaction_session_timeout = " + 2 * patience.toMillis() + ";"
                + " SET LOCAL synchronous_commit = off; ";
    }

    /** Locks the rows of keys, makes those that are not there, and reads them. */
    LockedRows lock(Connection connection, List<GuardKey> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(settings + LOCK)) {
            setIds(connection, statement, keys);
            return read(statement);
        }
    }

    /** Locks and reads as {@link #lock}, and reads the user whom an identifier turned out to mean. */
    LockedRows lockAndReadUser(Connection connection, List<GuardKey> keys, GuardKey identifier) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(settings + LOCK + USER)) {
            setIds(connection, statement, keys);
            statement.setBytes(2, identifier.id());
            LockedRows rows = read(statement);
            statement.getMoreResults();
            try (ResultSet user = statement.getResultSet()) {
                return user.next() ? rows.withUser(user.getBytes(1)) : rows;
            }
        }
    }

    private static void setIds(Connection connection, PreparedStatement statement, List<GuardKey> keys)
            throws SQLException {
        Array ids = connection.createArrayOf(
                "bytea", keys.stream().map(GuardKey::id).toArray(byte[][]::new));
        statement.setArray(1, ids);
    }

    private static LockedRows read(PreparedStatement statement) throws SQLException {
        boolean isRows = statement.execute();
        while (!isRows) {
            isRows = statement.getMoreResults();
        }
        LockedRows rows = new LockedRows();
        try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
                rows.add(row.getBytes(1), row.getBytes(2), row.getLong(3));
            }
        }
        return rows;
    }

    /**
     * A row's new content.
     *
     * @param user the key of the user whom an identifier means; null to leave that as it is
     * @param expiresAt when the row may be removed, unless it may only later already
     */
    record Row(GuardKey key, GuardBucket bucket, @Nullable GuardKey user, Instant expiresAt) {}

    void write(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (Row row : rows) {
                statement.setBytes(1, row.bucket().stored());
                statement.setBytes(2, row.user() == null ? null : row.user().id());
                statement.setObject(3, utc(row.expiresAt()));
                statement.setBytes(4, row.key().id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Removes rows that count no longer, {@code atMost} so many; whose that are in use are left to the next call. */
    int removeExpired(Connection connection, @Nullable Instant now, int atMost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(settings + REMOVE)) {
            if (now == null) {
                statement.setNull(1, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                statement.setObject(1, utc(now));
            }
            statement.setInt(2, atMost);
            statement.execute();
            int removed = 0;
            do {
                removed += Math.max(0, statement.getUpdateCount());
            } while (statement.getMoreResults() || statement.getUpdateCount() >= 0);
            return removed;
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
