package io.github.auth0migration.simulators.auth0;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of the connection's own store, as of one moment. Immutable and thread-safe. {@code toString} shows the user id and
 * the state only.
 *
 * @since 0.1.0
 */
public final class ConnectionUser {

    /**
     * How far the migration of a user has come.
     *
     * @since 0.1.0
     */
    public enum State {
        /** Somebody reset a password before the first sign-in: the password is there, the profile comes with the sign-in. */
        HALF,
        /** The profile is in the connection. */
        FULL
    }

    private final String userId;
    private final Map<String, @Nullable Object> profile;
    private final String password;
    private final State state;

    ConnectionUser(String userId, Map<String, @Nullable Object> profile, String password, State state) {
        this.userId = userId;
        this.profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
        this.password = password;
        this.state = state;
    }

    ConnectionUser withPassword(String newPassword) {
        return new ConnectionUser(userId, profile, newPassword, state);
    }

    ConnectionUser withEmail(String email) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(profile);
        changed.put("email", email);
        changed.put("email_verified", false);
        return new ConnectionUser(userId, changed, password, state);
    }

    ConnectionUser full() {
        return new ConnectionUser(userId, profile, password, State.FULL);
    }

    boolean hasPassword(String typed) {
        return password.equals(typed);
    }

    // Auth0 keeps addresses and user names in lower case.
    // https://auth0.com/docs/manage-users/user-accounts/user-profiles/user-profile-structure
    boolean isKnownAs(String identifier) {
        String folded = identifier.toLowerCase(Locale.ROOT);
        return folded.equals(lower("email")) || folded.equals(lower("username"));
    }

    boolean sharesEmailWith(Map<String, @Nullable Object> other) {
        return other.get("email") instanceof String email
                && email.toLowerCase(Locale.ROOT).equals(lower("email"));
    }

    private @Nullable String lower(String member) {
        return profile.get(member) instanceof String text ? text.toLowerCase(Locale.ROOT) : null;
    }

    /** {@return the user id: {@code auth0|} and the {@code user_id} of the script's profile} */
    public String userId() {
        return userId;
    }

    /** {@return the address in lower case, if there is one} */
    public Optional<String> email() {
        return Optional.ofNullable(lower("email"));
    }

    /** {@return the profile as the script gave it, or for people who signed up what they gave} */
    public Map<String, @Nullable Object> profile() {
        return profile;
    }

    /** {@return how far the migration has come} */
    public State state() {
        return state;
    }

    @Override
    public String toString() {
        return "ConnectionUser[" + userId + ", " + state + "]";
    }
}
