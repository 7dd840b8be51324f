package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Stormpath tenant with one application in this process, or a server compatible with it: login attempts, accounts, their
 * groups and custom data, and search, with the traps that a migration meets. The base URL of the API is
 * {@link #baseUrl()}.
 *
 * <p>Requests must carry the API key, by Basic or by the digest scheme SAuthc1, whose signature is verified.
 *
 * <p>Some answers are <b>likely, not confirmed</b>, for no document tells them. Of {@link StormpathDialect#STORMPATH}: that a
 * signed request is refused when its time is more than 15 minutes off or its nonce has been seen; that the password is
 * looked at before the status; that nothing locks an account by itself; code 2000 for a login without type or
 * value and 2103 for a limit out of range; that unknown query parameters are ignored; and that accounts are listed in the
 * order they came. Of {@link StormpathDialect#COMPATIBLE}: that the count of wrong passwords begins anew after a lock, and
 * which of two accounts with one login comes first.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class StormpathSimulator extends Simulator<StormpathOperation> {

    private final StormpathService tenant;

    private StormpathSimulator(Clock clock, StormpathService tenant) {
        super(StormpathOperation.class, clock, StormpathRoutes::operation, tenant::answer);
        this.tenant = tenant;
    }

    /** {@return an empty tenant of Stormpath itself that runs, by the machine's clock and with made-up id and key} */
    public static StormpathSimulator start() {
        return builder().start();
    }

    /** {@return a builder, for another dialect, clock, id or key} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the address of the API, {@code http://127.0.0.1:<port>/v1}} */
    public String baseUrl() {
        return url() + "/v1";
    }

    /** {@return the id of the application} */
    public String applicationId() {
        return tenant.tenant().applicationId();
    }

    /** {@return an id in the dialect's form that no application has} */
    public String unknownApplicationId() {
        return StormpathIds.named(tenant.settings().dialect(), "unknown application");
    }

    /** {@return the id of the API key that is or, if it has been revoked, was valid} */
    public String apiKeyId() {
        return tenant.keys().current().id();
    }

    /** {@return the secret of the API key that is or, if it has been revoked, was valid} */
    public String apiKeySecret() {
        return tenant.keys().current().secret();
    }

    /** Revokes the API key: calls that use it are answered with 401. */
    public void revokeApiKey() {
        tenant.keys().revoke();
    }

    /** Replaces the API key, id and secret; from now on the new one is the only valid one. */
    public void rotateApiKey() {
        tenant.keys().rotate();
    }

    /**
     * Adds a person.
     *
     * @param person the person
     * @return the person as added, with id and time stamps
     * @throws IllegalArgumentException if the id is taken, or, with {@link StormpathDialect#STORMPATH}, the e-mail or the
     *     user name by somebody in the same directory
     */
    public StormpathPerson add(StormpathPerson person) {
        return tenant.people().add(person);
    }

    /**
     * Changes a person while the tenant runs.
     *
     * @param id the id of somebody who was added
     * @param change sets what is new on a builder that holds all that is
     * @return the person as changed
     * @throws IllegalArgumentException if nobody was added with this id, or the change is to the id or to a name that is
     *     taken
     */
    public StormpathPerson change(String id, Consumer<StormpathPerson.Builder> change) {
        return tenant.people().change(id, change);
    }

    /**
     * Deletes a person; whoever is listed behind them moves up by one.
     *
     * @param id the id of somebody who was added
     * @throws IllegalArgumentException if nobody was added with this id
     */
    public void remove(String id) {
        tenant.people().remove(id);
    }

    /**
     * Reads a person as they are now.
     *
     * @param id the id
     * @return the person
     * @throws IllegalArgumentException if nobody has this id
     */
    public StormpathPerson person(String id) {
        return tenant.people()
                .byId(id)
                .orElseThrow(() -> new IllegalArgumentException("id must be of somebody in this tenant"));
    }

    /**
     * How many wrong passwords in a row the tenant has counted for a person; {@link StormpathDialect#STORMPATH} counts only
     * while {@link #lockAfter} says so.
     *
     * @param id the id
     * @return the count
     */
    public int failedLoginAttempts(String id) {
        return tenant.attempts().of(id).failed();
    }

    /**
     * Adds so many made-up people to {@link StormpathPerson#DEFAULT_DIRECTORY}, instead of an earlier crowd. They take no
     * memory. Person <i>i</i>, from 0, has the e-mail {@code person-<i>@crowd.example.com}, the names {@code Person} and
     * {@code Number <i>}, the password {@code crowd-<i>} and a verified e-mail, and was created <i>i</i> seconds into 2015.
     * They are listed by number behind the people who were added, or, where {@code orderBy} goes by time, between them.
     * They cannot be changed or removed one by one.
     *
     * @param count how many; 0 for none
     */
    public void crowd(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, but is " + count);
        }
        tenant.people().crowd(count);
    }

    /**
     * Maps directories to the application instead of those before, at first {@link StormpathPerson#DEFAULT_DIRECTORY}. The
     * first that holds a login decides about it, others are not asked.
     *
     * @param names the directories' names, in their order; none for an application that lets nobody in
     */
    public void mapDirectories(String... names) {
        tenant.tenant().directories().map(List.of(names));
    }

    /**
     * The link to a directory as its own host writes it, for {@code accountStore}.
     *
     * @param name the directory's name
     * @return the link
     */
    public String directoryHref(String name) {
        return baseUrl() + "/directories/" + tenant.tenant().directories().id(name);
    }

    /**
     * Founds an organization over a directory, so that {@code accountStore} can name the directory by its key.
     *
     * @param nameKey the organization's name key
     * @param directory the directory's name; it must be mapped when somebody signs in
     * @return the link to the organization, which {@code accountStore} takes, too
     */
    public String organization(String nameKey, String directory) {
        tenant.tenant().directories().organization(nameKey, directory);
        return baseUrl() + "/organizations/" + tenant.tenant().directories().organizationId(nameKey);
    }

    /**
     * Locks an account after so many wrong passwords in a row: the right one is refused, too. The status stays. By default
     * {@link StormpathDialect#COMPATIBLE} does so after 3, for 15 minutes, and {@link StormpathDialect#STORMPATH} never.
     *
     * @param wrongPasswords how many; 0 for never
     * @param duration how long after the last one, by the simulator's clock
     */
    public void lockAfter(int wrongPasswords, Duration duration) {
        tenant.attempts().lock(wrongPasswords, Objects.requireNonNull(duration, "duration"));
    }

    /**
     * Sets where links point to.
     *
     * @param style where to
     */
    public void hrefs(HrefStyle style) {
        tenant.settings().hrefs(Objects.requireNonNull(style, "style"));
    }

    /**
     * Sets what the member {@code size} of a collection tells.
     *
     * @param meaning what it tells
     */
    public void size(SizeMeaning meaning) {
        tenant.settings().size(Objects.requireNonNull(meaning, "meaning"));
    }

    /**
     * Lets no page of a search have more items than this, whatever limit was asked for and is told in the answer.
     *
     * @param items how many; at least 1
     */
    public void pageCap(int items) {
        if (items < 1) {
            throw new IllegalArgumentException("items must be at least 1, but is " + items);
        }
        tenant.settings().pageCap(items);
    }

    /**
     * Settings of a tenant before it starts. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private StormpathDialect dialect = StormpathDialect.STORMPATH;
        private @Nullable String applicationId;
        private ApiKeys.Key key = new ApiKeys.Key(StormpathIds.apiKeyId(), StormpathIds.apiKeySecret());

        private Builder() {}

        /**
         * Sets the clock of all that the tenant tells or measures; by default the machine's. Delays of faults go by the
         * machine's clock in any case.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets which server answers; by default {@link StormpathDialect#STORMPATH}.
         *
         * @param dialect the dialect
         * @return this
         */
        public Builder dialect(StormpathDialect dialect) {
            this.dialect = Objects.requireNonNull(dialect, "dialect");
            return this;
        }

        /**
         * Sets the id of the application; by default it is made up.
         *
         * @param applicationId the id
         * @return this
         */
        public Builder applicationId(String applicationId) {
            this.applicationId = Objects.requireNonNull(applicationId, "applicationId");
            return this;
        }

        /**
         * Sets the first API key; by default it is made up.
         *
         * @param id the key's id
         * @param secret the key's secret
         * @return this
         */
        public Builder apiKey(String id, String secret) {
            this.key = new ApiKeys.Key(Objects.requireNonNull(id, "id"), Objects.requireNonNull(secret, "secret"));
            return this;
        }

        /** {@return the tenant, running} */
        public StormpathSimulator start() {
            String application = applicationId == null ? StormpathIds.fresh(dialect) : applicationId;
            return new StormpathSimulator(clock, new StormpathService(clock, dialect, application, key));
        }
    }
}
