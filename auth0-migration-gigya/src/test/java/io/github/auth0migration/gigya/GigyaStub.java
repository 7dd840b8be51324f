package io.github.auth0migration.gigya;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.auth0migration.providertests.PlatformStub;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.spi.PercentEncoding;
import io.github.auth0migration.spi.Retrier;
import io.github.auth0migration.testsupport.Marked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Gigya that answers just what a test says: one person, Ada, unless told otherwise. Registered as a static extension it
 * begins anew before each test.
 */
final class GigyaStub extends PlatformStub {

    static final String ADA_UID = "_guid_Ada-Winter_01=";
    static final String ADA = "ada@example.com";

    static final String LOGIN = "/accounts.login";
    static final String FIND = "/accounts.identifiers.find";
    static final String ACCOUNT = "/accounts.getAccountInfo";
    static final String SEARCH = "/accounts.search";

    GigyaStub() {
        reset();
    }

    /** Ada as an ordinary person, whom every way of asking finds. */
    @Override
    protected void stubOrdinaryAnswers() {
        server().stubFor(any(urlPathMatching("/.*")).atPriority(10).willReturn(error(400096)));
        person(ada());
    }

    /** One person, known by every identifier. */
    void person(Map<String, ?> account) {
        login(ok(account));
        find(ok(Map.of("UID", account.get("UID"))));
        account(ok(account));
        search(page(List.of(account)));
    }

    void login(ResponseDefinitionBuilder reply) {
        answer(LOGIN, reply);
    }

    void find(ResponseDefinitionBuilder reply) {
        answer(FIND, reply);
    }

    void account(ResponseDefinitionBuilder reply) {
        answer(ACCOUNT, reply);
    }

    void search(ResponseDefinitionBuilder reply) {
        answer(SEARCH, reply);
    }

    private void answer(String path, ResponseDefinitionBuilder reply) {
        server().stubFor(post(urlEqualTo(path)).willReturn(reply));
    }

    /** An answer to calls that hold this field. */
    void answer(String path, String field, String value, ResponseDefinitionBuilder reply) {
        server().stubFor(post(urlEqualTo(path))
                .atPriority(1)
                .withRequestBody(containing(field + "=" + PercentEncoding.encode(value)))
                .willReturn(reply));
    }

    GigyaSource source(UnaryOperator<GigyaSource.Builder> settings) {
        return settings.apply(GigyaSource.builder()
                        .apiKey("3_TestSite")
                        .baseUrl(url())
                        .credentials(GigyaCredentials.secret("AKtest", () -> Marked.TOKEN))
                        .retrier(Retrier.of(2, Duration.ofMillis(10)))
                        .userIdPrefix("gigya"))
                .build();
    }

    GigyaSource source() {
        return source(UnaryOperator.identity());
    }

    int passwordsSent() {
        return server().findAll(postRequestedFor(urlEqualTo(LOGIN))).size();
    }

    /** The fields of the latest call of a method. */
    Map<String, String> form(String path) {
        return requests().stream()
                .filter(request -> request.getUrl().equals(path))
                .reduce((earlier, later) -> later)
                .map(GigyaStub::form)
                .orElseThrow();
    }

    static Map<String, String> form(LoggedRequest request) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : request.getBodyAsString().split("&", -1)) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    /** As Gigya answers: 200 and the type of JavaScript, whatever the outcome. */
    static ResponseDefinitionBuilder ok(Map<String, ?> members) {
        return coded(0, members);
    }

    static ResponseDefinitionBuilder error(int code) {
        return coded(code, Map.of("errorDetails", Marked.secret("details"), "errorMessage", Marked.secret("message")));
    }

    static ResponseDefinitionBuilder coded(int code, Map<String, ?> members) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("callId", "call-1");
        body.put("errorCode", code);
        body.put("statusCode", code == 0 ? 200 : code / 1000);
        body.putAll(members);
        return text(200, Json.write(body));
    }

    static ResponseDefinitionBuilder text(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/javascript; charset=utf-8")
                .withBody(body);
    }

    static ResponseDefinitionBuilder page(List<? extends Map<String, ?>> rows) {
        return ok(Map.of("results", rows, "objectsCount", rows.size(), "totalCount", rows.size()));
    }

    /** Ada, who signs in with her verified address. */
    static Map<String, Object> ada() {
        return account(ADA_UID, ADA);
    }

    static Map<String, Object> account(String uid, String email) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("UID", uid);
        account.put("isActive", true);
        account.put("isRegistered", true);
        account.put("isVerified", true);
        account.put("created", "2019-04-29T20:39:36.88Z");
        account.put("socialProviders", "site");
        account.put("loginIDs", Map.of("emails", List.of(email), "unverifiedEmails", List.of()));
        account.put("emails", Map.of("verified", List.of(email), "unverified", List.of()));
        account.put("profile", Map.of("firstName", "Ada", "lastName", "Winter", "email", email, "city", "Lund"));
        account.put("data", Map.of("tier", "gold"));
        account.put("sessionInfo", Map.of("cookieValue", Marked.secret("session")));
        return account;
    }

    /** Ada with one member changed, or without it. */
    static Map<String, Object> adaBut(String member, @Nullable Object value) {
        Map<String, Object> account = ada();
        if (value == null) {
            account.remove(member);
        } else {
            account.put(member, value);
        }
        return account;
    }
}
