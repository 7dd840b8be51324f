package io.github.auth0migration.trickle;

import io.github.auth0migration.MigratedUser;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A person to insert into the target.
 *
 * <p>Holds a password: {@code toString} is redacted and there is no {@code equals}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class NewUser {

    private final MigratedUser user;
    private final Map<String, Object> profile;
    private final String password;

    /**
     * A person to insert. The engine makes these; hosts need it in tests of their store.
     *
     * @param user who it is
     * @param profile the profile to store, in Auth0's names
     * @param password the password to hash
     */
    public NewUser(MigratedUser user, Map<String, Object> profile, String password) {
        this.user = Objects.requireNonNull(user, "user");
        this.profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
        this.password = Objects.requireNonNull(password, "password");
    }

    /** {@return who it is: user id, e-mail and username are what must be unique} */
    public MigratedUser user() {
        return user;
    }

    /** {@return the profile to store, in Auth0's names, stamped where the password was proved at the source} */
    public Map<String, Object> profile() {
        return profile;
    }

    /** {@return the password to hash: a secret} */
    public String password() {
        return password;
    }

    @Override
    public String toString() {
        return "NewUser[" + user.userId() + "]";
    }
}
