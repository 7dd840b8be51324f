package io.github.auth0migration.sample.users;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.sample.users.PeopleTable.Row;
import io.github.auth0migration.trickle.NewUser;
import io.github.auth0migration.trickle.StoredUser;
import io.github.auth0migration.trickle.UserKey;
import io.github.auth0migration.trickle.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The target: people in a relational database, with Argon2id passwords. Thread-safe. */
public final class JdbcUserStore implements UserStore {

    private final Transactions transactions;
    private final Passwords passwords;

    /**
     * A store in a database whose tables are there.
     *
     * @param connections where connections come from
     * @param passwords how passwords are hashed
     */
    public JdbcUserStore(DataSource connections, Passwords passwords) {
        this.transactions = new Transactions(connections);
        this.passwords = passwords;
    }

    @Override
    public FindResult find(UserKey key, Deadline deadline) {
        try {
            Optional<Row> row = transactions.run(deadline, connection -> PeopleTable.find(connection, key, deadline));
            if (row.isEmpty()) {
                return new NotFound();
            }
            return row.get().deleted() ? new Deleted() : new Found(row.get().user());
        } catch (StoreFailedException e) {
            return e.unavailable();
        }
    }

    @Override
    public AuthenticateResult authenticate(String userId, String password, Deadline deadline) {
        try {
            Optional<String> hash = transactions
                    .run(deadline, connection -> PeopleTable.find(connection, UserKey.ofUserId(userId), deadline))
                    .filter(row -> !row.deleted())
                    .map(Row::passwordHash);
            if (hash.isEmpty()) {
                return new Gone();
            }
            return passwords.matches(password, hash.get()) ? new PasswordRight() : new PasswordWrong();
        } catch (StoreFailedException e) {
            return e.unavailable();
        }
    }

    @Override
    public CreateResult create(NewUser user, Deadline deadline) {
        try {
            MigratedUser who = user.user();
            // Hashed before a connection is taken: the slow part must not hold one.
            String hash = passwords.hash(user.password()).toPhc();
            StoredUser stored = new StoredUser(who.userId(), who.email().orElse(null), user.profile());
            Row row = new Row(stored.userId(), stored.email(), ProfileText.write(stored.profile()), hash, false);
            boolean created = transactions.insert(
                    deadline, connection -> PeopleTable.insert(connection, row, names(who), deadline));
            return created ? new Created(stored) : new AlreadyExists();
        } catch (StoreFailedException e) {
            return e.unavailable();
        }
    }

    /** In one order for everybody, so that two inserts never wait for each other in a ring. */
    private static List<String> names(MigratedUser user) {
        return Stream.of(user.email(), user.username())
                .flatMap(Optional::stream)
                .map(name -> Identifier.of(name).comparisonKey())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public SetPasswordResult setPassword(String userId, String password, Deadline deadline) {
        try {
            String hash = passwords.hash(password).toPhc();
            boolean set = transactions.run(
                    deadline, connection -> PeopleTable.setPassword(connection, userId, hash, deadline));
            return set ? new PasswordSet() : new Gone();
        } catch (StoreFailedException e) {
            return e.unavailable();
        }
    }

    /**
     * Deletes a person and leaves a tombstone: user id and names stay taken, all else is wiped.
     *
     * @param userId who
     * @param now when
     * @return whether there was such a person
     */
    public boolean delete(String userId, Instant now) {
        try {
            Deadline deadline = Deadline.standard();
            return transactions.run(deadline, connection -> PeopleTable.delete(connection, userId, now, deadline));
        } catch (StoreFailedException e) {
            throw new IllegalStateException(e);
        }
    }
}
