package io.github.auth0migration.sample.users;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.trickle.StoredUser;
import io.github.auth0migration.trickle.UserKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL, plain enough for H2 and PostgreSQL. */
final class PeopleTable {

    /** A person as stored. {@code passwordHash} is null for the deleted. */
    record Row(
            String userId,
            @Nullable String email,
            String profile,
            @Nullable String passwordHash,
            boolean deleted) {

        StoredUser user() throws StoreFailedException {
            return new StoredUser(userId, email, ProfileText.read(profile));
        }

        @Override
        public String toString() {
            return "Row";
        }
    }

    private static final String COLUMNS = "SELECT p.user_id, p.email, p.profile, p.password_hash, p.deleted_at";

    private PeopleTable() {}

    static Optional<Row> find(Connection connection, UserKey key, Deadline deadline) throws SQLException {
        return key instanceof UserKey.ByIdentifier typed
                ? find(
                        connection,
                        COLUMNS + " FROM names n JOIN people p ON p.user_id = n.user_id WHERE n.name = ?",
                        typed.identifier().comparisonKey(),
                        deadline)
                : find(
                        connection,
                        COLUMNS + " FROM people p WHERE p.user_id = ?",
                        ((UserKey.ByUserId) key).userId(),
                        deadline);
    }

    private static Optional<Row> find(Connection connection, String sql, String value, Deadline deadline)
            throws SQLException {
        if (value.indexOf('\0') >= 0) {
            // PostgreSQL has no text with this character and fails when it is asked for one: nobody has such a name.
            return Optional.empty();
        }
        try (PreparedStatement select = prepare(connection, deadline, sql)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getObject(5) != null);
    }

    /** Unique keys stand guard: a user id or name that is taken is a violation, never an overwriting. */
    static void insert(Connection connection, Row person, List<String> names, Deadline deadline) throws SQLException {
        try (PreparedStatement insert = prepare(
                connection,
                deadline,
                "INSERT INTO people (user_id, email, profile, password_hash) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, person.userId());
            insert.setString(2, person.email());
            insert.setString(3, person.profile());
            insert.setString(4, person.passwordHash());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                prepare(connection, deadline, "INSERT INTO names (name, user_id) VALUES (?, ?)")) {
            for (String name : names) {
                insert.setString(1, name);
                insert.setString(2, person.userId());
                insert.executeUpdate();
            }
        }
    }

    static boolean setPassword(Connection connection, String userId, String hash, Deadline deadline)
            throws SQLException {
        try (PreparedStatement update = prepare(
                connection, deadline, "UPDATE people SET password_hash = ? WHERE user_id = ? AND deleted_at IS NULL")) {
            update.setString(1, hash);
            update.setString(2, userId);
            return update.executeUpdate() == 1;
        }
    }

    static boolean delete(Connection connection, String userId, Instant now, Deadline deadline) throws SQLException {
        try (PreparedStatement update = prepare(
                connection,
                deadline,
                "UPDATE people SET email = NULL, profile = '{}',"
                        + " password_hash = NULL, deleted_at = ? WHERE user_id = ? AND deleted_at IS NULL")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, userId);
            return update.executeUpdate() == 1;
        }
    }

    /** A statement that the driver gives up at the deadline; drivers count whole seconds. */
    private static PreparedStatement prepare(Connection connection, Deadline deadline, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout((int) Math.max(1, deadline.remaining().toSeconds()));
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
