package io.github.auth0migration.gigya;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.ada;
import static io.github.auth0migration.gigya.GigyaStub.text;
import static io.github.auth0migration.providertests.PlatformStub.html;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testsupport.Marked;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What arrives by HTTP, whatever method was called: Gigya's answer, or somebody else's. */
class TransportAnswerTest {

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    static Stream<AnswerRow<GigyaStub, GigyaSource.Builder>> rows() {
        return Stream.of(
                row("1 HTML 200", "Unavailable MALFORMED_RESPONSE", html(200)),
                row("1 HTML 403", "Unavailable MALFORMED_RESPONSE", html(403)),
                row("1 HTML 404", "Unavailable MALFORMED_RESPONSE", html(404)),
                row("1 HTML 429", "Unavailable RATE_LIMITED", html(429)),
                row("1 HTML 502", "Unavailable SERVER_ERROR", html(502)),
                row(
                        "1 redirect",
                        "Unavailable MALFORMED_RESPONSE",
                        html(302).withHeader("Location", "https://evil.example/")),
                row("1 empty", "Unavailable MALFORMED_RESPONSE", text(200, "")),
                row("1 cut", "Unavailable MALFORMED_RESPONSE", text(200, "{\"errorCode\":0,\"UID\":\"_gu")),
                row("1 JSONP", "Unavailable MALFORMED_RESPONSE", text(200, "cb({\"errorCode\":0});")),
                row("1 array", "Unavailable MALFORMED_RESPONSE", text(200, "[{\"errorCode\":0}]")),
                row("1 no errorCode", "Unavailable MALFORMED_RESPONSE", text(200, Json.write(ada()))),
                row("1 no errorCode, 503", "Unavailable SERVER_ERROR", text(503, "{\"message\":\"down\"}")),
                row("1 errorCode is text", "Unavailable MALFORMED_RESPONSE", coded("\"0\"")),
                row("1 errorCode is null", "Unavailable MALFORMED_RESPONSE", coded("null")),
                row("1 errorCode is a fraction", "Unavailable MALFORMED_RESPONSE", coded("0.0")),
                row("1 errorCode is too large", "Unavailable MALFORMED_RESPONSE", coded("4294967296")),
                row("1 errorCode twice", "Unavailable MALFORMED_RESPONSE", coded("403042,\"errorCode\":0")),
                row("1 reset", "Unavailable SERVER_ERROR", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    private static ResponseDefinitionBuilder coded(String code) {
        return text(200, "{\"errorCode\":" + code + ",\"UID\":\"_guid_1\"}");
    }

    private static AnswerRow<GigyaStub, GigyaSource.Builder> row(
            String id, String outcome, ResponseDefinitionBuilder reply) {
        return AnswerRow.of(id, outcome, g -> {
            g.login(reply);
            g.find(reply);
            g.search(reply);
            g.account(reply);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isNeverAnAnswer(AnswerRow<GigyaStub, GigyaSource.Builder> row) {
        row.answer().accept(gigya);

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo(row.outcome());
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo(row.outcome());
        }
        assertThat(gigya.passwordsSent()).as("passwords sent").isEqualTo(1);
    }

    /** The same success under every status and type: they mean nothing. */
    static Stream<ResponseDefinitionBuilder> envelopes() {
        Map<String, Object> body = new HashMap<>(ada());
        body.put("errorCode", 0);
        body.put("statusCode", 500);
        String json = Json.write(body);
        return Stream.of(
                text(200, json),
                text(403, json),
                text(500, json),
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody(json),
                aResponse().withStatus(200).withBody(json));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    @Row(
            value = {"11 statusCode", "11 media type"},
            outcome = "Authenticated")
    void onlyErrorCodeCounts(ResponseDefinitionBuilder reply) {
        gigya.login(reply);

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
        }
    }
}
