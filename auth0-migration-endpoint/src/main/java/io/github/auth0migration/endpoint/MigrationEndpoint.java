package io.github.auth0migration.endpoint;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.ScriptBoundary;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint that Auth0's action scripts call: {@code POST /login} and {@code POST /get-user} for the scripts,
 * {@code GET /health} for operators. {@code ActionScripts} renders the scripts.
 *
 * <p>Status and body never contradict each other: 200 is a verdict about a person, 503 is none, 4xx is an error of the
 * caller's, and there is no other. Every answer about a person says its {@code outcome}, so that a login page, a redirect or an empty 200
 * from something in between is never taken for one. The messages have JSON Schemas, in {@code schema/} beside this class.
 *
 * <p>Mount it with {@link MigrationServlet} or {@link MigrationHttpHandler}. It never sees the person's address, and
 * Auth0's own addresses are shared by all tenants, so guesses are limited per identifier, per user and in total.
 * Immutable and thread-safe.
 *
 * @see <a
 *     href="https://auth0.com/docs/authenticate/database-connections/custom-db/custom-database-connections-scripts">Auth0:
 *     custom database action scripts</a>
 * @since 0.1.0
 */
public final class MigrationEndpoint implements Endpoint {

    /** The version of the messages. */
    public static final int VERSION = 1;

    private final EndpointSources sources;
    private final TransportRule transport;
    private final CallerCheck scripts;
    private final @Nullable CallerCheck operators;
    private final OutcomeMessages messages;
    private final SourceHealth health;
    private final Duration timeout;
    private final TimeSource time;

    private MigrationEndpoint(Builder from) {
        this.sources = from.sources;
        this.transport = new TransportRule(from.plainHttp);
        this.scripts = new CallerCheck(Objects.requireNonNull(from.callers, "callers"), from.time);
        this.operators = from.operators == null ? null : new CallerCheck(from.operators, from.time);
        this.messages = new OutcomeMessages(from.texts);
        this.health = new SourceHealth(from.sources, from.healthFor, from.time);
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
            return switch (request.path()) {
                case "/login" -> {
                    requireMethod("POST", request);
                    yield script(request, this::login);
                }
                case "/get-user" -> {
                    requireMethod("POST", request);
                    yield script(request, this::getUser);
                }
                case "/health" -> {
                    requireMethod("GET", request);
                    yield health(request);
                }
                default -> throw notFound();
            };
        } catch (RefusedRequestException e) {
            return e.response(null);
        } catch (RuntimeException e) {
            Failure bug = ScriptBoundary.bug(e, "endpoint");
            return RefusedRequestException.unavailable(bug.kind()).response(null);
        }
    }

    private interface Script {
        EndpointResponse answer(RequestMessage message, Deadline deadline) throws RefusedRequestException;
    }

    private EndpointResponse script(EndpointRequest request, Script script) throws RefusedRequestException {
        Deadline deadline = Deadline.after(timeout, time);
        scripts.check(request);
        RequestMessage message = RequestMessage.of(RequestBody.read(request));
        try {
            if (deadline.isExpired()) {
                throw RefusedRequestException.unavailable(Failure.Kind.TIMEOUT);
            }
            return script.answer(message, deadline);
        } catch (RefusedRequestException e) {
            return e.response(message.correlationId());
        }
    }

    private EndpointResponse login(RequestMessage message, Deadline deadline) throws RefusedRequestException {
        LoginRequest request = message.login(deadline);
        return messages.of(sources.all().login(request), request.correlationId(), time.instant());
    }

    private EndpointResponse getUser(RequestMessage message, Deadline deadline) throws RefusedRequestException {
        LookupRequest request = message.lookup(deadline);
        return messages.of(sources.all().getUser(request), request.correlationId());
    }

    private EndpointResponse health(EndpointRequest request) throws RefusedRequestException {
        if (operators == null) {
            throw notFound();
        }
        operators.check(request);
        return health.report(scripts.refused());
    }

    private static void requireMethod(String method, EndpointRequest request) throws RefusedRequestException {
        if (!request.method().equals(method)) {
            throw RefusedRequestException.methodNotAllowed(method);
        }
    }

    private static RefusedRequestException notFound() {
        return RefusedRequestException.error(
                404, "not_found", "There is nothing here: call /login or /get-user below the endpoint's address.");
    }

    @Override
    public String toString() {
        return "MigrationEndpoint[" + sources + "]";
    }

    /** Sets callers, texts and times. Not thread-safe. */
    public static final class Builder {

        private final EndpointSources sources;
        private @Nullable Callers callers;
        private @Nullable Callers operators;
        private PlainHttp plainHttp = PlainHttp.LOOPBACK_ONLY;
        private PersonTexts texts = PersonTexts.standard();
        private Duration timeout = Deadline.DEFAULT_TIMEOUT;
        private Duration healthFor = Duration.ofSeconds(30);
        private TimeSource time = TimeSource.system();

        private Builder(EndpointSources sources) {
            this.sources = Objects.requireNonNull(sources, "sources");
        }

        /**
         * Sets who may call {@code /login} and {@code /get-user}. Required.
         *
         * @param scripts how Auth0's scripts prove themselves
         * @return this builder
         */
        public Builder callers(Callers scripts) {
            this.callers = Objects.requireNonNull(scripts, "callers");
            return this;
        }

        /**
         * Sets who may read {@code /health}: others than the scripts, for its findings name hosts and rights. Default:
         * nobody, there is no such page.
         *
         * @param readers how operators and monitors prove themselves
         * @return this builder
         */
        public Builder operators(Callers readers) {
            this.operators = Objects.requireNonNull(readers, "operators");
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
         * Sets what people read when they cannot come in. Default: {@link PersonTexts#standard()}.
         *
         * @param personTexts the texts
         * @return this builder
         */
        public Builder texts(PersonTexts personTexts) {
            this.texts = Objects.requireNonNull(personTexts, "texts");
            return this;
        }

        /**
         * Sets how long a call may take, from when its head is read. Default 8 seconds: the scripts give up after 12, and
         * Auth0 stops them after about 20.
         *
         * @param perCall positive, at most 18 seconds
         * @return this builder
         */
        public Builder timeout(Duration perCall) {
            this.timeout = Objects.requireNonNull(perCall, "timeout");
            return this;
        }

        /**
         * Sets how long {@code /health} keeps what the sources' checks found. Default 30 seconds.
         *
         * @param kept not negative
         * @return this builder
         */
        public Builder healthFor(Duration kept) {
            this.healthFor = Objects.requireNonNull(kept, "healthFor");
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
         * @throws IllegalArgumentException if callers are missing or a time is out of its range
         */
        public MigrationEndpoint build() {
            require(
                    callers != null,
                    "callers must be set, for whoever can call can guess passwords: call callers(BearerSecrets.of(...))");
            require(
                    !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(Duration.ofSeconds(18)) <= 0,
                    "timeout must be positive and at most 18 seconds, for Auth0 stops a script after about 20: it is "
                            + timeout);
            require(
                    callers != operators,
                    "operators must be others than callers: findings of /health name hosts and rights. Give them a secret of"
                            + " their own");
            require(!healthFor.isNegative(), "healthFor must not be negative, but is " + healthFor);
            return new MigrationEndpoint(this);
        }

        private static void require(boolean met, String message) {
            if (!met) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
