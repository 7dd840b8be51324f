package io.github.auth0migration.simulators.stormpath;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's account in the simulated tenant, as of one moment. Immutable and thread-safe.
 *
 * <p>{@code toString} shows id and status only. There is no {@code equals}: compare ids.
 *
 * @since 0.1.0
 */
public final class StormpathPerson {

    /** The directory of people who are told no other, and of the crowd; mapped to the application from the start. */
    public static final String DEFAULT_DIRECTORY = "Customers";

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final @Nullable String id;
    private final String directory;
    private final String username;
    private final String email;
    private final @Nullable String givenName;
    private final @Nullable String middleName;
    private final @Nullable String surname;
    private final String status;
    private final @Nullable String emailVerificationStatus;
    private final Map<String, @Nullable Object> customData;
    private final List<String> groups;
    private final @Nullable String password;
    private final int loginCode;
    private final @Nullable Integer failedLoginAttempts;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant modifiedAt;
    private final @Nullable Instant passwordModifiedAt;

    private StormpathPerson(Builder builder) {
        this.id = builder.id;
        this.directory = builder.directory;
        this.username = builder.username == null ? builder.email : builder.username;
        this.email = builder.email;
        this.givenName = builder.givenName;
        this.middleName = builder.middleName;
        this.surname = builder.surname;
        this.status = builder.status;
        this.emailVerificationStatus = builder.emailVerificationStatus;
        this.customData = Collections.unmodifiableMap(new LinkedHashMap<>(builder.customData));
        this.groups = List.copyOf(builder.groups);
        this.password = builder.password;
        this.loginCode = builder.loginCode;
        this.failedLoginAttempts = builder.failedLoginAttempts;
        this.createdAt = builder.createdAt;
        this.modifiedAt = builder.modifiedAt;
        this.passwordModifiedAt = builder.passwordModifiedAt;
    }

    /**
     * Begins a person with status {@code ENABLED}, e-mail status {@code UNVERIFIED}, as it was by default, in
     * {@link #DEFAULT_DIRECTORY}, without names and password, and with the e-mail as user name.
     *
     * @param email the e-mail
     * @return the builder
     */
    public static Builder builder(String email) {
        return new Builder(email);
    }

    /**
     * The id, which never changes.
     *
     * @return the id
     * @throws IllegalStateException if none was given and the person has not been added
     */
    public String id() {
        if (id == null) {
            throw new IllegalStateException("a person gets an id when added: take the person that add() returns");
        }
        return id;
    }

    /** {@return the user name, which is the e-mail when no other was given} */
    public String username() {
        return username;
    }

    /** {@return the e-mail} */
    public String email() {
        return email;
    }

    /** {@return the status, for example {@code ENABLED}} */
    public String status() {
        return status;
    }

    /** {@return the name of the directory} */
    public String directory() {
        return directory;
    }

