package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.auth0.ScriptResult;
import io.github.auth0migration.simulators.auth0.ScriptRun;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer that a script may get, and the callback that it makes of it, in Node.js. */
@NeedsNodeJs
class AnswersOfTheEndpointTest {

    private static final ScriptRig RIG = ScriptRig.withSecret();

    @AfterAll
    static void close() {
        RIG.close();
    }

    @BeforeEach
    void reset() {
        RIG.stub().reset();
    }

    static Stream<AnswerRow> rows() {
        return Stream.of(AnswerRows.login(), AnswerRows.getUser(), AnswerRows.nonsense())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAnswerMakesOneCallback(AnswerRow row) {
        RIG.stub().answer(row.reply());

        ScriptRun run = RIG.run(row.script());

        assertThat(ScriptRig.callback(run)).isEqualTo(row.callback());
        assertThat(ScriptRig.logged(run)).isEqualTo(row.log());
        assertThat(RIG.stub().calls()).hasSize(1);
        assertThat(ScriptRig.line(run).path("correlation_id").asText())
                .hasSize(36)
                .isEqualTo(RIG.stub().calls().get(0).correlationId());
    }

    @Test
    void aLookUpNeverTakesNonsenseForNobody() {
        assertThat(AnswerRows.nonsense()).allSatisfy(row -> {
            RIG.stub().answer(row.reply());
            boolean found = row.answer().equals("an outcome of the other script");
            assertThat(ScriptRig.callback(RIG.getUser())).isEqualTo(found ? "callback(null, profile)" : row.callback());
        });
    }

    @Test
    void theQuestionIsWhatTheEndpointExpects() {
        RIG.login();
        RIG.getUser();

        StubCall login = RIG.stub().calls().get(0);
        StubCall getUser = RIG.stub().calls().get(1);
        assertThat(login.method() + " " + login.path()).isEqualTo("POST /auth0/login");
        assertThat(getUser.method() + " " + getUser.path()).isEqualTo("POST /auth0/get-user");
        assertThat(login.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(login.bearer()).isEqualTo(EndpointServer.SECRET);
        assertThat(login.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("version", "identifier", "password", "correlation_id");
        assertThat(login.body().path("version").isInt()).isTrue();
        assertThat(login.body().path("identifier").asText()).isEqualTo(ScriptRig.TYPED);
        assertThat(login.body().path("password").asText()).isEqualTo(Marked.PASSWORD);
        assertThat(getUser.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("version", "identifier", "correlation_id");
        assertThat(getUser.correlationId()).isNotEqualTo(login.correlationId());
    }

    @Test
    void theProfileArrivesAsItWasSent() {
        RIG.stub().answer(StubReply.json(200, """
                {"version":1,"outcome":"authenticated","correlation_id":"@C","profile":{"user_id":"okta|00u1","name":"Ada Wächter",
                "email_verified":false,"app_metadata":{"migration":{"source":"okta"}},"picture":null}}"""));

        assertThat(((ScriptResult.Profile) RIG.login().result()).profile())
                .containsEntry("name", "Ada Wächter")
                .containsEntry("email_verified", false)
                .containsEntry("app_metadata", Map.of("migration", Map.of("source", "okta")))
                .containsEntry("picture", null);
    }

    @Test
    void anErrorNamesTheCorrelationIdAndNothingElseOfTheCall() {
        RIG.stub().answer(StubReply.json(503, "{}"));

        ScriptResult.ScriptError error = (ScriptResult.ScriptError) RIG.login().result();

        assertThat(error.message())
                .isEqualTo("The sign-in could not be checked. Correlation id: "
                        + RIG.stub().calls().get(0).correlationId());
    }

    @Test
    void aWordThatIsNoneStaysOutOfTheLog() {
        RIG.stub()
                .answer(
                        StubReply.json(
                                200,
                                "{\"version\":1,\"outcome\":\"rejected\",\"correlation_id\":\"@C\",\"message\":\"No.\",\"cause\":\"a b\\n\"}"));

        assertThat(ScriptRig.logged(RIG.login())).isEqualTo("rejected other");
    }
}
