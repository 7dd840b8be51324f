package io.github.auth0migration;

import io.github.auth0migration.spi.Sha256;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AttemptGuard} for one process. Defaults: 5 failures for each identifier, 5 for each user, 50 for each
 * address and 10,000 in total, in windows of 15 minutes that begin with the first failure.
 *
 * <p>What it remembers is bounded by the total. Thread-safe; never blocks on anything but its own short lock.
 *
 * @since 0.1.0
 */
public final class InMemoryAttemptGuard implements AttemptGuard {

    private static final String TOTAL = "total";

    private final Builder limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Count> counts = new HashMap<>();
    // Which user an identifier turned out to mean.
    private final Map<String, String> userKeys = new HashMap<>();

    private long nextCleanUp;

    private InMemoryAttemptGuard(Builder limits) {
        this.limits = limits;
        this.nextCleanUp = limits.time.nanoTime();
    }

    /** {@return a guard with the defaults} */
    public static InMemoryAttemptGuard standard() {
        return builder().build();
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<Duration> admit(Attempt attempt) {
        lock.lock();
        try {
            long now = limits.time.nanoTime();
            forgetOldCounts(now);
            Duration wait = Duration.ZERO;
            for (Map.Entry<String, Integer> limit : limits(attempt).entrySet()) {
                Count count = counts.get(limit.getKey());
                if (count != null && !count.isOver(now) && count.failures >= limit.getValue()) {
                    Duration left = Duration.ofNanos(count.endNanos - now);
                    wait = wait.compareTo(left) < 0 ? left : wait;
                }
            }
            if (!wait.isZero()) {
                return Optional.of(wait);
            }
            countedKeys(attempt).forEach(this::add);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void failed(Attempt attempt, @Nullable String userId) {
        if (userId == null) {
            return;
        }
        lock.lock();
        try {
            userKeys.put(identifierKey(attempt), userKey(userId));
            add(userKey(userId));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void takeBack(Attempt attempt) {
        lock.lock();
        try {
            countedKeys(attempt).forEach(this::subtract);
        } finally {
            lock.unlock();
        }
    }

    private void subtract(String key) {
        Count count = counts.get(key);
        if (count != null && --count.failures <= 0) {
            counts.remove(key);
        }
    }

    /** Walks all counts, but a few times per window only: a sign-in must not wait for that each time. */
    private void forgetOldCounts(long now) {
        if (now - nextCleanUp < 0) {
            return;
        }
        nextCleanUp = now + limits.window.toNanos() / 4;
        counts.values().removeIf(count -> count.isOver(now));
        userKeys.keySet().removeIf(key -> !counts.containsKey(key));
    }

    private void add(String key) {
        long now = limits.time.nanoTime();
        counts.compute(
                        key,
                        (k, count) ->
                                count == null || count.isOver(now) ? new Count(now + limits.window.toNanos()) : count)
                .failures++;
    }

    /** The keys under which an attempt is counted at admission; its user is known only afterwards. */
    private List<String> countedKeys(Attempt attempt) {
        List<String> keys = new ArrayList<>(List.of(TOTAL, identifierKey(attempt)));
        if (attempt.address() != null) {
            keys.add(addressKey(attempt.address()));
        }
        return keys;
    }

    /** All keys whose limits an attempt must keep: also that of the user whom its identifier meant before. */
    private Map<String, Integer> limits(Attempt attempt) {
        Map<String, Integer> keys = new HashMap<>();
        keys.put(TOTAL, limits.total);
        String identifier = identifierKey(attempt);
        keys.put(identifier, limits.perIdentifier);
        if (attempt.address() != null) {
            keys.put(addressKey(attempt.address()), limits.perAddress);
        }
        String userKey = userKeys.get(identifier);
        if (userKey != null) {
            keys.put(userKey, limits.perUser);
        }
        return keys;
    }

    private static String addressKey(InetAddress address) {
        byte[] bytes = address.getAddress();
        // Whoever has one IPv6 address has all of its /64.
        return "address:" + HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
    }

    /** A hash: folding makes long texts out of short ones, and some type their password into the wrong field. */
    private static String identifierKey(Attempt attempt) {
        byte[] hash = Sha256.of(attempt.identifierKey().getBytes(StandardCharsets.UTF_8));
        return "identifier:" + HexFormat.of().formatHex(hash);
    }

    private static String userKey(String userId) {
        return "user:" + userId;
    }

    /** {@return how many keys it remembers now, for tests and operators} */
    public int size() {
        lock.lock();
        try {
            return counts.size();
        } finally {
            lock.unlock();
        }
    }

    private static final class Count {
        private final long endNanos;
        private int failures;

        Count(long endNanos) {
            this.endNanos = endNanos;
        }

        boolean isOver(long now) {
            return endNanos - now <= 0;
        }
    }

    /** Sets limits. Not thread-safe. */
    public static final class Builder {

        private int perIdentifier = 5;
        private int perUser = 5;
        private int perAddress = 50;
        private int total = 10_000;
        private Duration window = Duration.ofMinutes(15);
        private TimeSource time = TimeSource.system();

        private Builder() {}

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
         * Sets how many failures all together may have in a window. Default 10,000. Whoever reaches it keeps everybody out
         * until the window ends: set it well above what attackers get through your limits by address.
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
         * Sets the clock. Default: the machine's.
         *
         * @param source the clock
         * @return this builder
         */
        public Builder time(TimeSource source) {
            this.time = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Builds the guard.
         *
         * @return the guard
         * @throws IllegalArgumentException if a limit is below 1 or the window is not positive
         */
        public InMemoryAttemptGuard build() {
            if (Stream.of(perIdentifier, perUser, perAddress, total).anyMatch(limit -> limit < 1)) {
                throw new IllegalArgumentException("limits of an AttemptGuard must be at least 1: perIdentifier "
                        + perIdentifier + ", perUser " + perUser + ", perAddress " + perAddress + ", total " + total);
            }
            if (window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("window of an AttemptGuard must be positive, but is " + window);
            }
            Builder copy = new Builder();
            copy.perIdentifier = perIdentifier;
            copy.perUser = perUser;
            copy.perAddress = perAddress;
            copy.total = total;
            copy.window = window;
            copy.time = time;
            return new InMemoryAttemptGuard(copy);
        }
    }
}
