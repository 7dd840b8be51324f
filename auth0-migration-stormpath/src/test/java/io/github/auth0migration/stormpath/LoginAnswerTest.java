package io.github.auth0migration.stormpath;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.providertests.PlatformStub.html;
import static io.github.auth0migration.stormpath.StormpathStub.ADA;
import static io.github.auth0migration.stormpath.StormpathStub.ADA_ID;
import static io.github.auth0migration.stormpath.StormpathStub.EVE_ID;
import static io.github.auth0migration.stormpath.StormpathStub.error;
import static io.github.auth0migration.stormpath.StormpathStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer to a login attempt. */
class LoginAnswerTest {

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> rows() {
        return Stream.of(proofs(), verdicts(), configuration(), breakdowns(), noAnswers())
                .flatMap(rows -> rows);
    }

    private static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> proofs() {
        return Stream.of(
                row("3 200 link", "Authenticated", s -> s.login(json(200, s.proof(ADA_ID)))),
                row("3 201 link", "Authenticated", s -> s.login(json(201, s.proof(ADA_ID)))),
                row("3 202 link", "Unavailable MALFORMED_RESPONSE", s -> s.login(json(202, s.proof(ADA_ID)))),
                row(
                        "3 200 account expanded",
                        "Authenticated",
                        s -> s.login(json(200, Map.of("account", s.account(ADA_ID, ADA, ADA))))),
                row(
                        "3 200 account is the answer",
                        "Authenticated",
                        s -> s.login(json(200, s.account(ADA_ID, ADA, ADA)))),
                row(
                        "3 200 another account",
                        "Refused IDENTITY_MISMATCH, password proved",
                        s -> s.login(json(200, s.proof(EVE_ID)))));
    }

    private static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> verdicts() {
        return Stream.of(
                answer(400, 7100, "Rejected UNSPECIFIED"),
                answer(400, 7104, "Rejected UNSPECIFIED"),
                answer(400, 400, "Rejected UNSPECIFIED"),
                answer(400, 7101, "Refused DISABLED"),
                answer(400, 7102, "Refused NOT_ACTIVATED"),
                answer(400, 7103, "Refused LOCKED_OUT"),
                answer(400, 7105, "Refused DISABLED"),
                answer(400, 7106, "Refused DISABLED"),
                answer(400, 7107, "Refused DISABLED"));
    }

    private static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> configuration() {
        Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> stores = IntStream.of(
                        2014, 2016, 2020, 2021, 4605, 5105, 5114)
                .mapToObj(code -> answer(400, code, "Unavailable CONFIGURATION"));
        Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> others = Stream.of(
                answer(400, 2000, "Unavailable INTERNAL"),
                answer(400, 2100, "Unavailable INTERNAL"),
                answer(415, 1101, "Unavailable INTERNAL"),
                answer(405, 405, "Unavailable INTERNAL"),
                answer(401, 401, "Unavailable SOURCE_CREDENTIALS"),
                answer(403, 403, "Unavailable SOURCE_CREDENTIALS"),
                answer(404, 404, "Unavailable CONFIGURATION"),
                answer(404, 7104, "Unavailable CONFIGURATION"));
        return Stream.concat(stores, others);
    }

    private static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> breakdowns() {
        Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> agents = IntStream.rangeClosed(9001, 9006)
                .boxed()
                .flatMap(code -> Stream.of(
                        answer(400, code, "Unavailable SERVER_ERROR"), answer(503, code, "Unavailable SERVER_ERROR")));
        Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> others = Stream.of(
                answer(400, 7200, "Unavailable SERVER_ERROR"),
                answer(400, 7201, "Unavailable SERVER_ERROR"),
                answer(400, 7202, "Unavailable SERVER_ERROR"),
                answer(429, 429, "Unavailable RATE_LIMITED"),
                answer(429, 7104, "Unavailable RATE_LIMITED"),
                answer(500, 500, "Unavailable SERVER_ERROR"),
                answer(500, 7104, "Unavailable SERVER_ERROR"),
                answer(503, 503, "Unavailable SERVER_ERROR"));
        return Stream.concat(agents, others);
    }

    private static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> noAnswers() {
        String nonsense = "Unavailable MALFORMED_RESPONSE";
        return Stream.of(
                answer(400, 9999, nonsense),
                answer(409, 7104, nonsense),
                row("6 400 not JSON", nonsense, s -> s.login(html(400))),
                row("6 401 not JSON", "Unavailable SOURCE_CREDENTIALS", s -> s.login(html(401))),
                row("6 404 not JSON", "Unavailable CONFIGURATION", s -> s.login(html(404))),
                row("6 502 not JSON", "Unavailable SERVER_ERROR", s -> s.login(html(502))),
                row("8.13 200 not JSON", nonsense, s -> s.login(html(200))),
                row("8.13 200 without account", nonsense, s -> s.login(json(200, Map.of()))),
                row("8.13 200 account null", nonsense, s -> s.login(json(200, withNull("account")))),
                row(
                        "8.13 200 account.href null",
                        nonsense,
                        s -> s.login(json(200, Map.of("account", withNull("href"))))),
                row(
                        "8.3 200 link to something else",
                        nonsense,
                        s -> s.login(json(200, Map.of("account", Map.of("href", s.href("directories", ADA_ID)))))),
                row(
                        "8.3 200 link with a query",
                        nonsense,
                        s -> s.login(json(
                                200, Map.of("account", Map.of("href", s.href("accounts", ADA_ID) + "?x=1"))))),
                row(
                        "1 302",
                        nonsense,
                        s -> s.login(aResponse().withStatus(302).withHeader("Location", "https://evil.example/"))));
    }

    private static Map<String, Object> withNull(String member) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(member, null);
        return object;
    }

    private static AnswerRow<StormpathStub, StormpathSource.Builder> answer(int status, int code, String outcome) {
        return row("3 " + status + " " + code, outcome, s -> s.login(error(status, code)));
    }

    private static AnswerRow<StormpathStub, StormpathSource.Builder> row(
            String id, String outcome, Consumer<StormpathStub> answer) {
        return AnswerRow.of(id, outcome, answer);
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Row(value = "8.7 anything but 200", outcome = "by status first, then code, as in the rows of section 3")
    void decidesOnStatusThenCode(AnswerRow<StormpathStub, StormpathSource.Builder> row) {
        row.answer().accept(stormpath);

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo(row.outcome());
        }
        assertThat(stormpath.passwordsSent()).as("passwords sent").isEqualTo(1);
    }

    @Test
    void aRejectionNamesTheAccountForGuards() {
        stormpath.login(error(400, 7100));

        try (StormpathSource source = stormpath.source()) {
            assertThat(source.login(ADA, Marked.WRONG_PASSWORD))
                    .isEqualTo(new LoginOutcome.Rejected(LoginOutcome.Cause.UNSPECIFIED, "stormpath|" + ADA_ID));
        }
    }

    @Test
    void aFailureNamesTheRequest() {
        stormpath.login(error(401, 401));

        try (StormpathSource source = stormpath.source()) {
            assertThat(source.login(ADA, Marked.PASSWORD))
                    .extracting(outcome -> ((LoginOutcome.Unavailable) outcome)
                            .failure()
                            .upstreamRequestId()
                            .orElse(""))
                    .isEqualTo("req-1");
        }
    }
}
