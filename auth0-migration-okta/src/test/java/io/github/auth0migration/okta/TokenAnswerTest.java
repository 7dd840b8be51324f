package io.github.auth0migration.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.error;
import static io.github.auth0migration.okta.OktaStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.PlatformStub;
import io.github.auth0migration.testsupport.Marked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer of the token endpoint, and what a look-up makes of it; and what an API call says of the token. */
class TokenAnswerTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    static Stream<AnswerRow<OktaStub, OktaSource.Builder>> rows() {
        return Stream.of(
                token("2.2 token, Bearer", json(200, bearer()), "Found"),
                token("2.2 token, DPoP", json(200, with("token_type", "DPoP")), "Found"),
                refused("2.2 token, 401 invalid_client", 401, "invalid_client", "SOURCE_CREDENTIALS"),
                refused("2.2 token, 400 invalid_client", 400, "invalid_client", "SOURCE_CREDENTIALS"),
                refused("2.2 token, 400 invalid_grant", 400, "invalid_grant", "SOURCE_CREDENTIALS"),
                refused("2.2 token, 400 invalid_scope", 400, "invalid_scope", "CONFIGURATION"),
                refused("2.2 token, 400 unauthorized_client", 400, "unauthorized_client", "CONFIGURATION"),
                refused("2.2 token, 400 unsupported_grant_type", 400, "unsupported_grant_type", "CONFIGURATION"),
                refused("2.2 token, 403 access_denied", 403, "access_denied", "CONFIGURATION"),
                refused("2.2 token, 400 invalid_request", 400, "invalid_request", "INTERNAL"),
                refused("2.2 token, invalid_dpop_proof for ever", 400, "invalid_dpop_proof", "SOURCE_CREDENTIALS"),
                token("2.2 token, use_dpop_nonce for ever", nonce(400), "Unavailable SOURCE_CREDENTIALS"),
                refused("2.2 token, use_dpop_nonce without a nonce", 400, "use_dpop_nonce", "SOURCE_CREDENTIALS"),
                refused("2.2 token, an unknown error", 400, "something_new", "MALFORMED_RESPONSE"),
                token("2.2 token, 404 E0000008", json(404, error("E0000008")), "Unavailable CONFIGURATION"),
                token("2.2 token, 429", json(429, error("E0000047")), "Unavailable RATE_LIMITED"),
                token("2.2 token, 500", json(500, error("E0000009")), "Unavailable SERVER_ERROR"),
                token("2.2 token, 401 not JSON", PlatformStub.html(401), "Unavailable MALFORMED_RESPONSE"),
                token("2.2 token, 200 not JSON", PlatformStub.html(200), "Unavailable MALFORMED_RESPONSE"),
                token(
                        "2.2 token, 302",
                        aResponse().withStatus(302).withHeader("Location", "https://evil.example.com/"),
                        "Unavailable MALFORMED_RESPONSE"),
                unusable("2.2 token, none in the answer", "access_token", null),
                unusable("2.2 token, with a line break", "access_token", Marked.TOKEN + "\r\nX-Evil: 1"),
                unusable("2.2 token, of an unknown type", "token_type", "mac"),
                unusable("2.2 token, that does not say how long it lives", "expires_in", null),
                unusable("2.2 token, dead on arrival", "expires_in", 0),
                api("2.2 access token, refused", json(401, error("E0000011")), "SOURCE_CREDENTIALS"),
                api("2.2 access token, feature not enabled", json(401, error("E0000015")), "CONFIGURATION"),
                api("2.2 access token, scope or role too small", json(403, error("E0000006")), "CONFIGURATION"),
                api("2.2 access token, proof refused", oauth(400, "invalid_dpop_proof"), "SOURCE_CREDENTIALS"),
                api("2.2 access token, nonce for ever", nonce(400), "SOURCE_CREDENTIALS"));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> token(
            String id, ResponseDefinitionBuilder reply, String outcome) {
        return AnswerRow.of(id, outcome, o -> o.token(reply));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> refused(String id, int status, String code, String kind) {
        return token(id, oauth(status, code), "Unavailable " + kind);
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> unusable(String id, String member, @Nullable Object value) {
        return token(id, json(200, with(member, value)), "Unavailable MALFORMED_RESPONSE");
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> api(
            String id, ResponseDefinitionBuilder reply, String kind) {
        return AnswerRow.of(id, "Unavailable " + kind, o -> {
            o.token(json(200, with("token_type", "DPoP")));
            o.users(reply);
        });
    }

    private static ResponseDefinitionBuilder oauth(int status, String code) {
        return json(status, Map.of("error", code, "error_description", Marked.secret("description")));
    }

    private static Map<String, Object> bearer() {
        return Map.of("token_type", "Bearer", "expires_in", 3600, "access_token", Marked.TOKEN);
    }

    private static Map<String, Object> with(String member, @Nullable Object value) {
        Map<String, Object> answer = new LinkedHashMap<>(bearer());
        if (value == null) {
            answer.remove(member);
        } else {
            answer.put(member, value);
        }
        return answer;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachAnswerHasItsOutcome(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);
        try (OktaSource source = okta.serviceApp()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo(row.outcome());
        }
        assertThat(okta.lines()).allMatch(line -> line.startsWith("POST /oauth2/") || line.startsWith("GET /api/"));
    }

    private static ResponseDefinitionBuilder nonce(int status) {
        return oauth(status, "use_dpop_nonce").withHeader("dpop-nonce", Marked.secret("nonce"));
    }

    private static long tokenCalls() {
        return okta.lines().stream().filter("POST /oauth2/v1/token"::equals).count();
    }

    private static long apiCalls() {
        return okta.lines().stream()
                .filter(line -> line.startsWith("GET /api/"))
                .count();
    }

    private static void assertProofRefused() {
        try (OktaSource source = okta.serviceApp()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        }
    }

    @Test
    void aNonceIsDemandedThreeTimesAtMost() {
        okta.token(nonce(400));
        assertProofRefused();

        assertThat(tokenCalls()).isEqualTo(3);
        assertThat(okta.requests().stream().map(request -> request.containsHeader("DPoP")))
                .containsExactly(false, true, true);
    }

    @Test
    void aProofIsDemandedOnce() {
        okta.token(oauth(400, "invalid_dpop_proof"));
        assertProofRefused();

        assertThat(tokenCalls()).isEqualTo(2);
    }

    @Test
    void aNonceThatDoesNotComeIsNotTriedFor() {
        okta.token(oauth(400, "use_dpop_nonce"));
        assertProofRefused();

        assertThat(tokenCalls()).isEqualTo(1);
    }

    @Test
    void aNewTokenIsNotFetchedForAFeatureThatIsNotEnabled() {
        okta.token(json(200, bearer()));
        okta.users(json(401, error("E0000015")));
        try (OktaSource source = okta.serviceApp()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable CONFIGURATION");
        }

        assertThat(tokenCalls()).isEqualTo(1);
        assertThat(apiCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"DPoP, 2", "Bearer, 1"})
    void aNewTokenIsNotFetchedForANonceAndOnlyAProofIsMadeAgain(String type, int calls) {
        okta.token(json(200, with("token_type", type)));
        okta.users(nonce(401));
        assertProofRefused();

        assertThat(tokenCalls()).isEqualTo(1);
        assertThat(apiCalls()).isEqualTo(calls);
    }

    @Test
    void aPasswordIsNotSentWhenThereIsNoToken() {
        okta.token(oauth(401, "invalid_client"));
        try (OktaSource source = okta.serviceApp()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        }
        assertThat(okta.passwordsSent()).isZero();
    }

    @Test
    void aBearerTokenGetsNoProof() {
        okta.token(json(200, bearer()));
        try (OktaSource source = okta.serviceApp()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
        }
        assertThat(okta.requests()).noneMatch(request -> request.containsHeader("DPoP"));
        assertThat(okta.requests().stream()
                        .filter(request -> request.getUrl().startsWith("/api/v1/users"))
                        .map(request -> request.getHeader("Authorization")))
                .containsOnly("Bearer " + Marked.TOKEN);
        assertThat(okta.requests().stream()
                        .filter(request -> request.getUrl().startsWith("/api/v1/authn"))
                        .map(request -> request.containsHeader("Authorization")))
                .containsExactly(false);
    }
}
