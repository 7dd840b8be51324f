package io.github.auth0migration.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The two action scripts that a connection with import mode needs, as texts to give to Auth0: they ask a
 * {@link MigrationEndpoint} and turn its answers into calls of Auth0's {@code callback}.
 *
 * <pre>{@code
 * ActionScripts scripts = ActionScripts.builder().build();
 * scripts.login();              // the text of the Login script
 * scripts.getUser();            // the text of the Get User script
 * scripts.configurationKeys();  // what to set in the connection's configuration
 * }</pre>
 *
 * <p>The texts hold no secret; address and credentials come from the connection's {@code configuration}. They need Node.js
 * 18 or later and no module. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://auth0.com/docs/authenticate/database-connections/custom-db/custom-database-connections-scripts">Auth0:
 *     custom database action scripts</a>
 * @since 0.1.0
 */
public final class ActionScripts {

    /**
     * How the scripts prove themselves to the endpoint.
     *
     * @since 0.1.0
     */
    public enum CallerProof {
        /** By a secret that both hold, {@link BearerSecrets}. */
        SHARED_SECRET("caller_secret.js"),
        /** By an access token of Auth0's client-credentials grant, kept until shortly before it expires. */
        CLIENT_CREDENTIALS("caller_token.js");

        private final String script;

        CallerProof(String script) {
            this.script = script;
        }

        private List<String> keys() {
            return switch (this) {
                case SHARED_SECRET -> List.of("MIGRATION_ENDPOINT_URL", "MIGRATION_ENDPOINT_SECRET");
                case CLIENT_CREDENTIALS ->
                    List.of(
                            "MIGRATION_ENDPOINT_URL",
                            "MIGRATION_CLIENT_ID",
                            "MIGRATION_CLIENT_SECRET",
                            "MIGRATION_AUDIENCE",
                            "AUTH0_DOMAIN");
            };
        }
    }

    /**
     * Whether the connection hands its scripts a {@code context}: "Context object in database scripts" in Auth0's
     * dashboard, {@code enable_script_context} in its API. Scripts for the other setting fail at every call.
     *
     * @since 0.1.0
     */
    public enum ScriptContext {
        /** Not enabled, as in a new connection. */
        DISABLED("", "{}"),
        /** Enabled: the context comes before the callback, and Get User can be asked for a user id. */
        ENABLED("context, ", "context");

        private final String parameter;
        private final String value;

        ScriptContext(String parameter, String value) {
            this.parameter = parameter;
            this.value = value;
        }
    }

    private final String login;
    private final String getUser;
    private final List<String> configurationKeys;

    private ActionScripts(String login, String getUser, List<String> configurationKeys) {
        this.login = login;
        this.getUser = getUser;
        this.configurationKeys = configurationKeys;
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The scripts of a finished migration, which know nobody and ask nobody. Import mode stays on: without it Auth0 would
     * ask them about everybody.
     *
     * @param context whether the connection hands its scripts a context
     * @return the scripts
     * @see <a
     *     href="https://auth0.com/docs/manage-users/user-migration/configure-automatic-migration-from-your-database">Auth0:
     *     disconnect the external user store</a>
     */
    public static ActionScripts finished(ScriptContext context) {
        return new ActionScripts(
                ScriptTemplate.render("login_finished.js", Map.of("parameters", loginParameters(context))),
                ScriptTemplate.render("get_user_finished.js", Map.of("parameters", getUserParameters(context))),
                List.of());
    }

    private static String loginParameters(ScriptContext context) {
        return "userNameOrEmail, password, " + context.parameter + "callback";
    }

    private static String getUserParameters(ScriptContext context) {
        return "identifier, " + context.parameter + "callback";
    }

    /** {@return the text of the Login script, {@code login} in Auth0's API} */
    public String login() {
        return login;
    }

    /** {@return the text of the Get User script, {@code get_user} in Auth0's API} */
    public String getUser() {
        return getUser;
    }

    /** {@return the keys that must be set in the connection's configuration, in the order in which to explain them} */
    public List<String> configurationKeys() {
        return configurationKeys;
    }

    /**
     * Settings of the scripts. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofSeconds(18);

        private CallerProof callerProof = CallerProof.SHARED_SECRET;
        private ScriptContext scriptContext = ScriptContext.DISABLED;
        private Duration timeout = Duration.ofSeconds(12);

        private Builder() {}

        /**
         * Sets how the scripts prove themselves. Default: {@link CallerProof#SHARED_SECRET}.
         *
         * @param proof how
         * @return this builder
         */
        public Builder callerProof(CallerProof proof) {
            this.callerProof = Objects.requireNonNull(proof, "callerProof");
            return this;
        }

        /**
         * Sets whether the connection hands its scripts a context. Default: {@link ScriptContext#DISABLED}.
         *
         * @param context whether
         * @return this builder
         */
        public Builder scriptContext(ScriptContext context) {
            this.scriptContext = Objects.requireNonNull(context, "scriptContext");
            return this;
        }

        /**
         * Sets how long a script waits for the endpoint's whole answer, a token included where one is needed. Default 12
         * seconds: more than the endpoint takes, less than the 20 or so after which Auth0 stops a script.
         *
         * @param perCall 1 to 18 seconds
         * @return this builder
         */
        public Builder timeout(Duration perCall) {
            this.timeout = Objects.requireNonNull(perCall, "timeout");
            return this;
        }

        /**
         * Renders the scripts.
         *
         * @return the scripts
         * @throws IllegalArgumentException if the timeout is out of its range
         */
        public ActionScripts build() {
            if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "timeout must be 1 to 18 seconds, for Auth0 stops a script after about 20: it is " + timeout);
            }
            return new ActionScripts(
                    render("login.js", loginParameters(scriptContext)),
                    render("get_user.js", getUserParameters(scriptContext)),
                    callerProof.keys());
        }

        private String render(String name, String parameters) {
            return ScriptTemplate.render(
                    name,
                    Map.of(
                            "parameters",
                            parameters,
                            "context",
                            scriptContext.value,
                            "timeLimitMillis",
                            String.valueOf(timeout.toMillis()),
                            "caller",
                            ScriptTemplate.render(callerProof.script, Map.of()).stripTrailing()));
        }
    }
}
