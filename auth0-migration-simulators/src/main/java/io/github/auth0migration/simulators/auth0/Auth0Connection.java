package io.github.auth0migration.simulators.auth0;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A <a
 * href="https://auth0.com/docs/authenticate/database-connections/custom-db/create-db-connection">database connection with
 * custom scripts</a> and <a
 * href="https://auth0.com/docs/manage-users/user-migration/configure-automatic-migration-from-your-database">import mode</a>
 * on: runs the texts of the two action scripts in the installed Node.js, and keeps the users who have moved.
 *
 * <p>Scripts run as documented: the callback counts once and a second call is a failure; {@code configuration} holds texts
 * and is read-only; {@code global} lives as long as the container; the limit is 20 seconds; {@code context} comes before
 * the callback once it is enabled. All scripts run in one container, several at once.
 *
 * <p><b>Inferred, not documented:</b> that a script's text is one function; that an uncaught exception or an unhandled
 * rejection ends the container and every run in it, as it ends Node.js; that Login's {@code callback(null, null)} is a
 * refused sign-in, logged as {@code fu}; that of two first sign-ins at once the later goes on with the user of the
 * earlier; that another user with the same id or address is {@code DUPLICATED_USER}; that a reset asks Get User once, when
 * it begins; that a change of e-mail takes no address that Get User finds, whosever it is.
 *
 * <p>There are no rules for passwords and no limits of attempts. Thread-safe. Secrets go to Node.js through its standard
 * input, never on a command line.
 *
 * @since 0.1.0
 */
public final class Auth0Connection implements AutoCloseable {

    private final ScriptRunner runner;
    private final UserTable users = new UserTable();
    private final TenantLog log = new TenantLog();
    private final SignInFlow signIn;
    private final GetUserFlows getUser;

    private Auth0Connection(ScriptRunner runner) {
        this.runner = runner;
        this.signIn = new SignInFlow(users, runner, log);
        this.getUser = new GetUserFlows(users, runner, log);
    }

    /**
     * Begins a connection.
     *
     * @param login the text of the Login script: one function
     * @param getUser the text of the Get User script: one function
     * @return the builder
     */
    public static Builder builder(String login, String getUser) {
        return new Builder(login, getUser);
    }

    /**
     * Replaces both scripts; what runs already goes on.
     *
     * @param login the text of the Login script
     * @param getUser the text of the Get User script
     */
    public void scripts(String login, String getUser) {
        runner.scripts(Objects.requireNonNull(login, "login"), Objects.requireNonNull(getUser, "getUser"));
    }

