package io.github.auth0migration.simulators.okta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person in the simulated org, as of one moment. Immutable and thread-safe.
 *
 * <p>{@code toString} shows id and status only. There is no {@code equals}: compare ids.
 *
 * @since 0.1.0
 */
public final class OktaPerson {

    private final String id;
    private final @Nullable String password;
    private final Map<String, @Nullable Object> profile;
    private final String status;
    private final String provider;
    private final List<OktaFactor> factors;
    private final boolean mustEnrollFactor;
    private final PasswordAge passwordAge;
    private final Stamps stamps;

    private OktaPerson(Builder builder) {
        this.id = builder.id;
        this.password = builder.password;
        this.profile = Collections.unmodifiableMap(new LinkedHashMap<>(builder.profile));
        this.status = builder.status;
        this.provider = builder.provider;
        this.factors = List.copyOf(builder.factors);
        this.mustEnrollFactor = builder.mustEnrollFactor;
        this.passwordAge = builder.passwordAge;
        this.stamps = builder.stamps;
    }

    /**
     * Begins a person with status {@code ACTIVE}, provider {@code OKTA}, no password, no names, and the login as e-mail.
     *
     * @param login the login, unique in the org
     * @return the builder
     */
    public static Builder builder(String login) {
        return new Builder(login);
    }

    /** {@return the id, which never changes} */
    public String id() {
        return id;
    }

    /** {@return the login} */
    public String login() {
        return Objects.toString(profile.get("login"));
    }

    /** {@return the status, for example {@code ACTIVE}} */
    public String status() {
        return status;
    }

    /** {@return the profile, with login and e-mail; cannot be changed} */
    public Map<String, @Nullable Object> profile() {
        return profile;
    }

    /** {@return a builder that begins with everything this person has} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Nullable
    String password() {
        return password;
    }

    boolean hasPassword() {
        return password != null;
    }

    boolean hasPassword(String typed) {
        return typed.equals(password);
    }

    String provider() {
        return provider;
    }

    List<OktaFactor> factors() {
        return factors;
    }

    List<OktaFactor> activeFactors() {
        return factors.stream().filter(OktaFactor::isActive).toList();
    }

    boolean mustEnroll() {
        return mustEnrollFactor;
    }

    PasswordAge passwordAge() {
        return status.equals("PASSWORD_EXPIRED") ? PasswordAge.EXPIRED : passwordAge;
    }

    Stamps stamps() {
        return stamps;
    }

    /** What search and filter call an attribute: {@code id}, {@code status}, {@code profile.email} and so on. */
    Optional<Object> attribute(String path) {
        Object value = switch (path) {
            case "id" -> id;
            case "status" -> status;
            case "created" -> UserJson.time(stamps.created());
            case "statusChanged" -> UserJson.time(stamps.statusChanged());
            case "lastUpdated" -> UserJson.time(stamps.lastUpdated());
            default -> path.startsWith("profile.") ? profile.get(path.substring(8)) : null;
        };
        return Optional.ofNullable(value);
    }

    @Override
    public String toString() {
        return "OktaPerson[" + id + ", " + status + "]";
    }

    /**
     * Builds a person, or changes one. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private String id = OktaIds.user();
        private @Nullable String password;
        private final Map<String, @Nullable Object> profile = new LinkedHashMap<>();
        private String status = "ACTIVE";
        private String provider = "OKTA";
        private final List<OktaFactor> factors = new ArrayList<>();
        private boolean mustEnrollFactor;
        private PasswordAge passwordAge = PasswordAge.FRESH;
        private Stamps stamps = Stamps.born(Instant.EPOCH);

        private Builder(String login) {
            profile.put("firstName", null);
            profile.put("lastName", null);
            profile.put("mobilePhone", null);
            profile.put("secondEmail", null);
            profile.put("login", Objects.requireNonNull(login, "login"));
            profile.put("email", login);
        }

        private Builder(OktaPerson person) {
            id = person.id;
            password = person.password;
            profile.putAll(person.profile);
            status = person.status;
            provider = person.provider;
            factors.addAll(person.factors);
            mustEnrollFactor = person.mustEnrollFactor;
            passwordAge = person.passwordAge;
            stamps = person.stamps;
        }

        /**
         * Sets the id; by default one is made up. An org refuses to change it later.
         *
         * @param id the id
         * @return this
         */
        public Builder id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets another login; the e-mail stays.
         *
         * @param login the login
         * @return this
         */
        public Builder login(String login) {
            return profile("login", Objects.requireNonNull(login, "login"));
        }

