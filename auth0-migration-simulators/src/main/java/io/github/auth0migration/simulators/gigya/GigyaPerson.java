package io.github.auth0migration.simulators.gigya;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person with a full account in the simulated site, as of one moment. Immutable and thread-safe.
 *
 * <p>{@code toString} shows the UID only. There is no {@code equals}: compare UIDs.
 *
 * @since 0.1.0
 */
public final class GigyaPerson {

    private final String uid;
    private final LoginIds loginIds;
    private final List<String> verified;
    private final List<String> unverified;
    private final Map<String, Object> profile;
    private final Map<String, Object> data;
    private final boolean isActive;
    private final boolean isRegistered;
    private final boolean isVerified;
    private final int afterRightPassword;
    private final @Nullable Instant lockedUntil;
    private final @Nullable String password;
    private final @Nullable Map<String, Object> passwordObject;
    private final List<String> oldPasswords;
    private final Map<String, String> socialIdentities;
    private final Stamps stamps;

    private GigyaPerson(Builder builder) {
        this.uid = builder.uid;
        this.loginIds = builder.loginIds;
        this.verified = builder.verified;
        this.unverified = builder.unverified;
        this.profile = frozen(builder.profile);
        this.data = frozen(builder.data);
        this.isActive = builder.isActive;
        this.isRegistered = builder.isRegistered;
        this.isVerified = builder.isVerified;
        this.afterRightPassword = builder.afterRightPassword;
        this.lockedUntil = builder.lockedUntil;
        this.password = builder.password;
        this.passwordObject = builder.passwordObject;
        this.oldPasswords = builder.oldPasswords;
        this.socialIdentities = Collections.unmodifiableMap(new LinkedHashMap<>(builder.socialIdentities));
        this.stamps = builder.stamps;
    }

