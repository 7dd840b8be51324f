package io.github.auth0migration.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.providertests.PlatformStub;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testsupport.Marked;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An Okta that answers just what a test says: one person, Ada, unless told otherwise. Registered as a static extension it
 * begins anew before each test.
 */
final class OktaStub extends PlatformStub {

    static final String ADA_ID = "00uAda0000000000001";
    static final String ADA = "ada@example.com";
    static final String NOT_FOUND = error("E0000007");

    OktaStub() {
        reset();
    }

    /** Ada as an ordinary active person, whom every way of asking finds. */
    @Override
    protected void stubOrdinaryAnswers() {
        server().stubFor(any(urlPathMatching("/.*")).atPriority(10).willReturn(json(404, error("E0000008"))));
        server().stubFor(post(urlPathEqualTo("/api/v1/authn/cancel")).willReturn(json(200, "{}")));
        person(user(ADA_ID, ADA, ADA, "ACTIVE", "OKTA"));
        factors("[]");
        deactivated(json(200, "[]"));
        changed(json(200, "[]"));
        authn(json(200, success(ADA_ID)));
    }

    void authn(ResponseDefinitionBuilder reply) {
        server().stubFor(post(urlPathEqualTo("/api/v1/authn")).willReturn(reply));
    }

    /** One person, known under id, login and e-mail. */
    void person(Map<String, Object> user) {
        String json = Json.write(user);
        users(json(200, json));
        search(json(200, "[" + json + "]"));
    }

    void users(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathMatching("/api/v1/users/[^/]+")).willReturn(reply));
    }

    void user(String encodedPathSegment, ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlEqualTo("/api/v1/users/" + encodedPathSegment))
                .atPriority(1)
                .willReturn(reply));
    }

    void search(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathEqualTo("/api/v1/users")).willReturn(reply));
    }

    void searchHits(List<Map<String, Object>> users) {
        search(json(200, "[" + String.join(",", users.stream().map(Json::write).toList()) + "]"));
    }

    /** The list of those who are deactivated. */
    void deactivated(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathEqualTo("/api/v1/users"))
                .withQueryParam("search", equalTo("status eq \"DEPROVISIONED\""))
                .atPriority(1)
                .willReturn(reply));
    }

    /** The list of those whose status has changed since some time. */
    void changed(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathEqualTo("/api/v1/users"))
                .withQueryParam("search", matching("statusChanged gt \"[0-9T:.-]+Z\""))
                .atPriority(1)
                .willReturn(reply));
    }

    /** The page of a list behind a cursor, or with a limit. */
    void page(String parameter, String value, ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathEqualTo("/api/v1/users"))
                .withQueryParam(parameter, equalTo(value))
                .atPriority(2)
                .willReturn(reply));
    }

    /** A {@code Link} header to the next page. */
    String next(String after) {
        return "<" + url() + "/api/v1/users?after=" + after + "&limit=200>; rel=\"next\"";
    }

    void token(ResponseDefinitionBuilder reply) {
        server().stubFor(post(urlPathEqualTo("/oauth2/v1/token")).willReturn(reply));
    }

    void factors(String json) {
        factors(json(200, json));
    }

    void factors(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathMatching("/api/v1/users/[^/]+/factors")).willReturn(reply));
    }

    void organization(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlEqualTo("/.well-known/okta-organization")).willReturn(reply));
    }

    OktaSource.Builder builder() {
        return OktaSource.builder()
                .orgUrl(url())
                .apiToken(() -> Marked.TOKEN)
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED);
    }

    OktaSource source(UnaryOperator<OktaSource.Builder> settings) {
        return settings.apply(builder()).build();
    }

    /** As a service app. */
    OktaSource serviceApp() {
        return OktaSource.builder()
                .orgUrl(url())
                .serviceApp(Keys.app())
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build();
    }

    OktaSource source() {
        return source(UnaryOperator.identity());
    }

    int passwordsSent() {
        return server().findAll(postRequestedFor(urlPathEqualTo("/api/v1/authn")))
                .size();
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withHeader("X-Okta-Request-Id", "req-1")
                .withBody(body);
    }

    static ResponseDefinitionBuilder json(int status, Map<String, ?> body) {
        return json(status, Json.write(body));
    }

    static String error(String code) {
        return Json.write(Map.of(
                "errorCode",
                code,
                "errorSummary",
                Marked.secret("summary"),
                "errorId",
                "oae1",
                "errorCauses",
                List.of()));
    }

    static Map<String, Object> success(String id) {
        return Map.of(
                "status",
                "SUCCESS",
                "sessionToken",
                Marked.secret("session"),
                "_embedded",
                Map.of("user", authnUser(id)));
    }

    /** Any other status, with a user and a state token. */
    static Map<String, Object> state(String status) {
        return state(status, Map.of("user", authnUser(ADA_ID)));
    }

    static Map<String, Object> state(String status, Map<String, ?> embedded) {
        return Map.of("status", status, "stateToken", Marked.secret("state"), "_embedded", embedded);
    }

    static Map<String, Object> authnUser(String id) {
        return Map.of("id", id, "profile", Map.of("login", ADA, "firstName", "Ada", "lastName", "Winter"));
    }

    static Map<String, Object> user(String id, String login, String email, String status, String provider) {
        return Map.of(
                "id",
                id,
                "status",
                status,
                "profile",
                Map.of(
                        "login",
                        login,
                        "email",
                        email,
                        "firstName",
                        "Ada",
                        "lastName",
                        "Winter",
                        "department",
                        "Engines"),
                "credentials",
                Map.of("password", Map.of(), "provider", Map.of("type", provider, "name", provider)));
    }
}
