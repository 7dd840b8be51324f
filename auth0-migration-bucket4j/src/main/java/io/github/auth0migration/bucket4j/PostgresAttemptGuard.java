package io.github.auth0migration.bucket4j;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.Failure;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationEvent.Ending;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.TimeSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An {@link AttemptGuard} that replicas share, in a table of PostgreSQL. It counts as
 * {@link io.github.auth0migration.InMemoryAttemptGuard} does, with the same defaults: 5 failures for each identifier, 5
 * for each user, 50 for each address and 10,000 in total, in windows of 15 minutes that begin with the first failure.
 *
 * <p>The table holds HMACs under a key of the host, never what somebody typed. While the database does not answer, each
 * replica counts alone, and a listener hears of it: nobody waits for the database and nobody is let through uncounted.
 * An attempt is settled where it was counted, so settle the very object that was admitted. Call {@link #createTables}
 * before the first use.
 *
 * <p>Thread-safe. An attempt costs a transaction of three round trips when it is admitted and another one unless it just
 * failed. Give it a pool of connections whose connection time-out is short, for that is the longest that one attempt
 * waits at the beginning of an outage, and one attempt in each {@link Builder#pause pause} afterwards.
 *
 * @since 0.1.0
 */
public final class PostgresAttemptGuard implements AttemptGuard {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAttemptGuard.class);
    private static final int MOST_REMOVED_AT_ONCE = 500;
    private static final Duration SCHEMA_PATIENCE = Duration.ofMinutes(1);

    private final String name;
    private final MigrationListener listener;
    private final TimeSource time;
    private final SharedCounts shared;
    private final LocalCounts local;
    private final Outage outage;
    private final Interval removals;

    private PostgresAttemptGuard(Builder settings, byte[] key) {
        this.name = settings.name;
        this.listener = settings.listener;
        this.time = settings.time == null ? TimeSource.system() : settings.time;
        Limits limits = settings.limits();
        this.shared = new SharedCounts(
                new GuardKeys(settings.name, key),
                limits,
                new GuardTable(settings.patience),
                new Transactions(settings.dataSource, settings.patience),
                settings.time);
        this.local = new LocalCounts(limits, time);
        this.outage = new Outage(settings.pause, time);
        this.removals = new Interval(Duration.ofSeconds(1), time);
    }

    /**
     * Begins a guard with the defaults.
     *
     * @param dataSource where the counts are: connections to PostgreSQL 12 or newer
     * @return a builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Makes the table {@code attempt_guard}, unless it is there. Several replicas may call it at once. Hosts with
     * migration scripts of their own copy {@code attempt-guard.sql} out of this module's jar instead.
     *
     * @param dataSource connections whose user may make a table
     * @throws SQLException if the database fails or refuses
     */
    public static void createTables(DataSource dataSource) throws SQLException {
        new Transactions(dataSource, SCHEMA_PATIENCE).run(Schema::create);
    }

    @Override
    public Optional<Duration> admit(Attempt attempt) {
        if (removals.isOver()) {
            ask(() -> shared.removeExpired(MOST_REMOVED_AT_ONCE));
        }
        Optional<Duration> wait = ask(() -> shared.admit(attempt));
        return wait != null ? wait : local.admit(attempt);
    }

    @Override
    public void failed(Attempt attempt, @Nullable String userId) {
        boolean here = local.release(attempt);
        if (userId == null) {
            return;
        }
        if (here || ask(() -> shared.failed(attempt, userId)) == null) {
            local.guard().failed(attempt, userId);
        }
    }

    @Override
    public void takeBack(Attempt attempt) {
        if (local.release(attempt)) {
            local.guard().takeBack(attempt);
        } else {
            ask(() -> shared.takeBack(attempt));
        }
    }

    private interface Question<T> {
        T answer() throws SQLException;
    }

    /** What the database answers; null if it does not, or just now did not. */
    private <T> @Nullable T ask(Question<T> question) {
        Outage.Turn turn = outage.turn();
        if (turn == Outage.Turn.LEAVE) {
            return null;
        }
        long start = time.nanoTime();
        try {
            T answer = question.answer();
            if (outage.answered(turn)) {
                tell(start, new Ending("available", "", ""), true);
            }
            return answer;
        } catch (SQLException | RuntimeException e) {
            // Whoever is interrupted while they wait for a connection says nothing about the database.
            if (!Thread.currentThread().isInterrupted() && outage.failed()) {
                Failure failure = DatabaseFailure.of(e);
                LOG.atWarn()
                        .addKeyValue("guard", name)
                        .addKeyValue("failure", failure)
                        .log("A shared guard counts alone");
                tell(start, Ending.unavailable(failure), false);
            }
            return null;
        }
    }

    private void tell(long start, Ending ending, boolean isShared) {
        Duration took = Duration.ofNanos(time.nanoTime() - start);
        try {
            listener.onEvent(new MigrationEvent.GuardSwitched(name, "", took, ending, isShared));
        } catch (RuntimeException e) {
            // Nobody fails to sign in because of a metric.
        }
    }

    /** Sets limits, and how the database is used. Not thread-safe. */
    public static final class Builder {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
        private static final int KEY_BYTES = 32;
        private static final Duration LONGEST = Duration.ofMinutes(1);

        private final DataSource dataSource;
        private String name = "";
        private byte @Nullable [] key;
        private int perIdentifier = Limits.STANDARD.perIdentifier();
        private int perUser = Limits.STANDARD.perUser();
        private int perAddress = Limits.STANDARD.perAddress();
        private int total = Limits.STANDARD.total();
        private Duration window = Limits.STANDARD.window();
        private Duration patience = Duration.ofSeconds(1);
        private Duration pause = Duration.ofSeconds(5);
        private MigrationListener listener = event -> {};
        private @Nullable TimeSource time;

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /**
         * Sets which counts it shares: guards of one name count together, on whichever replica. Two guards that one attempt
         * passes need two names, or it counts twice. Required.
         *
         * @param guard 1 to 64 of {@code A-Z a-z 0-9 . _ -}, such as {@code sign-in-page}
         * @return this builder
         */
        public Builder name(String guard) {
            this.name = Objects.requireNonNull(guard, "guard");
            return this;
        }

        /**
         * Sets the secret under which identifiers, users and addresses are hashed before they are stored. Required, the same
         * on all replicas. Keep it where the table's readers cannot see it; under another one, counts begin anew.
         *
         * @param secret at least 32 bytes, from a random generator
         * @return this builder
         */
        public Builder key(byte[] secret) {
            this.key = secret.clone();
            return this;
        }

        /**
         * Sets how many failures one identifier may have in a window. Default 5: stay below the platform's lockout.
         *
         * @param failures at least 1
         * @return this builder
         */
        public Builder perIdentifier(int failures) {
            this.perIdentifier = failures;
            return this;
        }

        /**
         * Sets how many failures one user may have in a window, whatever was typed. Default 5.
         *
         * @param failures at least 1
         * @return this builder
         */
        public Builder perUser(int failures) {
            this.perUser = failures;
            return this;
        }

        /**
         * Sets how many failures one trusted client address may have in a window; IPv6 addresses count by their first 64
         * bits. Default 50.
         *
         * @param failures at least 1
         * @return this builder
         */
        public Builder perAddress(int failures) {
            this.perAddress = failures;
            return this;
        }

        /**
         * Sets how many failures all together may have in a window, over all replicas. Default 10,000. Whoever reaches it
         * keeps everybody out until the window ends: set it well above what attackers get through your limits by address.
         *
         * @param failures at least 1
         * @return this builder
         */
        public Builder total(int failures) {
            this.total = failures;
            return this;
        }

        /**
         * Sets how long failures count, from the first. Default 15 minutes.
         *
         * @param length positive
         * @return this builder
         */
        public Builder window(Duration length) {
            this.window = Objects.requireNonNull(length, "length");
            return this;
        }

        /**
         * Sets how long a statement may take before the database counts as down. Default 1 second. A database that does not
         * answer at all is given up after twice as long.
         *
         * @param longest 10 milliseconds to 1 minute
         * @return this builder
         */
        public Builder patience(Duration longest) {
            this.patience = Objects.requireNonNull(longest, "longest");
            return this;
        }

        /**
         * Sets how long the database is left alone after it failed; then one attempt tries it again. Default 5 seconds.
         *
         * @param length 10 milliseconds to 1 minute
         * @return this builder
         */
        public Builder pause(Duration length) {
            this.pause = Objects.requireNonNull(length, "length");
            return this;
        }

        /**
         * Sets who hears that this replica counts alone, and that it shares again. Default: nobody.
         *
         * @param hears gets {@link MigrationEvent.GuardSwitched}, on the thread of an attempt
         * @return this builder
         */
        public Builder listener(MigrationListener hears) {
            this.listener = Objects.requireNonNull(hears, "hears");
            return this;
        }

        /**
         * Sets the clock, for tests. By default windows run by the database's clock, which is one for all replicas, and
         * everything else by the machine's.
         *
         * @param source the clock
         * @return this builder
         */
        public Builder time(TimeSource source) {
            this.time = Objects.requireNonNull(source, "source");
            return this;
        }

        private Limits limits() {
            return new Limits(perIdentifier, perUser, perAddress, total, window);
        }

        /**
         * Builds the guard. Does not ask the database.
         *
         * @return the guard
         * @throws IllegalArgumentException if a setting is missing or wrong; the message names it
         */
        public PostgresAttemptGuard build() {
            limits().check();
            require(
                    NAME.matcher(name).matches(),
                    "name of a PostgresAttemptGuard must be 1 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-': give"
                            + " each place that it guards a name");
            byte[] secret = key == null ? new byte[0] : key;
            require(
                    secret.length >= KEY_BYTES,
                    "key of a PostgresAttemptGuard must have at least " + KEY_BYTES + " bytes, but has " + secret.length
                            + ": take them from a random generator, and the same on all replicas");
            require(isBearable(patience), "patience of a PostgresAttemptGuard must be 10 ms to 1 minute: " + patience);
            require(isBearable(pause), "pause of a PostgresAttemptGuard must be 10 ms to 1 minute: " + pause);
            return new PostgresAttemptGuard(this, secret.clone());
        }

        private static boolean isBearable(Duration length) {
            return length.toMillis() >= 10 && length.compareTo(LONGEST) <= 0;
        }

        private static void require(boolean right, String problem) {
            if (!right) {
                throw new IllegalArgumentException(problem);
            }
        }
    }
}
