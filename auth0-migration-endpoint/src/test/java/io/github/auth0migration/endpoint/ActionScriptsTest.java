package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.endpoint.ActionScripts.CallerProof;
import io.github.auth0migration.endpoint.ActionScripts.ScriptContext;
import io.github.auth0migration.providertests.DocsPage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rendered texts. */
class ActionScriptsTest {

    static Stream<ActionScripts> all() {
        return Stream.of(CallerProof.values())
                .flatMap(proof -> Stream.of(ScriptContext.values())
                        .flatMap(context -> Stream.of(
                                ActionScripts.builder()
                                        .callerProof(proof)
                                        .scriptContext(context)
                                        .build(),
                                ActionScripts.finished(context))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachScriptIsOneSmallFunctionWithoutGaps(ActionScripts scripts) {
        assertThat(scripts.login()).startsWith("function login(userNameOrEmail, password, ");
        assertThat(scripts.getUser()).startsWith("function getUser(identifier, ");
        assertThat(Stream.of(scripts.login(), scripts.getUser())).allSatisfy(text -> {
            assertThat(text).endsWith("\n}\n").doesNotContain("{{", "}}", "\t", "\r", "eval(", "new Function");
            assertThat(text.lines().skip(1).filter(line -> !line.isEmpty() && !line.startsWith(" ")))
                    .containsExactly("}");
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(12_000);
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySettingComesFromTheConfiguration(ActionScripts scripts) {
        assertThat(scripts.configurationKeys())
                .allSatisfy(key -> assertThat(scripts.login()).contains("\"" + key + "\""));
        assertThat(scripts.login() + scripts.getUser()).doesNotContain("process.env", "http://localhost");
    }

    @Test
    void theContextIsAParameterWhereItIsEnabled() {
        ActionScripts with =
                ActionScripts.builder().scriptContext(ScriptContext.ENABLED).build();
        ActionScripts without = ActionScripts.builder().build();

        assertThat(with.login()).startsWith("function login(userNameOrEmail, password, context, callback) {");
        assertThat(with.getUser()).startsWith("function getUser(identifier, context, callback) {");
        assertThat(without.login()).startsWith("function login(userNameOrEmail, password, callback) {");
        assertThat(without.getUser()).startsWith("function getUser(identifier, callback) {");
        assertThat(ActionScripts.finished(ScriptContext.ENABLED).getUser())
                .startsWith("function getUser(identifier, context, callback) {");
    }

    @Test
    void theTimeLimitIsTwelveSecondsOrWhatIsSet() {
        assertThat(ActionScripts.builder().build().login()).contains("timeLimitMillis = 12000;");
        assertThat(ActionScripts.builder()
                        .timeout(Duration.ofMillis(7500))
                        .build()
                        .getUser())
                .contains("timeLimitMillis = 7500;");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 999, 18_001, Long.MAX_VALUE})
    void aTimeLimitThatHelpsNobodyIsRefused(long millis) {
        ActionScripts.Builder builder = ActionScripts.builder().timeout(Duration.ofMillis(millis));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("timeout must be 1 to 18");
    }

    @Test
    void theKeysAreThoseOfTheCallersProof() {
        assertThat(ActionScripts.builder().build().configurationKeys())
                .containsExactly("MIGRATION_ENDPOINT_URL", "MIGRATION_ENDPOINT_SECRET");
        assertThat(ActionScripts.builder()
                        .callerProof(CallerProof.CLIENT_CREDENTIALS)
                        .build()
                        .configurationKeys())
                .containsExactly(
                        "MIGRATION_ENDPOINT_URL",
                        "MIGRATION_CLIENT_ID",
                        "MIGRATION_CLIENT_SECRET",
                        "MIGRATION_AUDIENCE",
                        "AUTH0_DOMAIN");
        assertThat(ActionScripts.finished(ScriptContext.DISABLED).configurationKeys())
                .isEmpty();
    }

    @Test
    void theTextsInTheDocumentationAreTheRenderedOnes() {
        assertIsDocumented("shared-secret", ActionScripts.builder().build());
        assertIsDocumented(
                "client-credentials",
                ActionScripts.builder()
                        .callerProof(CallerProof.CLIENT_CREDENTIALS)
                        .build());
        assertIsDocumented("finished", ActionScripts.finished(ScriptContext.DISABLED));
    }

    private static void assertIsDocumented(String folder, ActionScripts scripts) {
        DocsPage.named("action-scripts/" + folder + "/login.js").assertIs(scripts.login());
        DocsPage.named("action-scripts/" + folder + "/get_user.js").assertIs(scripts.getUser());
    }
}
