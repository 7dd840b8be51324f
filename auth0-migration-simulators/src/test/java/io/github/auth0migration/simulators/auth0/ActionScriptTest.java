package io.github.auth0migration.simulators.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.auth0.ScriptResult.Failed;
import io.github.auth0migration.simulators.auth0.ScriptResult.Nothing;
import io.github.auth0migration.simulators.auth0.ScriptResult.Profile;
import io.github.auth0migration.simulators.auth0.ScriptResult.ScriptError;
import io.github.auth0migration.simulators.auth0.ScriptResult.TimedOut;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsNodeJs
class ActionScriptTest {

    private static final String UNUSED = "function getUser(identifier, callback) { callback(null); }";

    private static ScriptRun login(String body) {
        return login(body, Duration.ofSeconds(20));
    }

    private static ScriptRun login(String body, Duration limit) {
        String script = "function login(userNameOrEmail, password, callback) {" + body + "}";
        try (Auth0Connection connection = Auth0Connection.builder(script, UNUSED)
                .configuration(Map.of("KEY", "value"))
                .scriptLimit(limit)
                .build()) {
            return connection.runLogin("ada@example.com", Marked.PASSWORD);
        }
    }

    @Test
    void aProfileIsWhatTheScriptGave() {
        ScriptRun run = login("callback(null, { user_id: '7', email: userNameOrEmail, user_metadata: { a: null } });");

        assertThat(run.result()).isInstanceOf(Profile.class);
        Profile profile = (Profile) run.result();
        assertThat(profile.userId()).isEqualTo("7");
        assertThat(profile.profile().get("email")).isEqualTo("ada@example.com");
        assertThat(profile).hasToString("Profile[7]");
        assertThat(run.callbackCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback()", "callback(null)", "callback(null, null)", "callback(undefined, undefined)"})
    void nothingIsNeitherAProfileNorAnError(String body) {
        assertThat(login(body).result()).isEqualTo(new Nothing());
    }

    @Test
    void errorsKeepTheirClassAndWhatTheyWereMadeOf() {
        assertThat(login("callback(new WrongUsernameOrPasswordError('7', 'no'))")
                        .result())
                .isEqualTo(new ScriptError("WrongUsernameOrPasswordError", List.of("7", "no"), "no"));
        assertThat(login("callback(new WrongUsernameOrPasswordError(null, 'no'))")
                        .result())
                .isEqualTo(new ScriptError("WrongUsernameOrPasswordError", Arrays.asList(null, "no"), "no"));
        assertThat(login("callback(new UnauthorizedError('locked'))").result())
                .isEqualTo(new ScriptError("UnauthorizedError", List.of("locked"), "locked"));
        assertThat(login("callback(new ValidationError('user_exists', 'there'))")
                        .result())
                .isEqualTo(new ScriptError("ValidationError", List.of("user_exists", "there"), "there"));
        assertThat(login("callback(new Error('down'))").result())
                .isEqualTo(new ScriptError("Error", List.of("down"), "down"));
    }

    @Test
    void anErrorWithAProfileIsAnError() {
        assertThat(login("callback(new Error('down'), { user_id: '7' })").result())
                .isInstanceOf(ScriptError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callback('an error text')",
                "callback(null, 'a profile text')",
                "callback(null, ['a'])",
                "callback(null, true)",
                "callback(null, { user_id: '7' }); callback(null, { user_id: '7' });",
                "callback(new Error('down')); setImmediate(() => callback(null, { user_id: '7' }));",
                "throw new TypeError('x')",
                "setImmediate(() => { throw new TypeError('x'); })",
                "Promise.reject(new TypeError('x'))",
                "callback(null); throw new TypeError('x')",
                "this is no script",
            })
    void whatBreaksTheContractFails(String body) {
        assertThat(login(body).result()).isInstanceOf(Failed.class);
    }

    @Test
    void aFailureNamesTheReasonAndQuotesNothing() {
        assertThat(login("callback(null); callback(null);"))
                .extracting(ScriptRun::result, ScriptRun::callbackCalls)
                .containsExactly(new Failed("callback was called more than once"), 2);
        assertThat(login("throw new TypeError(password)").result()).isEqualTo(new Failed("uncaught TypeError"));
        assertThat(login("Promise.reject(password)").result())
                .isEqualTo(new Failed("unhandled rejection of exception of type string"));
    }

    @Test
    void aScriptIsOneFunction() {
        try (Auth0Connection connection =
                Auth0Connection.builder("42", "function a() {} function b() {}").build()) {
            assertThat(connection.runLogin("a", "b").result()).isInstanceOf(Failed.class);
            assertThat(connection.runGetUser("a").result()).isInstanceOf(Failed.class);
        }
    }

    @Test
    void aCallbackLongAfterTheFirstIsRecorded() {
        String script = "function login(a, b, callback) { callback(null); global.callback = callback; }";
        String again = "function getUser(a, callback) { global.callback(null); callback(null); }";
        try (Auth0Connection connection = Auth0Connection.builder(script, again).build()) {
            assertThat(connection.runLogin("a", "b").result()).isEqualTo(new Nothing());
            assertThat(connection.lateCallbacks()).isEmpty();
            connection.runGetUser("a");
            assertThat(connection.lateCallbacks()).containsExactly("login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "await new Promise(() => {});", "for (;;) {}"})
    void aScriptThatNeverCallsBackTimesOut(String body) {
        Duration limit = Duration.ofMillis(200);
        ScriptRun run = login("(async () => {" + body + "})()", limit);

        assertThat(run.result()).isEqualTo(new TimedOut(limit));
        assertThat(run.callbackCalls()).isZero();
    }

    @Test
    void configurationHoldsTextsAndIsReadOnly() {
        assertThat(login("configuration.KEY = 'other'; configuration.MORE = 'x';"
                                + "callback(null, { user_id: configuration.KEY + configuration.MORE });")
                        .result())
                .hasToString("Profile[valueundefined]");
        assertThat(login("'use strict'; configuration.KEY = 'other';").result())
                .isEqualTo(new Failed("uncaught TypeError"));
    }

    @Test
    void globalLivesAsLongAsItsContainer() {
        String count = "function login(a, b, callback) {"
                + " global.count = (global.count || 0) + 1; callback(null, { user_id: String(global.count) }); }";
        String crash = "function getUser(a, callback) { setImmediate(() => { throw new Error(); }); }";
        try (Auth0Connection connection = Auth0Connection.builder(count, crash).build()) {
            connection.runLogin("a", "b");
            assertThat(connection.runLogin("a", "b").result()).hasToString("Profile[2]");
            connection.forgetGlobal();
            assertThat(connection.runLogin("a", "b").result()).hasToString("Profile[1]");
            assertThat(connection.runGetUser("a").result()).isEqualTo(new Failed("uncaught Error"));
            assertThat(connection.runLogin("a", "b").result()).hasToString("Profile[1]");
        }
    }

    @Test
    void whatAScriptWritesBesideTheConsoleEndsItsContainerOnly() {
        String writes = "function login(a, b, callback) { process.stdout.write('x\\n'); callback(null); }";
        try (Auth0Connection connection =
                Auth0Connection.builder(writes, UNUSED).build()) {
            assertThat(connection.runLogin("a", "b").result()).isEqualTo(new Failed("the container ended"));
            assertThat(connection.runGetUser("a").result()).isEqualTo(new Nothing());
        }
    }

    @Test
    void aCrashEndsEveryRunInItsContainer() throws Exception {
        String waits = "function login(a, b, callback) { global.waits = true; }";
        String crash = "function getUser(a, callback) {"
                + " setImmediate(function look() { if (global.waits) { throw new Error(); } setImmediate(look); }); }";
        try (Auth0Connection connection = Auth0Connection.builder(waits, crash).build()) {
            CompletableFuture<ScriptRun> waiting = CompletableFuture.supplyAsync(() -> connection.runLogin("a", "b"));
            assertThat(connection.runGetUser("a").result()).isInstanceOf(Failed.class);
            assertThat(waiting.get().result()).isEqualTo(new Failed("uncaught Error"));
        }
    }

    @Test
    void theContextComesBeforeTheCallbackOnceItIsEnabled() {
        String login = "function login(a, b, callback) { callback(null, { user_id: String(arguments.length) }); }";
        String getUser =
                "function getUser(a, context, callback) { callback(null, { user_id: context.identifierType }); }";
        String withContext = "function login(a, b, context, callback) { callback(null, { user_id: typeof context }); }";
        try (Auth0Connection connection =
                Auth0Connection.builder(login, getUser).build()) {
            assertThat(connection.runLogin("a", "b").result()).hasToString("Profile[3]");
            connection.enableScriptContext();
            connection.scripts(withContext, getUser);
            assertThat(connection.runLogin("a", "b").result()).hasToString("Profile[object]");
            assertThat(connection
                            .runGetUser("auth0|7", Map.of("identifierType", "user_id"))
                            .result())
                    .hasToString("Profile[user_id]");
        }
    }

    @Test
    void whatAScriptPrintsBelongsToItsRun() {
        String login =
                "function login(a, b, callback) { console.log('%s and', a, { b: 1 }); console.error('x'); callback(); }";
        try (Auth0Connection connection = Auth0Connection.builder(login, UNUSED).build()) {
            assertThat(connection.runLogin("first", "b").console()).containsExactly("first and { b: 1 }", "x");
            assertThat(connection.runGetUser("a").console()).isEmpty();
            assertThat(connection.runs()).extracting(ScriptRun::script).containsExactly("login", "get_user");
        }
    }

    @Test
    void severalRunAtOnceInOneContainer() {
        String meet = "function login(a, b, callback) { global.waiting = (global.waiting || []).concat(callback);"
                + " if (global.waiting.length === 5) { global.waiting.forEach((each) => each(null)); } }";
        try (Auth0Connection connection = Auth0Connection.builder(meet, UNUSED).build()) {
            List<CompletableFuture<ScriptRun>> all = new ArrayList<>();
            IntStream.range(0, 5)
                    .forEach(i -> all.add(new CompletableFuture<ScriptRun>()
                            .completeAsync(() -> connection.runLogin("a", "b"), task -> new Thread(task).start())));
            assertThat(all).allSatisfy(run -> assertThat(run.join().result()).isEqualTo(new Nothing()));
        }
    }

    @Test
    void scriptsSeeNoEnvironmentAndTheCommandLineHoldsNoSecret() {
        ScriptRun run = login(
                "require('fs').readFile('/proc/self/cmdline', 'utf8', (error, line) =>"
                        + " callback(null, { user_id: Object.keys(process.env).length + '/' + String(line).includes(password) }));");

        assertThat(run.result()).hasToString("Profile[0/false]");
    }

    @Test
    void aNodeJsThatIsMissingIsNamed() {
        Auth0Connection connection = Auth0Connection.builder(UNUSED, UNUSED)
                .node(Path.of("missing", "node"))
                .build();

        assertThatThrownBy(() -> connection.runGetUser("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("node(...)");
    }
}
