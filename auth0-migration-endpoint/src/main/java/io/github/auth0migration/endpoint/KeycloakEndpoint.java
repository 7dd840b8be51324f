package io.github.auth0migration.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.ScriptBoundary;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint that Keycloak's user migration plug-in calls: {@code GET /{name}} looks a person up, {@code POST /{name}}
 * checks a password. The same sources, guard and callers as {@link MigrationEndpoint}, in the plug-in's words.
 *
 * <p>The plug-in knows two answers only. 200 is a person, or a proved password; everything else is nobody, or a wrong
 * password. So people who may not be migrated are 404, every password that is not proved is 401, and an outage is 503, which
 * the plug-in cannot tell from these: people are told that their name or password is wrong until it is over. It keeps people
 * in Keycloak as soon as they are looked up, before any password is proved. {@code docs/keycloak.md} says what follows from
 * that, and how to set both sides up.
 *
 * <p>The plug-in sends a bearer token; its HTTP basic authentication is not accepted. Immutable and thread-safe.
 *
 * @see <a href="https://github.com/daniel-frak/keycloak-user-migration">the plug-in</a>
 * @since 0.1.0
 */
public final class KeycloakEndpoint implements Endpoint {

    private final EndpointSources sources;
    private final TransportRule transport;
    private final CallerCheck callers;
    private final KeycloakUserKey passwordsBy;
    private final MigrationSource logins;
    private final OutcomeMessages messages = new OutcomeMessages(PersonTexts.standard());
    private final Duration timeout;
    private final TimeSource time;

    private KeycloakEndpoint(Builder from) {
        this.sources = from.sources;
        this.transport = new TransportRule(from.plainHttp);
        this.callers = new CallerCheck(Objects.requireNonNull(from.callers, "callers"), from.time);
        this.passwordsBy = from.passwordsBy;
        this.logins = passwordsBy == KeycloakUserKey.USER_ID ? sources.byUserId() : sources.all();
        this.timeout = from.timeout;
        this.time = from.time;
    }

    /**
     * Begins an endpoint.
     *
     * @param sources whom it asks
     * @return a builder with the defaults
     */
    public static Builder builder(EndpointSources sources) {
        return new Builder(sources);
    }

    @Override
    public EndpointResponse handle(EndpointRequest request) {
        try {
            transport.check(request);
            Deadline deadline = Deadline.after(timeout, time);
            callers.check(request);
            KeycloakName name = KeycloakName.in(request.path());
            return switch (request.method()) {
                case "GET" -> person(name, deadline);
                case "POST" -> password(name, password(request), deadline);
                default -> throw RefusedRequestException.methodNotAllowed("GET, POST");
            };
        } catch (RefusedRequestException e) {
            return e.response(null);
        } catch (RuntimeException e) {
            Failure bug = ScriptBoundary.bug(e, "keycloak");
            return RefusedRequestException.unavailable(bug.kind()).response(null);
        }
    }

    private EndpointResponse person(KeycloakName name, Deadline deadline) {
        LookupRequest request = LookupRequest.byIdentifier(name.value()).withDeadline(deadline);
        LookupOutcome outcome = sources.all().getUser(request);
        if (outcome instanceof LookupOutcome.Found found) {
            return person(new KeycloakUser(found.user()), request.correlationId());
        }
        EndpointResponse response = messages.of(outcome, request.correlationId());
        return response.status() == 200 ? response.withStatus(404) : response;
    }

    /** The person; no verdict about one whom Keycloak would keep under a name or an id that is not theirs here. */
    private EndpointResponse person(KeycloakUser user, String correlationId) {
        if (!user.keepsName() || (passwordsBy == KeycloakUserKey.USERNAME && !user.isKnownByName())) {
            return unfit("Keycloak cannot keep this name: in lower case it is another one.", correlationId);
        }
        if (passwordsBy == KeycloakUserKey.USER_ID && !user.keepsOwnId()) {
            // Keycloak would ask about the password of a derived id, which nobody here can look up.
            return unfit(
                    "Keycloak cannot keep this user id: it takes " + KeycloakUser.MAX_ID
                            + " characters. Set a shorter userIdPrefix, or check passwords by USERNAME.",
                    correlationId);
        }
        return EndpointResponse.json(200, user.members()).with("X-Correlation-Id", correlationId);
    }

    private EndpointResponse unfit(String why, String correlationId) {
        return messages.unavailable(Failure.of(Failure.Kind.CONFIGURATION, why), correlationId);
    }

