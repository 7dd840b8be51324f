package io.github.auth0migration.simulators.auth0;

import io.github.auth0migration.simulators.auth0.ConnectionUser.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The connection's own users. One user id and one address make one user. */
final class UserTable {

    /** What came of adding a user. */
    sealed interface Added {
        record Created(ConnectionUser user) implements Added {}

        record Existing(ConnectionUser user) implements Added {}
    }

    private final Map<String, ConnectionUser> users = new LinkedHashMap<>();

    synchronized List<ConnectionUser> all() {
        return List.copyOf(users.values());
    }

    synchronized Optional<ConnectionUser> withId(String userId) {
        return Optional.ofNullable(users.get(userId));
    }

    synchronized Optional<ConnectionUser> knownAs(String identifier) {
        return users.values().stream()
                .filter(user -> user.isKnownAs(identifier))
                .findFirst();
    }

    synchronized Added add(String userId, Map<String, @Nullable Object> profile, String password, State state) {
        Optional<ConnectionUser> existing = withId(userId)
                .or(() -> users.values().stream()
                        .filter(user -> user.sharesEmailWith(profile))
                        .findFirst());
        if (existing.isPresent()) {
            return new Added.Existing(existing.get());
        }
        ConnectionUser user = new ConnectionUser(userId, profile, password, state);
        users.put(userId, user);
        return new Added.Created(user);
    }

    /** Changes a user, who must be there. */
    synchronized ConnectionUser change(String userId, UnaryOperator<ConnectionUser> change) {
        ConnectionUser user = withId(userId)
                .orElseThrow(() -> new IllegalArgumentException("userId must be one of this connection's"));
        ConnectionUser changed = change.apply(user);
        users.put(userId, changed);
        return changed;
    }

    /** Gives a user another address unless somebody has it. */
    synchronized Optional<ConnectionUser> changeEmail(String userId, String email) {
        return knownAs(email).isPresent()
                ? Optional.empty()
                : Optional.of(change(userId, user -> user.withEmail(email)));
    }
}
