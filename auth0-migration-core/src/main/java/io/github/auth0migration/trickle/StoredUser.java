package io.github.auth0migration.trickle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person as the target knows them now.
 *
 * @param userId the user id
 * @param email the e-mail address in the target, which the person may have changed since; {@code null} for none
 * @param profile the profile in Auth0's names
 * @since 0.1.0
 */
public record StoredUser(String userId, @Nullable String email, Map<String, Object> profile) {
    /**
     * Copies the profile.
     *
     * @param userId the user id
     * @param email the e-mail address in the target
     * @param profile the profile in Auth0's names
     */
    public StoredUser {
        Objects.requireNonNull(userId, "userId");
        profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
    }

    @Override
    public String toString() {
        return "StoredUser[" + userId + "]";
    }
}
