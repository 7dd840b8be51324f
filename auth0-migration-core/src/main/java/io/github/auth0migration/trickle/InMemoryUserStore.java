package io.github.auth0migration.trickle;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A {@link UserStore} in memory, for tests and first steps: everything is gone when the process ends. Passwords are kept
 * as PBKDF2-HMAC-SHA256 with 10,000 rounds, which is quick for tests and too weak for a database. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryUserStore implements UserStore {

    private static final int ROUNDS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> users = new LinkedHashMap<>();
    private final Map<String, String> userIds = new HashMap<>();
    private final Set<String> deletedIds = new HashSet<>();
    private final Set<String> deletedNames = new HashSet<>();

    /** An empty store. */
    public InMemoryUserStore() {}

    @Override
    public FindResult find(UserKey key, Deadline deadline) {
        return locked(() -> {
            if (key instanceof UserKey.ByUserId byId) {
                return found(byId.userId(), deletedIds.contains(byId.userId()));
            }
            String name = ((UserKey.ByIdentifier) key).identifier().comparisonKey();
            return found(userIds.get(name), deletedNames.contains(name));
        });
    }

    private FindResult found(@Nullable String userId, boolean deleted) {
        Entry entry = userId == null ? null : users.get(userId);
        if (entry != null) {
            return new Found(entry.user);
        }
        return deleted ? new Deleted() : new NotFound();
    }

    @Override
    public AuthenticateResult authenticate(String userId, String password, Deadline deadline) {
        Entry entry = locked(() -> users.get(userId));
        if (entry == null) {
            return new Gone();
        }
        return entry.password.matches(password) ? new PasswordRight() : new PasswordWrong();
    }

    @Override
    public CreateResult create(NewUser user, Deadline deadline) {
        HashedPassword password = HashedPassword.of(user.password());
        return locked(() -> {
            MigratedUser who = user.user();
            boolean taken = users.containsKey(who.userId())
                    || deletedIds.contains(who.userId())
                    || names(who).anyMatch(name -> userIds.containsKey(name) || deletedNames.contains(name));
            if (taken) {
                return new AlreadyExists();
            }
            StoredUser stored = new StoredUser(who.userId(), who.email().orElse(null), user.profile());
            users.put(who.userId(), new Entry(stored, password));
            names(who).forEach(name -> userIds.put(name, who.userId()));
            return new Created(stored);
        });
    }

    private static Stream<String> names(MigratedUser user) {
        return Stream.of(user.email(), user.username())
                .flatMap(Optional::stream)
                .map(name -> Identifier.of(name).comparisonKey());
    }

    @Override
    public SetPasswordResult setPassword(String userId, String password, Deadline deadline) {
        HashedPassword hashed = HashedPassword.of(password);
        return locked(() -> {
            Entry changed = users.computeIfPresent(userId, (id, entry) -> new Entry(entry.user, hashed));
            return changed == null ? new Gone() : new PasswordSet();
        });
    }

    /**
     * Changes a person's e-mail address, as they could in the target.
     *
     * @param userId who
     * @param email the new address
     * @throws IllegalArgumentException if the address is somebody else's
     */
    public void changeEmail(String userId, String email) {
        locked(() -> {
            Entry entry = Objects.requireNonNull(users.get(userId), "no such user");
            String owner = userIds.get(Identifier.of(email).comparisonKey());
            if (owner != null && !owner.equals(userId)) {
                throw new IllegalArgumentException("the address is taken: choose one that nobody else has");
            }
            if (entry.user.email() != null) {
                userIds.remove(Identifier.of(entry.user.email()).comparisonKey());
            }
            Map<String, Object> profile = new LinkedHashMap<>(entry.user.profile());
            profile.put("email", email);
            users.put(userId, new Entry(new StoredUser(userId, email, profile), entry.password));
            return userIds.put(Identifier.of(email).comparisonKey(), userId);
        });
    }

    /**
     * Deletes a person and leaves a tombstone for their user id and all their names.
     *
     * @param userId who
     */
    public void delete(String userId) {
        locked(() -> {
            users.remove(userId);
            deletedIds.add(userId);
            userIds.forEach((name, owner) -> {
                if (owner.equals(userId)) {
                    deletedNames.add(name);
                }
            });
            return userIds.values().removeIf(userId::equals);
        });
    }

    /** {@return how many people are there} */
    public int size() {
        return locked(users::size);
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private record Entry(StoredUser user, HashedPassword password) {}

    private static final class HashedPassword {

        private final byte[] salt;
        private final byte[] hash;

        private HashedPassword(byte[] salt, byte[] hash) {
            this.salt = salt;
            this.hash = hash;
        }

        static HashedPassword of(String password) {
            byte[] salt = new byte[16];
            RANDOM.nextBytes(salt);
            return new HashedPassword(salt, hash(password, salt));
        }

        boolean matches(String password) {
            return MessageDigest.isEqual(hash, hash(password, salt));
        }

        private static byte[] hash(String password, byte[] salt) {
            KeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
            }
        }
    }
}
