package io.github.auth0migration.bucket4j;

import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.bucket4j.GuardTable.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts in the database: each method is one transaction. Thread-safe. */
final class SharedCounts {

    private final GuardKeys keys;
    private final Limits limits;
    private final GuardTable table;
    private final Transactions transactions;
    private final @Nullable TimeSource time;

    /**
     * Counts in the database.
     *
     * @param time whose clock ends windows; null for the database's, which is the same for all replicas
     */
    SharedCounts(
            GuardKeys keys, Limits limits, GuardTable table, Transactions transactions, @Nullable TimeSource time) {
        this.keys = keys;
        this.limits = limits;
        this.table = table;
        this.transactions = transactions;
        this.time = time;
    }

    /** Counts an attempt under all its keys, or under none: then it says how long to wait. */
    Optional<Duration> admit(Attempt attempt) throws SQLException {
        List<GuardKey> counted = keys.counted(attempt);
        return transactions.run(connection -> {
            LockedRows rows = table.lockAndReadUser(connection, counted, keys.identifier(attempt));
            Map<GuardKey, GuardBucket> buckets = buckets(counted, rows);
            GuardBucket user = GuardBucket.of(rows.userState(), limits.of(GuardKey.Kind.USER), nanos(rows));
            Optional<Duration> wait = Stream.concat(buckets.values().stream(), Stream.of(user))
                    .filter(GuardBucket::isEmpty)
                    .map(GuardBucket::untilFull)
                    .max(Duration::compareTo);
            if (wait.isPresent()) {
                connection.rollback();
                return wait;
            }
            buckets.values().forEach(GuardBucket::take);
            table.write(connection, rowsOf(buckets));
            return wait;
        });
    }

    /** Counts the failure of a known user, and remembers that the identifier means this one. */
    boolean failed(Attempt attempt, String userId) throws SQLException {
        GuardKey identifier = keys.identifier(attempt);
        GuardKey user = keys.user(userId);
        return transactions.run(connection -> {
            LockedRows rows = table.lock(connection, List.of(identifier, user));
            GuardBucket bucket = bucket(user, rows);
            bucket.take();
            // What the identifier means must not be forgotten before its user's window ends.
            table.write(
                    connection,
                    List.of(
                            new Row(user, bucket, null, bucket.end()),
                            new Row(identifier, bucket(identifier, rows), user, bucket.end())));
            return true;
        });
    }

    boolean takeBack(Attempt attempt) throws SQLException {
        List<GuardKey> counted = keys.counted(attempt);
        return transactions.run(connection -> {
            LockedRows rows = table.lock(connection, counted);
            Map<GuardKey, GuardBucket> buckets = buckets(counted, rows);
            buckets.values().forEach(GuardBucket::giveBack);
            table.write(connection, rowsOf(buckets));
            return true;
        });
    }

    int removeExpired(int atMost) throws SQLException {
        @Nullable Instant now = time == null ? null : time.instant();
        return transactions.run(connection -> table.removeExpired(connection, now, atMost));
    }

    private Map<GuardKey, GuardBucket> buckets(List<GuardKey> wanted, LockedRows rows) {
        Map<GuardKey, GuardBucket> buckets = new LinkedHashMap<>();
        wanted.forEach(key -> buckets.put(key, bucket(key, rows)));
        return buckets;
    }

    private GuardBucket bucket(GuardKey key, LockedRows rows) {
        return GuardBucket.of(rows.state(key), limits.of(key.kind()), nanos(rows));
    }

    private long nanos(LockedRows rows) {
        if (time == null) {
            return rows.nanos();
        }
        Instant now = time.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static List<Row> rowsOf(Map<GuardKey, GuardBucket> buckets) {
        List<Row> rows = new ArrayList<>();
        buckets.forEach((key, bucket) -> rows.add(new Row(key, bucket, null, bucket.end())));
        return rows;
    }
}