    /**
     * Sets a value of {@code configuration}.
     *
     * @param key the key
     * @param value the value
     */
    public void configure(String key, String value) {
        runner.configure(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    }

    /** Hands scripts a {@code context} from now on. As at Auth0 there is no way back. */
    public void enableScriptContext() {
        runner.enableContext();
    }

    /** Empties {@code global} for the runs that begin from now on, as a new container would. */
    public void forgetGlobal() {
        runner.forgetGlobal();
    }

    /**
     * Runs the Login script and nothing else.
     *
     * @param userNameOrEmail its first argument
     * @param password its second argument
     * @return how it ended
     */
    public ScriptRun runLogin(String userNameOrEmail, String password) {
        return runner.run("login", List.of(userNameOrEmail, password), Map.of());
    }

    /**
     * Runs the Get User script and nothing else.
     *
     * @param identifier its first argument
     * @return how it ended
     */
    public ScriptRun runGetUser(String identifier) {
        return runGetUser(identifier, Map.of());
    }

    /**
     * Runs the Get User script with a context, which must be enabled.
     *
     * @param identifier its first argument
     * @param context its second argument, such as {@code identifierType} and {@code user_id}
     * @return how it ended
     * @see <a href="https://auth0.com/docs/authenticate/database-connections/passkeys/configure-passkey-policy">where Auth0
     *     hands a user id to the script</a>
     */
    public ScriptRun runGetUser(String identifier, Map<String, ?> context) {
        return runner.run("get_user", List.of(identifier), context);
    }

    /**
     * Signs somebody in. Whom the connection knows, it checks by its own password, and no script runs; whom it does not
     * know, it asks the Login script about.
     *
     * @param identifier an e-mail address or a user name
     * @param password the password
     * @return how it ended
     */
    public SignInResult signIn(String identifier, String password) {
        return signIn.signIn(identifier, password);
    }

    /**
     * Signs somebody up, unless the connection or the Get User script knows the address.
     *
     * @param email the address
     * @param password the password
     * @return how it ended
     */
    public SignUpResult signUp(String email, String password) {
        return getUser.signUp(email, password);
    }

    /**
     * Asks for a mail to reset a password. Whom the connection does not know, it asks the Get User script about.
     *
     * @param email the address
     * @return how it ended
     */
    public ResetResult startReset(String email) {
        return getUser.startReset(email);
    }

    /**
     * Follows the link in the mail. Somebody whom only the script knew becomes {@link ConnectionUser.State#HALF}, and
     * complete with the next sign-in.
     *
     * @param ticket the ticket of {@link ResetResult.MailSent}
     * @param newPassword the new password
     * @return the user
     * @throws IllegalArgumentException if the ticket is not one, or was used
     * @see <a href="https://support.auth0.com/center/s/article/Password-Reset-Before-First-Login-with-Automatic-Migration-Enabled">a
     *     reset before the first sign-in</a>
     */
    public ConnectionUser completeReset(String ticket, String newPassword) {
        return getUser.completeReset(ticket, newPassword);
    }

    /**
     * Gives a user another address, unless the connection or the Get User script knows it.
     *
     * @param userId the user
     * @param newEmail the address
     * @return how it ended
     * @throws IllegalArgumentException if there is no such user
     */
    public ChangeEmailResult changeEmail(String userId, String newEmail) {
        return getUser.changeEmail(userId, newEmail);
    }

    /** {@return the users, oldest first} */
    public List<ConnectionUser> users() {
        return users.all();
    }

    /**
     * Finds a user by address or user name.
     *
     * @param identifier the address or user name, in any case
     * @return the user, if there is one
     */
    public Optional<ConnectionUser> user(String identifier) {
        return users.knownAs(identifier);
    }

    /** {@return the tenant's log, oldest line first} */
    public List<TenantLogEvent> log() {
        return log.all();
    }

    /** {@return the runs that have ended, in the order in which they ended} */
    public List<ScriptRun> runs() {
        return runner.runs();
    }

    /** {@return the scripts that called their callback again after they had been reported, once for each call} */
    public List<String> lateCallbacks() {
        return runner.lateCallbacks();
    }

    /** Ends the container and what runs in it. The connection may go on: its next run starts another one. */
    @Override
    public void close() {
        runner.close();
    }

    /**
     * Settings of a connection before it starts. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private final String login;
        private final String getUser;
        private final Map<String, String> configuration = new LinkedHashMap<>();
        private Duration limit = Duration.ofSeconds(20);
        private @Nullable Path node;

        private Builder(String login, String getUser) {
            this.login = Objects.requireNonNull(login, "login");
            this.getUser = Objects.requireNonNull(getUser, "getUser");
        }

        /**
         * Adds values of {@code configuration}.
         *
         * @param values the values by key
         * @return this
         */
        public Builder configuration(Map<String, String> values) {
            configuration.putAll(values);
            return this;
        }

        /**
         * Sets how long a script may run; by default 20 seconds, as at Auth0. By the machine's clock.
         *
         * @param limit the time, more than zero
         * @return this
         */
        public Builder scriptLimit(Duration limit) {
            if (limit.toMillis() < 1) {
                throw new IllegalArgumentException("scriptLimit must be at least a millisecond, but is " + limit);
            }
            this.limit = limit;
            return this;
        }

        /**
         * Sets the Node.js to use, version 18 or later; by default {@code node} on the {@code PATH}.
         *
         * @param program the program
         * @return this
         */
        public Builder node(Path program) {
            this.node = program;
            return this;
        }

        /**
         * Makes the connection; Node.js starts with the first run.
         *
         * @return the connection
         * @throws IllegalStateException if there is no Node.js
         */
        public Auth0Connection build() {
            NodeProgram program = node == null ? NodeProgram.onThePath() : new NodeProgram(node);
            ScriptRunner runner = new ScriptRunner(program, limit);
            runner.scripts(login, getUser);
            configuration.forEach(runner::configure);
            return new Auth0Connection(runner);
        }
    }
}
