package io.github.auth0migration.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.error;
import static io.github.auth0migration.okta.OktaStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error of the Authentication API. */
class AuthnErrorTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    static Stream<AnswerRow<OktaStub, OktaSource.Builder>> rows() {
        return Stream.of(
                answer(400, "E0000001", "Unavailable INTERNAL"),
                answer(400, "E0000003", "Unavailable INTERNAL"),
                answer(400, "E0000018", "Unavailable INTERNAL"),
                answer(400, "E0000019", "Unavailable INTERNAL"),
                answer(400, "E0000021", "Unavailable INTERNAL"),
                answer(405, "E0000022", "Unavailable INTERNAL"),
                answer(406, "E0000122", "Unavailable INTERNAL"),
                AnswerRow.of(
                        "1.4 411",
                        "Unavailable INTERNAL",
                        o -> o.authn(aResponse().withStatus(411))),
                answer(401, "E0000004", "Rejected UNSPECIFIED"),
                answer(401, "E0000207", "Rejected UNSPECIFIED"),
                answer(401, "E0000011", "Unavailable SOURCE_CREDENTIALS"),
                answer(401, "E0000015", "Unavailable CONFIGURATION"),
                answer(401, "E0000064", "Refused PASSWORD_EXPIRED"),
                answer(403, "E0000085", "Refused POLICY_DENIED"),
                answer(403, "E0000006", "Unavailable CONFIGURATION"),
                answer(403, "E0000259", "Refused BREACHED_PASSWORD"),
                answer(403, "E0000079", "Unavailable MALFORMED_RESPONSE"),
                answer(403, "E0000069", "Refused LOCKED_OUT"),
                answer(403, "E0000119", "Refused LOCKED_OUT"),
                answer(403, "E0000095", "Unavailable MALFORMED_RESPONSE"),
                answer(403, "E0000260", "Unavailable CONFIGURATION"),
                answer(403, "E0000212", "Unavailable CONFIGURATION"),
                answer(404, "E0000008", "Unavailable CONFIGURATION"),
                answer(429, "E0000047", "Unavailable RATE_LIMITED"),
                answer(500, "E0000009", "Unavailable SERVER_ERROR"),
                answer(503, "E0000010", "Unavailable SERVER_ERROR"),
                answer(503, "E0000181", "Unavailable SERVER_ERROR"),
                answer(502, "E0000240", "Unavailable SERVER_ERROR"),
                answer(504, "E0000241", "Unavailable SERVER_ERROR"),
                answer(401, "E9999999", "Unavailable MALFORMED_RESPONSE"),
                answer(403, "E0000004", "Unavailable MALFORMED_RESPONSE"),
                page(400, "Unavailable MALFORMED_RESPONSE"),
                page(401, "Unavailable MALFORMED_RESPONSE"),
                page(404, "Unavailable MALFORMED_RESPONSE"),
                page(502, "Unavailable SERVER_ERROR"),
                page(200, "Unavailable MALFORMED_RESPONSE"),
                AnswerRow.of(
                        "1.4 302",
                        "Unavailable MALFORMED_RESPONSE",
                        o -> o.authn(aResponse().withStatus(302).withHeader("Location", "https://evil.example/"))));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> answer(int status, String code, String outcome) {
        return AnswerRow.of("1.4 " + status + " " + code, outcome, okta -> okta.authn(json(status, error(code))));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> page(int status, String outcome) {
        return AnswerRow.of(
                "1.4 " + status + " not JSON",
                outcome,
                okta -> okta.authn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>" + Marked.secret("page") + "</html>")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decidesOnErrorCode(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo(row.outcome());
        }
        assertThat(okta.passwordsSent()).as("passwords sent").isEqualTo(1);
    }
}
