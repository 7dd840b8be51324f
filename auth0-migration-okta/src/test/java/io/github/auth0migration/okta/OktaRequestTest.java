package io.github.auth0migration.okta;

import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.NOT_FOUND;
import static io.github.auth0migration.okta.OktaStub.json;
import static io.github.auth0migration.okta.OktaStub.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves for Okta. */
class OktaRequestTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    private LoggedRequest authn() {
        return okta.requests().stream()
                .filter(request -> request.getUrl().equals("/api/v1/authn"))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void aLoginResolvesAuthenticatesAndReads() {
        try (OktaSource source = okta.source()) {
            source.login(ADA, Marked.PASSWORD);
        }

        assertThat(okta.lines())
                .containsExactly(
                        "GET /api/v1/users/ada%40example.com",
                        "GET /api/v1/users?search=profile.email%20eq%20%22ada%40example.com%22%20or%20profile.login%20eq"
                                + "%20%22ada%40example.com%22&limit=25",
                        "POST /api/v1/authn",
                        "GET /api/v1/users/" + ADA_ID,
                        "GET /api/v1/users/" + ADA_ID + "/factors");
    }

    @Test
    void aLookupResolvesAndAsksForFactors() {
        try (OktaSource source = okta.source()) {
            source.getUser(ADA);
        }

        assertThat(okta.lines()).hasSize(3).last().isEqualTo("GET /api/v1/users/" + ADA_ID + "/factors");
        assertThat(okta.requests())
                .allSatisfy(request ->
                        assertThat(request.getHeader("Authorization")).isEqualTo("SSWS " + Marked.TOKEN));
    }

    @Test
    void authnIsAnonymousJsonWithNothingToSpare() {
        try (OktaSource source = okta.source()) {
            source.login(LoginRequest.of(ADA, Marked.PASSWORD)
                    .withClient(
                            ClientInfo.unknown().withUserAgent("Mozilla/5.0").withDeviceId("device-1")));
        }

        LoggedRequest request = authn();
        assertThat(request.getBodyAsString())
                .isEqualTo("{\"username\":\"ada@example.com\",\"password\":\"" + Marked.PASSWORD + "\"}");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
        assertThat(request.getHeader("User-Agent")).isEqualTo("Mozilla/5.0");
        assertThat(request.getHeader("Authorization")).isNull();
        assertThat(request.getHeader("X-Device-Fingerprint")).isNull();
        assertThat(request.getHeader("X-Forwarded-For")).isNull();
        assertThat(request.getHeader("Cookie")).isNull();
    }

    @Test
    void aTrustedApplicationSendsTokenAndDevice() {
        try (OktaSource source = okta.source(b -> b.authnApplication(AuthnApplication.TRUSTED))) {
            source.login(LoginRequest.of(ADA, Marked.PASSWORD)
                    .withClient(ClientInfo.unknown().withDeviceId("device-1")));
        }

        assertThat(authn().getHeader("Authorization")).isEqualTo("SSWS " + Marked.TOKEN);
        assertThat(authn().getHeader("X-Device-Fingerprint")).isEqualTo("device-1");
        assertThat(authn().getBodyAsString()).contains("\"context\":{\"deviceToken\":\"device-1\"}");
    }

    @Test
    void withoutAClientsUserAgentWeSendOurOwn() {
        try (OktaSource source = okta.source()) {
            source.login(ADA, Marked.PASSWORD);
        }

        assertThat(authn().getHeader("User-Agent")).startsWith("auth0-migration-java");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a\"b@example.com | \"a\\\"b@example.com\"",
                "a\\b@example.com | \"a\\\\b@example.com\"",
                "x\" or status eq \"ACTIVE | \"x\\\" or status eq \\\"ACTIVE\"",
                "a\\\" or id pr or id eq \\\"@x | \"a\\\\\\\" or id pr or id eq \\\\\\\"@x\""
            })
    void searchesEscapeTheirLiteral(String typed, String literal) {
        okta.users(json(404, NOT_FOUND));
        okta.searchHits(List.of());

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.getUser(typed))).isEqualTo("NotFound INDEX");
        }

        String query = okta.requests().get(0).getUrl().replaceAll("^.*search=([^&]*)&.*$", "$1");
        assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8)).endsWith("profile.login eq " + literal);
    }

    @ParameterizedTest
    @CsvSource({
        "okta|me",
        "okta|00u Ada00000000",
        "okta|ada",
        "okta|..",
        "okta|00u/1",
        "other|00uAda0000000000001",
        "00uAda0000000000001",
        "okta|"
    })
    void userIdsThatWeNeverGaveAreNobody(String userId) {
        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId(userId))))
                    .isEqualTo("NotFound EXACT");
        }
        assertThat(okta.lines()).isEmpty();
    }

    @Test
    void aUserIdThatAnswersAsSomebodyElseIsNobody() {
        okta.users(json(200, user("00uEve0000000000002", ADA, ADA, "ACTIVE", "OKTA")));

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("okta|shortname1"))))
                    .isEqualTo("NotFound EXACT");
        }
    }

    @ParameterizedTest
    @CsvSource({"'',x", "ada@example.com,''", "'  ',x"})
    void emptyInputIsRejectedWithoutAsking(String typed, String password) {
        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.login(typed, password))).isEqualTo("Rejected UNSPECIFIED");
        }
        assertThat(okta.lines()).isEmpty();
    }
}