    /** {@return a builder that begins with everything this person has} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    boolean hasId() {
        return id != null;
    }

    @Nullable
    String givenName() {
        return givenName;
    }

    @Nullable
    String middleName() {
        return middleName;
    }

    @Nullable
    String surname() {
        return surname;
    }

    String fullName() {
        return Stream.of(givenName, middleName, surname)
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Nullable
    String emailVerificationStatus() {
        return emailVerificationStatus;
    }

    Map<String, @Nullable Object> customData() {
        return customData;
    }

    List<String> groups() {
        return groups;
    }

    @Nullable
    String password() {
        return password;
    }

    int loginCode() {
        return loginCode;
    }

    @Nullable
    Integer failedLoginAttempts() {
        return failedLoginAttempts;
    }

    @Nullable
    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant modifiedAt() {
        return modifiedAt;
    }

    @Nullable
    Instant passwordModifiedAt() {
        return passwordModifiedAt;
    }

    /** The text of an attribute that can be searched or sorted by. */
    @Nullable
    String attribute(String name) {
        return switch (name) {
            case "id" -> id;
            case "username" -> username;
            case "email" -> email;
            case "givenName" -> givenName;
            case "middleName" -> middleName;
            case "surname" -> surname;
            case "fullName" -> fullName();
            case "status" -> status;
            case "createdAt" -> time(createdAt);
            case "modifiedAt" -> time(modifiedAt);
            default -> null;
        };
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : MILLIS.format(instant.atZone(ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return "StormpathPerson[" + id + ", " + status + "]";
    }

    /**
     * Builds a person, or changes one. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private @Nullable String id;
        private String directory = DEFAULT_DIRECTORY;
        private @Nullable String username;
        private String email;
        private @Nullable String givenName;
        private @Nullable String middleName;
        private @Nullable String surname;
        private String status = "ENABLED";
        private @Nullable String emailVerificationStatus = "UNVERIFIED";
        private final Map<String, @Nullable Object> customData = new LinkedHashMap<>();
        private final List<String> groups = new ArrayList<>();
        private @Nullable String password;
        private int loginCode;
        private @Nullable Integer failedLoginAttempts;
        private @Nullable Instant createdAt;
        private @Nullable Instant modifiedAt;
        private @Nullable Instant passwordModifiedAt;

        private Builder(String email) {
            this.email = Objects.requireNonNull(email, "email");
        }

        private Builder(StormpathPerson person) {
            id = person.id;
            directory = person.directory;
            username = person.username;
            email = person.email;
            givenName = person.givenName;
            middleName = person.middleName;
            surname = person.surname;
            status = person.status;
            emailVerificationStatus = person.emailVerificationStatus;
            customData.putAll(person.customData);
            groups.addAll(person.groups);
            password = person.password;
            loginCode = person.loginCode;
            createdAt = person.createdAt;
            modifiedAt = person.modifiedAt;
            passwordModifiedAt = person.passwordModifiedAt;
        }

        /**
         * Sets the id; by default one in the form of the dialect is made up when the person is added. It cannot be changed
         * later.
         *
         * @param id the id
         * @return this
         */
        public Builder id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Puts the person into a directory. Who is in one that is not mapped to the application can be read by id, but is
         * neither found nor let in.
         *
         * @param name the directory's name
         * @return this
         */
        public Builder directory(String name) {
            this.directory = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets the user name; it may be somebody else's e-mail.
         *
         * @param username the user name
         * @return this
         */
        public Builder username(String username) {
            this.username = Objects.requireNonNull(username, "username");
            return this;
        }

        /**
         * Sets another e-mail; the user name of a person who has been built stays.
         *
         * @param email the e-mail
         * @return this
         */
        public Builder email(String email) {
            this.email = Objects.requireNonNull(email, "email");
            return this;
        }

        /**
         * Sets the given name.
         *
         * @param givenName the name; null for none
         * @return this
         */
        public Builder givenName(@Nullable String givenName) {
            this.givenName = givenName;
            return this;
        }

        /**
         * Sets the middle name.
         *
         * @param middleName the name; null for none
         * @return this
         */
        public Builder middleName(@Nullable String middleName) {
            this.middleName = middleName;
            return this;
        }

        /**
         * Sets the surname.
         *
         * @param surname the name; null for none
         * @return this
         */
        public Builder surname(@Nullable String surname) {
            this.surname = surname;
            return this;
        }

        /**
         * Sets the status.
         *
         * @param status any text; {@code ENABLED}, {@code DISABLED} and {@code UNVERIFIED} are what there was
         * @return this
         */
        public Builder status(String status) {
            this.status = Objects.requireNonNull(status, "status");
            return this;
        }

        /**
         * Sets whether the e-mail is verified. A compatible server never tells it.
         *
         * @param status any text, for example {@code VERIFIED} or {@code UNKNOWN}; null for an account without this member
         * @return this
         */
        public Builder emailVerificationStatus(@Nullable String status) {
            this.emailVerificationStatus = status;
            return this;
        }

        /**
         * Sets one member of the custom data.
         *
         * @param key the member's name
         * @param value a text, number, boolean, map or list, or null
         * @return this
         */
        public Builder customData(String key, @Nullable Object value) {
            customData.put(key, value);
            return this;
        }

        /**
         * Adds the person to a group.
         *
         * @param name the group's name
         * @return this
         */
        public Builder group(String name) {
            groups.add(Objects.requireNonNull(name, "name"));
            return this;
        }

        /** {@return this, without any group} */
        public Builder noGroups() {
            groups.clear();
            return this;
        }

        /**
         * Sets the password.
         *
         * @param password the password; null for none, then every password is wrong
         * @return this
         */
        public Builder password(@Nullable String password) {
            this.password = password;
            return this;
        }

        /**
         * Refuses the right password with a code, for example 7105 for somebody in a disabled group; 7103 refuses the wrong
         * one, too.
         *
         * @param code the code; 0, the default, for none
         * @return this
         */
        public Builder loginCode(int code) {
            this.loginCode = code;
            return this;
        }

        /**
         * Sets the count of wrong passwords, the last of them now. Not set, the server's own count goes on.
         *
         * @param count how many in a row
         * @return this
         */
        public Builder failedLoginAttempts(int count) {
            this.failedLoginAttempts = count;
            return this;
        }

        /**
         * Sets when the account was created; by default when it is added.
         *
         * @param createdAt the time
         * @return this
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
            return this;
        }

        /**
         * Sets when the password was changed.
         *
         * @param passwordModifiedAt the time; null, the default, as it was for most accounts
         * @return this
         */
        public Builder passwordModifiedAt(@Nullable Instant passwordModifiedAt) {
            this.passwordModifiedAt = passwordModifiedAt;
            return this;
        }

        /** {@return the person} */
        public StormpathPerson build() {
            return new StormpathPerson(this);
        }

        Builder modifiedAt(Instant modifiedAt) {
            this.modifiedAt = modifiedAt;
            return this;
        }
    }
}