    private static String password(EndpointRequest request) throws RefusedRequestException {
        JsonNode body = RequestBody.read(request);
        String password = body.path("password").textValue();
        if (password == null || body.size() != 1 || password.length() > LoginRequest.MAX_PASSWORD_LENGTH) {
            throw RefusedRequestException.invalid("The body must have the one member password, a string of at most "
                    + LoginRequest.MAX_PASSWORD_LENGTH + " characters.");
        }
        return password;
    }

    private EndpointResponse password(KeycloakName name, String password, Deadline deadline) {
        LoginRequest request = LoginRequest.of(name.value(), password).withDeadline(deadline);
        LoginOutcome outcome = logins.login(request);
        if (outcome instanceof LoginOutcome.Authenticated in) {
            if (isSamePerson(name, in.user())) {
                // Nobody reads a body here, so it tells nothing about the person.
                return OutcomeMessages.message(200, "authenticated", request.correlationId(), Map.of());
            }
            outcome = LoginOutcome.Rejected.of(LoginOutcome.Cause.UNSPECIFIED);
        }
        EndpointResponse response = messages.of(outcome, request.correlationId(), time.instant());
        return response.status() == 200 ? response.withStatus(401) : response;
    }

    /** The password of one person must not open the account of another: an alias may be another one's name in Keycloak. */
    private boolean isSamePerson(KeycloakName name, MigratedUser user) {
        return passwordsBy == KeycloakUserKey.USER_ID
                ? user.userId().equals(name.value())
                : Identifier.of(name.value()).matches(new KeycloakUser(user).username());
    }

    @Override
    public String toString() {
        return "KeycloakEndpoint[" + sources + "]";
    }

    /** Sets callers and times. Not thread-safe. */
    public static final class Builder {

        private final EndpointSources sources;
        private @Nullable Callers callers;
        private PlainHttp plainHttp = PlainHttp.LOOPBACK_ONLY;
        private KeycloakUserKey passwordsBy = KeycloakUserKey.USERNAME;
        private Duration timeout = Deadline.DEFAULT_TIMEOUT;
        private TimeSource time = TimeSource.system();

        private Builder(EndpointSources sources) {
            this.sources = Objects.requireNonNull(sources, "sources");
        }

        /**
         * Sets how the plug-in proves itself: by the token of its setting for bearer tokens. Required.
         *
         * @param plugIn the plug-in
         * @return this builder
         */
        public Builder callers(Callers plugIn) {
            this.callers = Objects.requireNonNull(plugIn, "callers");
            return this;
        }

        /**
         * Sets by what the plug-in names people when it asks about a password. Default: {@link KeycloakUserKey#USERNAME}, as
         * in the plug-in; several sources need {@link KeycloakUserKey#USER_ID}.
         *
         * @param key as the plug-in is set
         * @return this builder
         */
        public Builder passwordsBy(KeycloakUserKey key) {
            this.passwordsBy = Objects.requireNonNull(key, "key");
            return this;
        }

        /**
         * Sets where plain {@code http} is good enough. Default: {@link PlainHttp#LOOPBACK_ONLY}.
         *
         * @param allowed where
         * @return this builder
         */
        public Builder plainHttp(PlainHttp allowed) {
            this.plainHttp = Objects.requireNonNull(allowed, "plainHttp");
            return this;
        }

        /**
         * Sets how long a call may take, from when its head is read. Default 8 seconds. The plug-in itself waits for ever.
         *
         * @param perCall positive
         * @return this builder
         */
        public Builder timeout(Duration perCall) {
            this.timeout = Objects.requireNonNull(perCall, "timeout");
            return this;
        }

        /**
         * Sets the clock. Default: the machine's.
         *
         * @param source the clock
         * @return this builder
         */
        public Builder time(TimeSource source) {
            this.time = Objects.requireNonNull(source, "time");
            return this;
        }

        /**
         * Builds the endpoint.
         *
         * @return the endpoint
         * @throws IllegalArgumentException if callers are missing, the time-out is not positive, or passwords are checked by
         *     username although there are several sources
         */
        public KeycloakEndpoint build() {
            if (callers == null) {
                throw new IllegalArgumentException("callers must be set, for whoever can call can guess passwords: call"
                        + " callers(BearerSecrets.of(...))");
            }
            if (passwordsBy == KeycloakUserKey.USERNAME
                    && sources.all().description().isSeveral()) {
                throw new IllegalArgumentException(
                        "passwordsBy must be USER_ID with several sources: two people may have one"
                                + " username, and the password of one would open the account of the other");
            }
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("timeout must be positive, but is " + timeout);
            }
            return new KeycloakEndpoint(this);
        }
    }
}
