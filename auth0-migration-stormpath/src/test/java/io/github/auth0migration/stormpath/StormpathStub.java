package io.github.auth0migration.stormpath;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.auth0migration.providertests.PlatformStub;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Stormpath that answers just what a test says: one person, Ada, unless told otherwise. Registered as a static extension
 * it begins anew before each test.
 */
final class StormpathStub extends PlatformStub {

    static final String APPLICATION_ID = "app0000000000000000001";
    static final String ADA_ID = "ada0000000000000000001";
    static final String EVE_ID = "eve0000000000000000002";
    static final String ADA = "ada@example.com";
    static final String KEY_ID = "KEY0000000000000000001";

    private static final String APPLICATION = "/v1/applications/" + APPLICATION_ID;

    StormpathStub() {
        reset();
    }

    /** Ada as an ordinary account, whom every way of asking finds. */
    @Override
    protected void stubOrdinaryAnswers() {
        server().stubFor(any(urlPathMatching("/.*")).atPriority(10).willReturn(error(404, 404)));
        application(json(200, Map.of("href", href("applications", APPLICATION_ID), "status", "ENABLED")));
        stores(0, json(200, page(store("directories", "dir1"))));
        search("email", page());
        search("username", page());
        person(account(ADA_ID, ADA, ADA));
        login(json(200, proof(ADA_ID)));
    }

    void application(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathEqualTo(APPLICATION)).willReturn(reply));
    }

    /** The application's account stores from an offset on; none behind, unless told otherwise. */
    void stores(int offset, ResponseDefinitionBuilder reply) {
        MappingBuilder stores = get(urlPathEqualTo(APPLICATION + "/accountStoreMappings"));
        if (offset > 0) {
            server().stubFor(stores.withQueryParam("offset", equalTo(String.valueOf(offset)))
                    .atPriority(1)
                    .willReturn(reply));
            return;
        }
        server().stubFor(stores.willReturn(reply));
        server().stubFor(get(urlPathEqualTo(APPLICATION + "/accountStoreMappings"))
                .withQueryParam("offset", matching("[1-9].*"))
                .atPriority(2)
                .willReturn(json(200, page())));
    }

    Map<String, Object> store(String kind, String id) {
        return Map.of(
                "href",
                href("accountStoreMappings", "m" + id),
                "accountStore",
                Map.of("href", "https://api.stormpath.com/v1/" + kind + "/" + id));
    }

    void login(ResponseDefinitionBuilder reply) {
        server().stubFor(post(urlPathEqualTo(APPLICATION + "/loginAttempts")).willReturn(reply));
    }

    /** One person, who is found by address and id, and by the username if it is plain. */
    void person(Map<String, ?> account) {
        search("email", page(account));
        accounts(json(200, account));
    }

    void accounts(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathMatching("/v1/accounts/[^/]+")).willReturn(reply));
    }

    void account(String id, ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathEqualTo("/v1/accounts/" + id)).atPriority(2).willReturn(reply));
    }

    /** The answer without custom data; those with them stay as they are. */
    void bareAccounts(ResponseDefinitionBuilder reply) {
        server().stubFor(get(urlPathMatching("/v1/accounts/[^/]+"))
                .atPriority(3)
                .withQueryParam("expand", absent())
                .willReturn(reply));
    }

    /** What a search by an attribute brings, whatever its value; nobody on any further page. */
    void search(String attribute, Map<String, ?> page) {
        search(attribute, json(200, page));
        server().stubFor(byAttribute(attribute)
                .withQueryParam("offset", matching("[1-9].*"))
                .atPriority(2)
                .willReturn(json(200, page())));
    }

    void search(String attribute, ResponseDefinitionBuilder reply) {
        server().stubFor(byAttribute(attribute).willReturn(reply));
    }

    void furtherPage(String attribute, int offset, Map<String, ?> page) {
        server().stubFor(byAttribute(attribute)
                .withQueryParam("offset", equalTo(String.valueOf(offset)))
                .atPriority(1)
                .willReturn(json(200, page)));
    }

    private static MappingBuilder byAttribute(String attribute) {
        return get(urlPathEqualTo(APPLICATION + "/accounts")).withQueryParam(attribute, matching(".*"));
    }

    void groups(int offset, ResponseDefinitionBuilder reply) {
        MappingBuilder groups = get(urlPathMatching("/v1/accounts/[^/]+/groups"));
        server().stubFor((offset == 0
                        ? groups.atPriority(5)
                        : groups.withQueryParam("offset", equalTo(String.valueOf(offset)))
                                .atPriority(4))
                .willReturn(reply));
    }

    URI baseUrl() {
        return URI.create(url() + "/v1");
    }

    String href(String resource, String id) {
        return baseUrl() + "/" + resource + "/" + id;
    }

    StormpathSource source(UnaryOperator<StormpathSource.Builder> settings) {
        return settings.apply(StormpathSource.builder()
                        .baseUrl(baseUrl())
                        .applicationId(APPLICATION_ID)
                        .apiKey(KEY_ID, () -> Marked.TOKEN)
                        .userIdPrefix("stormpath"))
                .build();
    }

    StormpathSource source() {
        return source(UnaryOperator.identity());
    }

    int passwordsSent() {
        return server().findAll(postRequestedFor(urlPathMatching(".*/loginAttempts")))
                .size();
    }

    static ResponseDefinitionBuilder json(int status, Map<String, ?> body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("Stormpath-Request-Id", "req-1")
                .withBody(Json.write(body));
    }

    static ResponseDefinitionBuilder error(int status, int code) {
        return json(
                status,
                Map.of(
                        "status",
                        status,
                        "code",
                        code,
                        "message",
                        Marked.secret("message"),
                        "developerMessage",
                        Marked.secret("message")));
    }

    Map<String, Object> proof(String id) {
        return Map.of("account", Map.of("href", href("accounts", id)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Map<String, Object> page(Map<String, ?>... items) {
        return Map.of("offset", 0, "limit", 100, "size", items.length, "items", Arrays.asList(items));
    }

    static Map<String, Object> page(List<? extends Map<String, ?>> items) {
        return Map.of("offset", 0, "limit", 100, "size", items.size(), "items", items);
    }

    Map<String, Object> account(String id, String email, String username) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("href", href("accounts", id));
        account.put("username", username);
        account.put("email", email);
        account.put("givenName", "Ada");
        account.put("surname", "Winter");
        account.put("fullName", "Ada Winter");
        account.put("status", "ENABLED");
        account.put("emailVerificationStatus", "VERIFIED");
        account.put(
                "customData", Map.of("href", href("accounts", id) + "/customData", "createdAt", "x", "plan", "gold"));
        account.put("directory", Map.of("href", href("directories", "dir1")));
        return account;
    }

    /** Ada, with one member changed or, for null, taken away. */
    Map<String, Object> adaWith(String member, @Nullable Object value) {
        Map<String, Object> ada = account(ADA_ID, ADA, ADA);
        if (value == null) {
            ada.remove(member);
        } else {
            ada.put(member, value);
        }
        return ada;
    }
}
