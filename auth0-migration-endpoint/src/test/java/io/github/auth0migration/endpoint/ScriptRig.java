package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.simulators.auth0.Auth0Connection;
import io.github.auth0migration.simulators.auth0.ScriptResult;
import io.github.auth0migration.simulators.auth0.ScriptRun;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rendered scripts in Node.js before a stub. Every run is held to what holds for all: one callback, one line, no secret. */
final class ScriptRig implements AutoCloseable {

    static final String TYPED = "Ada@example.com";
    static final String CLIENT_SECRET = Marked.secret("of-the-application-0123456789abcdef");

    private static final String PREFIX = "auth0-migration ";
    private static final List<String> LOGGED = List.of("correlation_id", "status", "script", "outcome", "reason", "ms");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptStub stub = ScriptStub.start();
    private final Auth0Connection connection;

    private ScriptRig(ActionScripts scripts) {
        connection = Auth0Connection.builder(scripts.login(), scripts.getUser())
                .configuration(Map.of(
                        "MIGRATION_ENDPOINT_SECRET",
                        EndpointServer.SECRET,
                        "MIGRATION_CLIENT_ID",
                        "client-1",
                        "MIGRATION_CLIENT_SECRET",
                        CLIENT_SECRET,
                        "MIGRATION_AUDIENCE",
                        "https://auth.example.com/auth0",
                        "AUTH0_DOMAIN",
                        stub.address(),
                        "MIGRATION_ENDPOINT_URL",
                        stub.address() + "/auth0/"))
                .build();
    }

    static ScriptRig of(ActionScripts scripts) {
        return new ScriptRig(scripts);
    }

    static ScriptRig withSecret() {
        return of(ActionScripts.builder().build());
    }

    static ScriptRig withToken() {
        return of(token().build());
    }

    /**
     * For time-outs alone: a busy machine may need both seconds for itself. It has run once, for the first run loads what
     * every later one has.
     */
    static ScriptRig hasty(ActionScripts.Builder scripts) {
        ScriptRig rig = of(scripts.timeout(Duration.ofSeconds(2)).build());
        rig.getUser();
        rig.stub().reset();
        return rig;
    }

    static ActionScripts.Builder token() {
        return ActionScripts.builder().callerProof(ActionScripts.CallerProof.CLIENT_CREDENTIALS);
    }

    ScriptStub stub() {
        return stub;
    }

    Auth0Connection connection() {
        return connection;
    }

    ScriptRun run(String script) {
        return script.equals("login") ? login() : getUser();
    }

    ScriptRun login() {
        return checked(connection.runLogin(TYPED, Marked.PASSWORD));
    }

    ScriptRun getUser() {
        return checked(connection.runGetUser(TYPED));
    }

    private ScriptRun checked(ScriptRun run) {
        assertThat(run.callbackCalls()).isEqualTo(1);
        assertThat(connection.lateCallbacks()).isEmpty();
        assertThat(run.console()).hasSize(1);
        assertThat(line(run).fieldNames()).toIterable().isSubsetOf(LOGGED);
        assertThat(run.console().get(0)).doesNotContain("@", "Winter", "okta");
        return SecretScan.clean(run);
    }

    static JsonNode line(ScriptRun run) {
        String line = run.console().get(0);
        assertThat(line).startsWith(PREFIX);
        try {
            return JSON.readTree(line.substring(PREFIX.length()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Outcome and reason of the line, as in {@code rejected WRONG_PASSWORD}. */
    static String logged(ScriptRun run) {
        JsonNode line = line(run);
        String reason = line.path("reason").asText();
        return line.path("outcome").asText() + (reason.isEmpty() ? "" : " " + reason);
    }

    /** The call of the callback as the documentation writes it. */
    static String callback(ScriptRun run) {
        ScriptResult result = run.result();
        if (result instanceof ScriptResult.Profile profile) {
            return profile.userId().equals("okta|00u1") ? "callback(null, profile)" : "another profile";
        }
        if (result instanceof ScriptResult.ScriptError error) {
            return "callback(new " + error.name() + "(" + arguments(error) + "))";
        }
        return result instanceof ScriptResult.Nothing ? "callback(null)" : result.toString();
    }

    private static String arguments(ScriptResult.ScriptError error) {
        if (error.name().equals("Error")) {
            return "text";
        }
        String message = error.message().equals("No.") ? "message" : error.message();
        return error.name().equals("WrongUsernameOrPasswordError")
                ? first(error.arguments().get(0)) + ", " + message
                : message;
    }

    private static String first(@Nullable Object argument) {
        return Objects.equals(argument, TYPED)
                ? "userNameOrEmail"
                : Objects.equals(argument, "okta|00u1") ? "user_id" : String.valueOf(argument);
    }

    @Override
    public void close() {
        connection.close();
        stub.close();
    }
}