        /**
         * Sets the e-mail, which need not be unique.
         *
         * @param email the address; null for none
         * @return this
         */
        public Builder email(@Nullable String email) {
            return profile("email", email);
        }

        /**
         * Sets the password.
         *
         * @param password the password; null for none, then {@code credentials} has no member {@code password}
         * @return this
         */
        public Builder password(@Nullable String password) {
            this.password = password;
            return this;
        }

        /**
         * Sets the first name.
         *
         * @param firstName the name; null for none
         * @return this
         */
        public Builder firstName(@Nullable String firstName) {
            return profile("firstName", firstName);
        }

        /**
         * Sets the last name.
         *
         * @param lastName the name; null for none
         * @return this
         */
        public Builder lastName(@Nullable String lastName) {
            return profile("lastName", lastName);
        }

        /**
         * Sets any member of the profile.
         *
         * @param key the member's name
         * @param value a text, number, boolean, map or list, or null
         * @return this
         */
        public Builder profile(String key, @Nullable Object value) {
            profile.put(key, value);
            return this;
        }

        /**
         * Sets the status.
         *
         * @param status any text, for example {@code SUSPENDED}
         * @return this
         */
        public Builder status(String status) {
            this.status = Objects.requireNonNull(status, "status");
            return this;
        }

        /**
         * Sets {@code credentials.provider.type}.
         *
         * @param provider any text, for example {@code FEDERATION}
         * @return this
         */
        public Builder provider(String provider) {
            this.provider = Objects.requireNonNull(provider, "provider");
            return this;
        }

        /**
         * Enrolls an active factor of provider {@code OKTA}: signing in then ends in {@code MFA_REQUIRED}.
         *
         * @param type the factor type, for example {@code token:software:totp}
         * @return this
         */
        public Builder factor(String type) {
            return factor(type, "OKTA", "ACTIVE");
        }

        /**
         * Enrolls a factor. It is listed whatever its status; only {@code ACTIVE} ones matter to signing in.
         *
         * @param type the factor type
         * @param provider the factor's provider, for example {@code GOOGLE}
         * @param status the factor's status, for example {@code PENDING_ACTIVATION}
         * @return this
         */
        public Builder factor(String type, String provider, String status) {
            factors.add(new OktaFactor(OktaIds.factor(), type, provider, status));
            return this;
        }

        /** {@return this, without any factor} */
        public Builder noFactors() {
            factors.clear();
            return this;
        }

        /** {@return this; without a factor, signing in now ends in {@code MFA_ENROLL}} */
        public Builder mustEnrollFactor() {
            this.mustEnrollFactor = true;
            return this;
        }

        /** {@return this; signing in now ends in {@code PASSWORD_EXPIRED}, and only that sets the status} */
        public Builder passwordExpired() {
            this.passwordAge = PasswordAge.EXPIRED;
            return this;
        }

        /** {@return this; signing in ends in {@code PASSWORD_WARN} when the caller asked to be warned} */
        public Builder passwordExpiresSoon() {
            this.passwordAge = PasswordAge.EXPIRES_SOON;
            return this;
        }

        /** {@return the person} */
        public OktaPerson build() {
            return new OktaPerson(this);
        }

        Builder passwordFresh() {
            this.passwordAge = PasswordAge.FRESH;
            return this;
        }

        Builder stamps(Stamps stamps) {
            this.stamps = stamps;
            return this;
        }
    }
}
