package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.endpoint.ActionScripts.CallerProof;
import io.github.auth0migration.endpoint.ActionScripts.ScriptContext;
import io.github.auth0migration.simulators.auth0.Auth0Connection;
import io.github.auth0migration.simulators.auth0.ScriptResult.Failed;
import io.github.auth0migration.simulators.auth0.ScriptResult.Nothing;
import io.github.auth0migration.simulators.auth0.ScriptResult.ScriptError;
import io.github.auth0migration.simulators.auth0.ScriptRun;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong set-up of the connection makes of the scripts, and what its context does. */
@NeedsNodeJs
class ConfigurationOfTheScriptsTest {

    private static void assertNamed(ScriptRig rig, String key, String value) {
        rig.connection().configure(key, value);

        ScriptRun run = rig.login();

        String message = ((ScriptError) run.result()).message();
        assertThat(message).startsWith("The connection's configuration is wrong: " + key + " must ");
        assertThat(value.isEmpty() || !message.contains(value)).isTrue();
        assertThat(ScriptRig.logged(run)).isEqualTo("failed configuration:" + key);
        assertThat(rig.stub().calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://auth.example.com/auth0",
                "ftp://auth.example.com/auth0",
                "auth.example.com/auth0",
                "https://me:5ecr3t@auth.example.com/auth0",
                "https://auth.example.com/auth0?a=b",
                "https://auth.example.com/auth0?",
                "https://auth.example.com/auth0#a",
                "https://auth.example.com/au th0",
                "http://localhost.example.com/auth0",
                "http://127.0.0.1.example.com/auth0",
                "https://",
                "x",
            })
    void anAddressThatIsNotSafeIsNamed(String address) {
        try (ScriptRig rig = ScriptRig.withSecret()) {
            assertNamed(rig, "MIGRATION_ENDPOINT_URL", address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5ecr3t-too-short",
                "5ecr3t with spaces in it 0123456789abcdef",
                "5ecr3t-0123456789abcdef0123456789\n"
            })
    void aSecretThatTheEndpointWouldNotTakeIsNamed(String secret) {
        try (ScriptRig rig = ScriptRig.withSecret()) {
            assertNamed(rig, "MIGRATION_ENDPOINT_SECRET", secret);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MIGRATION_CLIENT_ID, a b",
        "MIGRATION_CLIENT_SECRET, 5ecr3t",
        "MIGRATION_AUDIENCE, a b",
        "AUTH0_DOMAIN, http://acme.example.com",
        "AUTH0_DOMAIN, acme.example.com?x",
    })
    void settingsForAnAccessTokenAreNamed(String key, String value) {
        try (ScriptRig rig = ScriptRig.withToken()) {
            assertNamed(rig, key, value);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsRequired(CallerProof proof) {
        ActionScripts scripts = ActionScripts.builder().callerProof(proof).build();
        for (String missing : scripts.configurationKeys()) {
            try (ScriptRig rig = ScriptRig.of(scripts)) {
                assertNamed(rig, missing, "");
            }
        }
    }

    @Test
    void withoutAnyConfigurationTheFirstKeyIsNamed() {
        ActionScripts scripts = ActionScripts.builder().build();
        try (Auth0Connection connection =
                Auth0Connection.builder(scripts.login(), scripts.getUser()).build()) {
            assertThat(connection.runLogin("a", Marked.PASSWORD).result())
                    .extracting(result -> ((ScriptError) result).message())
                    .asString()
                    .contains("MIGRATION_ENDPOINT_URL");
        }
    }

    @Test
    void theUserIdOfAPasskeyIsAskedAsTheEndpointKnowsIt() {
        ActionScripts scripts =
                ActionScripts.builder().scriptContext(ScriptContext.ENABLED).build();
        try (ScriptRig rig = ScriptRig.of(scripts)) {
            rig.connection().enableScriptContext();
            rig.connection().runGetUser("auth0|okta|00u1", Map.of("identifierType", "user_id"));
            rig.connection().runGetUser("okta|00u1", Map.of("identifierType", "user_id"));
            rig.connection().runGetUser("auth0|ada", Map.of("identifierType", "username"));
            rig.getUser();
            rig.login();

            assertThat(rig.stub().calls()).hasSize(5);
            assertThat(rig.stub().calls().get(0).body().path("user_id").asText())
                    .isEqualTo("okta|00u1");
            assertThat(rig.stub().calls().get(0).body().has("identifier")).isFalse();
            assertThat(rig.stub().calls().get(1).body().path("user_id").asText())
                    .isEqualTo("okta|00u1");
            assertThat(rig.stub().calls().get(2).body().path("identifier").asText())
                    .isEqualTo("auth0|ada");
            assertThat(rig.stub().calls().get(2).body().has("user_id")).isFalse();
            assertThat(rig.stub().calls().get(3).body().path("identifier").asText())
                    .isEqualTo(ScriptRig.TYPED);
            assertThat(rig.stub().calls().get(4).body().path("password").asText())
                    .isEqualTo(Marked.PASSWORD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void scriptsForTheOtherContextSettingFailBeforeTheyAsk(ScriptContext rendered) {
        try (ScriptRig rig =
                ScriptRig.of(ActionScripts.builder().scriptContext(rendered).build())) {
            if (rendered == ScriptContext.DISABLED) {
                rig.connection().enableScriptContext();
            }

            assertThat(rig.connection().runLogin("a", Marked.PASSWORD).result())
                    .isEqualTo(new Failed("uncaught Error"));
            assertThat(rig.connection().runGetUser("a").result()).isEqualTo(new Failed("uncaught Error"));
            assertThat(rig.stub().calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void finishedScriptsKnowNobody(ScriptContext context) {
        ActionScripts scripts = ActionScripts.finished(context);
        try (Auth0Connection connection =
                Auth0Connection.builder(scripts.login(), scripts.getUser()).build()) {
            if (context == ScriptContext.ENABLED) {
                connection.enableScriptContext();
            }

            assertThat(connection.runLogin("a", Marked.PASSWORD).result()).isEqualTo(new Nothing());
            assertThat(connection.runGetUser("a").result()).isEqualTo(new Nothing());
        }
    }

    @Test
    void aCallbackThatThrowsIsNotCalledAgain() {
        ActionScripts scripts = ActionScripts.builder().build();
        String throwing = "function login(a, b, callback) { (" + scripts.login()
                + ")(a, b, (...result) => { callback(...result); throw new Error(); }); }";
        try (ScriptRig rig = ScriptRig.withSecret()) {
            rig.connection().scripts(throwing, scripts.getUser());

            ScriptRun run = rig.connection().runLogin(ScriptRig.TYPED, Marked.PASSWORD);

            assertThat(run.callbackCalls()).isEqualTo(1);
            assertThat(run.result()).isEqualTo(new Failed("uncaught Error"));
        }
    }
}
