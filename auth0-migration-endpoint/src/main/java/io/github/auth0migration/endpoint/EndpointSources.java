package io.github.auth0migration.endpoint;

import static io.github.auth0migration.Sources.bounded;
import static io.github.auth0migration.Sources.coalesced;
import static io.github.auth0migration.Sources.guarded;
import static io.github.auth0migration.Sources.observed;
import static io.github.auth0migration.Sources.switchable;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceSwitch;
import io.github.auth0migration.Sources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The sources behind one or several endpoints, with all that stands before them: a guard against guessing, a limit of
 * calls in flight for each source, a switch for each source, and one question for the same attempt at once. Of several
 * sources the first that finds a person owns them, see {@link Sources#firstOwner}.
 *
 * <p>Sources must not be wrapped in the same guard already: each attempt would count twice. Thread-safe.
 *
 * @since 0.1.0
 */
public final class EndpointSources {

    private final Map<String, SourceSwitch> switches = new LinkedHashMap<>();
    private final List<MigrationSource> sources;
    private final MigrationSource all;
    private final MigrationSource byUserId;

    private EndpointSources(Builder from) {
        this.sources = List.copyOf(from.sources);
        List<MigrationSource> parts = new ArrayList<>();
        for (MigrationSource source : sources) {
            SourceSwitch onOff = SourceSwitch.on();
            if (switches.put(source.name(), onOff) != null) {
                throw new IllegalArgumentException("two sources are called " + source.name()
                        + ": give each a name of its own, by which operators switch it");
            }
            parts.add(switchable(bounded(source, from.maxInFlight), onOff));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("source must be set at least once: call source(...)");
        }
        MigrationSource owner = parts.size() == 1
                ? parts.get(0)
                : Sources.firstOwner(
                        parts.get(0), parts.subList(1, parts.size()).toArray(MigrationSource[]::new));
        MigrationSource once = coalesced(owner);
        all = observed(guarded(once, from.guard), from.listener);
        // Guarded before it looks anybody up: guesses at an id must not cost the platform calls either.
        byUserId = observed(guarded(new LoginByUserId(once), from.guard), from.listener);
    }

    /** {@return a builder with the defaults and no source} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return all of it as one source, which throws nothing} */
    MigrationSource all() {
        return all;
    }

    /** {@return the same for callers whose identifiers are user ids; throws nothing either} */
    MigrationSource byUserId() {
        return byUserId;
    }

    /** {@return each source as the host gave it, in order} */
    List<MigrationSource> sources() {
        return sources;
    }

    /** {@return the names of the sources, in order} */
    public Set<String> names() {
        return Collections.unmodifiableSet(switches.keySet());
    }

    /**
     * The switch of a source. While it is off nobody whom it might own gets a verdict: of several sources, all people whom
     * none of those before it finds, newcomers included.
     *
     * @param name the source's {@link MigrationSource#name()}
     * @return its switch
     * @throws IllegalArgumentException if there is no such source
     */
    public SourceSwitch switchOf(String name) {
        SourceSwitch onOff = switches.get(name);
        if (onOff == null) {
            throw new IllegalArgumentException("there is no source " + name + ": the sources are " + names());
        }
        return onOff;
    }

    @Override
    public String toString() {
        return "EndpointSources" + names();
    }

    /** Sets sources and limits. Not thread-safe. */
    public static final class Builder {

        private final List<MigrationSource> sources = new ArrayList<>();
        private AttemptGuard guard = InMemoryAttemptGuard.standard();
        private MigrationListener listener = event -> {};
        private int maxInFlight = 64;

        private Builder() {}

        /**
         * Adds a source. The first that finds a person owns them.
         *
         * @param source the source
         * @return this builder
         */
        public Builder source(MigrationSource source) {
            sources.add(Objects.requireNonNull(source, "source"));
            return this;
        }

        /**
         * Sets what limits guesses, per identifier, per user and in total. Auth0's addresses are shared by all tenants,
         * and an endpoint never sees the person's own. Default: {@link InMemoryAttemptGuard#standard()}, which counts for
         * this process alone.
         *
         * @param attemptGuard the guard
         * @return this builder
         */
        public Builder guard(AttemptGuard attemptGuard) {
            this.guard = Objects.requireNonNull(attemptGuard, "guard");
            return this;
        }

        /**
         * Sets who hears of every login and look-up. Of several sources it hears under their joined name: wrap each in
         * {@link Sources#observed} to tell them apart. Default: nobody.
         *
         * @param migrationListener the listener
         * @return this builder
         */
        public Builder listener(MigrationListener migrationListener) {
            this.listener = Objects.requireNonNull(migrationListener, "listener");
            return this;
        }

        /**
         * Sets how many calls to each source may be in flight, look-ups among them three quarters at most. Default 64. Auth0 gives a tenant 250 scripts in flight on
         * its public cloud; one too many here is an outage of one sign-in, one too many there of everybody's, see <a
         * href="https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy">rate limit
         * policy</a>.
         *
         * @param calls at least 1
         * @return this builder
         */
        public Builder maxInFlight(int calls) {
            this.maxInFlight = calls;
            return this;
        }

        /**
         * Puts the sources together.
         *
         * @return the sources
         * @throws IllegalArgumentException if there is no source, two share a name, a limit is below 1, or the sources
         *     cannot stand beside each other, see {@link Sources#firstOwner}
         */
        public EndpointSources build() {
            return new EndpointSources(this);
        }
    }
}
