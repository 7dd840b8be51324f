package io.github.auth0migration;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user in Auth0's <a
 * href="https://auth0.com/docs/manage-users/user-accounts/user-profiles/normalized-user-profiles">normalized profile</a>.
 *
 * <p>What is absent at the platform is absent here: no field is ever filled with a placeholder. A field that breaks a
 * rule of Auth0 is left out or shortened, with a {@link Caveat}; only a wrong user id or e-mail is fatal, at
 * {@link Builder#build()}. Both scripts make equal users of the same account.
 *
 * <p>{@code toString} tells user id and source only. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class MigratedUser {

    private static final int MAX_STAMPED_CAVEAT_BYTES = 640;

    private final String userId;
    private final SourceAccount source;
    private final @Nullable String email;
    private final @Nullable String username;
    private final @Nullable String name;
    private final @Nullable String givenName;
    private final @Nullable String familyName;
    private final @Nullable String nickname;
    private final @Nullable String picture;
    private final @Nullable String phoneNumber;
    private final boolean emailVerified;
    private final boolean phoneVerified;
    private final boolean blocked;
    private final Map<String, Object> userMetadata;
    private final Map<String, Object> appMetadata;
    private final List<MfaFactor> mfaFactors;
    private final Set<Caveat> caveats;

    private MigratedUser(Builder from) {
        Set<Caveat> found = new LinkedHashSet<>();
        Auth0Rules rules = new Auth0Rules(found::add);
        userId = Auth0Rules.userId(from.userId);
        source = from.source;
        email = Auth0Rules.email(from.email);
        username = rules.username(from.username);
        name = rules.text("name", from.name, Auth0Rules.MAX_NAME);
        givenName = rules.text("given_name", from.givenName, Auth0Rules.MAX_NAME);
        familyName = rules.text("family_name", from.familyName, Auth0Rules.MAX_NAME);
        nickname = rules.text("nickname", from.nickname, Auth0Rules.MAX_NICKNAME);
        picture = rules.picture(from.picture);
        phoneNumber = rules.phone(from.phoneNumber);
        emailVerified = email != null && from.emailVerified;
        phoneVerified = phoneNumber != null && from.phoneVerified;
        blocked = from.blocked;
        userMetadata = rules.userMetadata(from.userMetadata);
        appMetadata = rules.appMetadata(from.appMetadata);
        mfaFactors = rules.factors(from.mfaFactors);
        if (email == null && username == null) {
            throw new InvalidUserException("a user needs an email, or a username that Auth0 accepts");
        }
        shrinkMetadata(rules);
        caveats = Caveat.union(from.caveats, found);
    }

    private void shrinkMetadata(Auth0Rules rules) {
        int excess = ProfileJson.bytes(toAuth0Profile()) + Auth0Rules.STAMP_BYTES - Auth0Rules.MAX_PROFILE_BYTES;
        if (excess > 0) {
            int saved = rules.shrink("user_metadata", userMetadata, excess);
            rules.shrink("app_metadata", appMetadata, excess - saved);
        }
    }

    /**
     * Begins a user.
     *
     * @param userId the id in the target, without {@code auth0|}: derived from the platform's immutable id, the same
     *     for ever, at most 255 characters, no white space
     * @param source where the user comes from
     * @return a builder with everything else absent
     */
    public static Builder builder(String userId, SourceAccount source) {
        return new Builder(userId, source);
    }

    /** {@return a builder with everything that this user has} */
    public Builder toBuilder() {
        Builder copy = new Builder(userId, source);
        copy.email = email;
        copy.username = username;
        copy.name = name;
        copy.givenName = givenName;
        copy.familyName = familyName;
        copy.nickname = nickname;
        copy.picture = picture;
        copy.phoneNumber = phoneNumber;
        copy.emailVerified = emailVerified;
        copy.phoneVerified = phoneVerified;
        copy.blocked = blocked;
        copy.userMetadata = userMetadata;
        copy.appMetadata = appMetadata;
        copy.mfaFactors = mfaFactors;
        copy.caveats = caveats;
        return copy;
    }

    /** {@return the id in the target, without {@code auth0|}} */
    public String userId() {
        return userId;
    }

    /** {@return where the user comes from} */
    public SourceAccount source() {
        return source;
    }

    /** {@return the e-mail address, as the platform writes it} */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** {@return the username, for people who sign in without an address; never shaped like one} */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** {@return the full name} */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** {@return the given name} */
    public Optional<String> givenName() {
        return Optional.ofNullable(givenName);
    }

    /** {@return the family name} */
    public Optional<String> familyName() {
        return Optional.ofNullable(familyName);
    }

    /** {@return the nickname} */
    public Optional<String> nickname() {
        return Optional.ofNullable(nickname);
    }

    /** {@return the address of a picture} */
    public Optional<String> picture() {
        return Optional.ofNullable(picture);
    }

    /** {@return the phone number, {@code +} and digits; for bulk import only} */
    public Optional<String> phoneNumber() {
        return Optional.ofNullable(phoneNumber);
    }

    /** {@return whether the target may take the address as verified} */
    public boolean emailVerified() {
        return emailVerified;
    }

    /** {@return whether the phone number is verified; for bulk import only} */
    public boolean phoneVerified() {
        return phoneVerified;
    }

    /** {@return whether the user is blocked; for bulk import only, the scripts refuse such people} */
    public boolean blocked() {
        return blocked;
    }

    /** {@return what the person may change: a deep copy} */
    public Map<String, Object> userMetadata() {
        return new Auth0Rules(ignored -> {}).userMetadata(userMetadata);
    }

    /** {@return what only the application may change: a deep copy} */
    public Map<String, Object> appMetadata() {
        return new Auth0Rules(ignored -> {}).appMetadata(appMetadata);
    }

    /** {@return second factors that move along} */
    public List<MfaFactor> mfaFactors() {
        return mfaFactors;
    }

    /** {@return what had to be left out or shortened} */
    public Set<Caveat> caveats() {
        return caveats;
    }

    /**
     * The profile as the Get User script hands it to Auth0.
     *
     * @return a fresh map in Auth0's own names, with the absent left out
     * @see LoginOutcome.Authenticated#toAuth0Profile(Instant)
     */
    public Map<String, Object> toAuth0Profile() {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("user_id", userId);
        if (email != null) {
            profile.put("email", email);
            profile.put("email_verified", emailVerified);
        }
        putIfPresent(profile, "username", username);
        putIfPresent(profile, "name", name);
        putIfPresent(profile, "given_name", givenName);
        putIfPresent(profile, "family_name", familyName);
        putIfPresent(profile, "nickname", nickname);
        putIfPresent(profile, "picture", picture);
        putIfPresent(profile, "user_metadata", userMetadata.isEmpty() ? null : userMetadata());
        putIfPresent(profile, "app_metadata", appMetadata.isEmpty() ? null : appMetadata());
        putIfPresent(profile, "mfa_factors", mfaFactors.isEmpty() ? null : renderedFactors());
        return profile;
    }

    Map<String, Object> toAuth0Profile(Instant migratedAt, Set<Caveat> stamped) {
        Map<String, Object> stamp = new LinkedHashMap<>();
        stamp.put("source", source.platform());
        stamp.put("source_id", source.id());
        stamp.put("migrated_at", DateTimeFormatter.ISO_INSTANT.format(migratedAt));
        List<String> codes = codesThatFit(stamped);
        if (!codes.isEmpty()) {
            stamp.put("caveats", codes);
        }
        Map<String, Object> stampedMetadata = appMetadata();
        stampedMetadata.put("migration", stamp);
        Map<String, Object> profile = toAuth0Profile();
        profile.put("app_metadata", stampedMetadata);
        return profile;
    }

    /** Caveats name metadata keys of any length, and the stamp must not make the profile too large. */
    private static List<String> codesThatFit(Set<Caveat> caveats) {
        List<String> codes = new ArrayList<>();
        int left = MAX_STAMPED_CAVEAT_BYTES;
        for (Caveat caveat : caveats) {
            int size = ProfileJson.bytes(Map.of("", caveat.code()));
            if (size <= left) {
                codes.add(caveat.code());
                left -= size;
            }
        }
        return codes;
    }

    private static void putIfPresent(Map<String, Object> profile, String field, @Nullable Object value) {
        if (value != null) {
            profile.put(field, value);
        }
    }

    private List<Map<String, Object>> renderedFactors() {
        return mfaFactors.stream().map(MfaFactor::toAuth0).toList();
    }

    private List<@Nullable Object> state() {
        return Arrays.asList(userId, source, toAuth0Profile(), phoneNumber, phoneVerified, blocked, caveats);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof MigratedUser other && state().equals(other.state());
    }

    @Override
    public int hashCode() {
        return userId.hashCode();
    }

    @Override
    public String toString() {
        return "MigratedUser[" + userId + " from " + source.platform() + "]";
    }

    /** Builds a user. Not thread-safe. */
    public static final class Builder {

        private final String userId;
        private final SourceAccount source;
        private @Nullable String email;
        private @Nullable String username;
        private @Nullable String name;
        private @Nullable String givenName;
        private @Nullable String familyName;
        private @Nullable String nickname;
        private @Nullable String picture;
        private @Nullable String phoneNumber;
        private boolean emailVerified;
        private boolean phoneVerified;
        private boolean blocked;
        private Map<String, ? extends @Nullable Object> userMetadata = Map.of();
        private Map<String, ? extends @Nullable Object> appMetadata = Map.of();
        private List<MfaFactor> mfaFactors = List.of();
        private Set<Caveat> caveats = Set.of();

        private Builder(String userId, SourceAccount source) {
            this.userId = Objects.requireNonNull(userId, "userId");
            this.source = Objects.requireNonNull(source, "source");
        }

        /**
         * Sets the address. A wrong one is fatal at {@link #build()}.
         *
         * @param address the address, or {@code null} for none
         * @param verified whether the target may take it as verified
         * @return this builder
         */
        public Builder email(@Nullable String address, boolean verified) {
            this.email = address;
            this.emailVerified = verified;
            return this;
        }

        /**
         * Sets the phone number. Left out with a caveat if it is not {@code +} and 1 to 15 digits.
         *
         * @param number the number, or {@code null} for none
         * @param verified whether the target may take it as verified
         * @return this builder
         */
        public Builder phoneNumber(@Nullable String number, boolean verified) {
            this.phoneNumber = number;
            this.phoneVerified = verified;
            return this;
        }

        /**
         * Sets the username. Left out with a caveat if Auth0 would not take it or it looks like an address.
         *
         * @param value the value, or {@code null} for none
         * @return this builder
         */
        public Builder username(@Nullable String value) {
            this.username = value;
            return this;
        }

        /**
         * Sets the full name. Cut at 150 characters with a caveat.
         *
         * @param value the value, or {@code null} for none
         * @return this builder
         */
        public Builder name(@Nullable String value) {
            this.name = value;
            return this;
        }

        /**
         * Sets the given name. Cut at 150 characters with a caveat.
         *
         * @param value the value, or {@code null} for none
         * @return this builder
         */
        public Builder givenName(@Nullable String value) {
            this.givenName = value;
            return this;
        }

        /**
         * Sets the family name. Cut at 150 characters with a caveat.
         *
         * @param value the value, or {@code null} for none
         * @return this builder
         */
        public Builder familyName(@Nullable String value) {
            this.familyName = value;
            return this;
        }

        /**
         * Sets the nickname. Cut at 300 characters with a caveat.
         *
         * @param value the value, or {@code null} for none
         * @return this builder
         */
        public Builder nickname(@Nullable String value) {
            this.nickname = value;
            return this;
        }

        /**
         * Sets the picture. Left out with a caveat if it is not an http or https address.
         *
         * @param value the value, or {@code null} for none
         * @return this builder
         */
        public Builder picture(@Nullable String value) {
            this.picture = value;
            return this;
        }

        /**
         * Sets whether the user is blocked: for bulk import only, Auth0's script profile has no such field.
         *
         * @param value whether they are blocked
         * @return this builder
         */
        public Builder blocked(boolean value) {
            this.blocked = value;
            return this;
        }

        /**
         * Sets what the person may change. Copied deeply; entries that Auth0 does not take are left out with a caveat.
         *
         * @param metadata maps, lists, strings, numbers and booleans
         * @return this builder
         */
        public Builder userMetadata(Map<String, ? extends @Nullable Object> metadata) {
            this.userMetadata = Objects.requireNonNull(metadata, "metadata");
            return this;
        }

        /**
         * Sets what only the application may change. Copied deeply; entries that Auth0 does not take are left out with a
         * caveat. The entry {@code migration} is overwritten by the login profile's stamp.
         *
         * @param metadata maps, lists, strings, numbers and booleans
         * @return this builder
         */
        public Builder appMetadata(Map<String, ? extends @Nullable Object> metadata) {
            this.appMetadata = Objects.requireNonNull(metadata, "metadata");
            return this;
        }

        /**
         * Sets the second factors that move along. More than ten are cut with a caveat.
         *
         * @param factors the factors
         * @return this builder
         */
        public Builder mfaFactors(List<MfaFactor> factors) {
            this.mfaFactors = new ArrayList<>(factors);
            return this;
        }

        /**
         * Adds a caveat that only the author of the source can know.
         *
         * @param caveat what was let pass or left out
         * @return this builder
         */
        public Builder caveat(Caveat caveat) {
            this.caveats = Caveat.union(caveats, Set.of(caveat));
            return this;
        }

        /**
         * Builds the user.
         *
         * @return the user
         * @throws InvalidUserException if user id or e-mail break a rule, or neither e-mail nor username is left
         */
        public MigratedUser build() {
            return new MigratedUser(this);
        }
    }
}