    private static Map<String, Object> frozen(Map<String, Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * Begins a person who has nothing but a made-up UID, is active, registered and verified, and has never logged in.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins such a person with an address that is a login id, verified, and in the profile.
     *
     * @param email the address
     * @return the builder
     */
    public static Builder builder(String email) {
        return new Builder().loginEmails(email).verifiedEmails(email).profile("email", email);
    }

    /** {@return the UID, which never changes} */
    public String uid() {
        return uid;
    }

    /** {@return the profile as answers show it; cannot be changed} */
    public Map<String, Object> profile() {
        return profile;
    }

    /** {@return the site's own data; cannot be changed} */
    public Map<String, Object> data() {
        return data;
    }

    /** {@return until when this person is locked out; empty when they were not, long past when it is over} */
    public Optional<Instant> lockedUntil() {
        return Optional.ofNullable(lockedUntil);
    }

    /** {@return when this person last logged in; empty for never} */
    public Optional<Instant> lastLogin() {
        return Optional.ofNullable(stamps.lastLogin());
    }

    /** {@return a builder that begins with everything this person has} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    LoginIds loginIds() {
        return loginIds;
    }

    Map<String, Object> emails() {
        Map<String, Object> emails = new LinkedHashMap<>();
        emails.put("verified", verified);
        emails.put("unverified", unverified);
        return emails;
    }

    boolean isActive() {
        return isActive;
    }

    boolean isRegistered() {
        return isRegistered;
    }

    boolean isVerified() {
        return isVerified;
    }

    int afterRightPassword() {
        return afterRightPassword;
    }

    @Nullable
    String password() {
        return password;
    }

    Optional<Map<String, Object>> passwordObject() {
        return Optional.ofNullable(passwordObject);
    }

    boolean hasPassword(String typed) {
        return typed.equals(password);
    }

    boolean hadPassword(String typed) {
        return oldPasswords.contains(typed);
    }

    /** By provider. */
    Map<String, String> socialIdentities() {
        return socialIdentities;
    }

    Stamps stamps() {
        return stamps;
    }

    @Override
    public String toString() {
        return "GigyaPerson[" + uid + "]";
    }

    /**
     * Builds a person, or changes one. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private String uid = GigyaIds.uid();
        private LoginIds loginIds = LoginIds.NONE;
        private List<String> verified = List.of();
        private List<String> unverified = List.of();
        private final Map<String, Object> profile = new LinkedHashMap<>();
        private final Map<String, Object> data = new LinkedHashMap<>();
        private boolean isActive = true;
        private boolean isRegistered = true;
        private boolean isVerified = true;
        private int afterRightPassword;
        private @Nullable Instant lockedUntil;
        private @Nullable String password;
        private @Nullable Map<String, Object> passwordObject;
        private List<String> oldPasswords = List.of();
        private final Map<String, String> socialIdentities = new LinkedHashMap<>();
        private Stamps stamps = Stamps.NONE;

        private Builder() {}

        private Builder(GigyaPerson person) {
            uid = person.uid;
            loginIds = person.loginIds;
            verified = person.verified;
            unverified = person.unverified;
            profile.putAll(person.profile);
            data.putAll(person.data);
            isActive = person.isActive;
            isRegistered = person.isRegistered;
            isVerified = person.isVerified;
            afterRightPassword = person.afterRightPassword;
            lockedUntil = person.lockedUntil;
            password = person.password;
            passwordObject = person.passwordObject;
            oldPasswords = person.oldPasswords;
            socialIdentities.putAll(person.socialIdentities);
            stamps = person.stamps;
        }

        /**
         * Sets the UID, any text; by default one is made up. A site refuses to change it later.
         *
         * @param uid the UID
         * @return this
         */
        public Builder uid(String uid) {
            this.uid = Objects.requireNonNull(uid, "uid");
            return this;
        }

        /**
         * Sets {@code loginIDs.username}.
         *
         * @param username the name, unique among login ids without regard to case; null for none
         * @return this
         */
        public Builder username(@Nullable String username) {
            this.loginIds = loginIds.withUsername(username);
            return this;
        }

        /**
         * Sets {@code loginIDs.emails}, instead of those before.
         *
         * @param emails the addresses, unique among login ids without regard to case
         * @return this
         */
        public Builder loginEmails(String... emails) {
            this.loginIds = loginIds.withEmails(List.of(emails));
            return this;
        }

        /**
         * Sets {@code loginIDs.unverifiedEmails}, instead of those before: to log in with one ends in 206002.
         *
         * @param emails the addresses, unique among login ids without regard to case
         * @return this
         */
        public Builder unverifiedLoginEmails(String... emails) {
            this.loginIds = loginIds.withUnverifiedEmails(List.of(emails));
            return this;
        }

        /**
         * Sets {@code emails.verified}, instead of those before.
         *
         * @param emails the addresses
         * @return this
         */
        public Builder verifiedEmails(String... emails) {
            this.verified = List.of(emails);
            return this;
        }

        /**
         * Sets {@code emails.unverified}, instead of those before.
         *
         * @param emails the addresses
         * @return this
         */
        public Builder unverifiedEmails(String... emails) {
            this.unverified = List.of(emails);
            return this;
        }

        /**
         * Sets a member of the profile, shown exactly so: where the platform would show an HTML entity, write one.
         *
         * @param key the member's name, for example {@code firstName}
         * @param value a text, number, boolean, map or list; null takes the member away
         * @return this
         */
        public Builder profile(String key, @Nullable Object value) {
            put(profile, key, value);
            return this;
        }

        /**
         * Sets a member of the site's own data.
         *
         * @param key the member's name
         * @param value a text, number, boolean, map or list; null takes the member away
         * @return this
         */
        public Builder data(String key, @Nullable Object value) {
            put(data, key, value);
            return this;
        }

        /**
         * Sets whether the account is active; one that is not ends in 403041.
         *
         * @param active whether it is
         * @return this
         */
        public Builder active(boolean active) {
            this.isActive = active;
            return this;
        }

        /**
         * Sets whether registration is finished; if not, the right password ends in 206001.
         *
         * @param registered whether it is
         * @return this
         */
        public Builder registered(boolean registered) {
            this.isRegistered = registered;
            return this;
        }

        /**
         * Sets the account's {@code isVerified}, which tells of no address and stops nobody.
         *
         * @param verified what it says
         * @return this
         */
        public Builder verified(boolean verified) {
            this.isVerified = verified;
            return this;
        }

        /**
         * Sets what the right password is answered with when nothing else is in the way: 206006 for a code to enter,
         * 403100 for a password to change, 403101 and 403102 for a second factor to verify or to set up.
         *
         * @param errorCode one of these codes, or 0, the default
         * @return this
         */
        public Builder afterRightPassword(int errorCode) {
            if (!List.of(0, 206_006, 403_100, 403_101, 403_102).contains(errorCode)) {
                throw new IllegalArgumentException(
                        "errorCode must be 0, 206006, 403100, 403101 or 403102, but is " + errorCode);
            }
            this.afterRightPassword = errorCode;
            return this;
        }

        /**
         * Locks the account out until a time, by the simulator's clock.
         *
         * @param time until when; null for not
         * @return this
         */
        public Builder lockedUntil(@Nullable Instant time) {
            this.lockedUntil = time;
            return this;
        }

        /**
         * Sets the password. The one before does not become an old one.
         *
         * @param password the password; null for none, then the account has no identity of the site
         * @return this
         */
        public Builder password(@Nullable String password) {
            this.password = password;
            return this;
        }

        /**
         * Sets the passwords that this person once had, instead of those before: they end in 401030.
         *
         * @param passwords the passwords
         * @return this
         */
        public Builder oldPasswords(String... passwords) {
            this.oldPasswords = List.of(passwords);
            return this;
        }

        /**
         * Sets what {@code include=password} shows, but for {@code created}. By default that is a hash of the password
         * by {@code pbkdf2}, here with HMAC-SHA-1, 3000 rounds and 16 bytes.
         *
         * @param object for example {@code hash} and {@code hashSettings}; null for the default
         * @return this
         */
        public Builder passwordObject(@Nullable Map<String, ?> object) {
            this.passwordObject = object == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(object));
            return this;
        }

        /**
         * Adds a social identity. Without a password the account has none but social ones, and {@code accounts.login}
         * cannot open it.
         *
         * @param provider for example {@code facebook}
         * @param providerUid the id there
         * @return this
         */
        public Builder social(String provider, String providerUid) {
            this.socialIdentities.put(provider, Objects.requireNonNull(providerUid, "providerUid"));
            return this;
        }

        /**
         * Sets when the account was created, registered and verified; by default when it is added.
         *
         * @param time when
         * @return this
         */
        public Builder created(Instant time) {
            this.stamps = stamps.created(time);
            return this;
        }

        /**
         * Sets when the account was last updated; by default when it was created. A change sets it anew.
         *
         * @param time when
         * @return this
         */
        public Builder lastUpdated(Instant time) {
            this.stamps = stamps.updated(time);
            return this;
        }

        /**
         * Sets the last login.
         *
         * @param time when; null, the default, for never, which answers write as the year 0001
         * @return this
         */
        public Builder lastLogin(@Nullable Instant time) {
            this.stamps = stamps.loggedIn(time);
            return this;
        }

        /** {@return the person} */
        public GigyaPerson build() {
            return new GigyaPerson(this);
        }

        Builder stamps(Stamps stamps) {
            this.stamps = stamps;
            return this;
        }

        private static void put(Map<String, Object> map, String key, @Nullable Object value) {
            if (value == null) {
                map.remove(key);
            } else {
                map.put(key, value);
            }
        }
    }
}
