package io.github.auth0migration.stormpath;

import static io.github.auth0migration.stormpath.StormpathStub.ADA;
import static io.github.auth0migration.stormpath.StormpathStub.ADA_ID;
import static io.github.auth0migration.stormpath.StormpathStub.APPLICATION_ID;
import static io.github.auth0migration.stormpath.StormpathStub.KEY_ID;
import static io.github.auth0migration.stormpath.StormpathStub.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves for Stormpath. */
class StormpathRequestTest {

    private static final String APPLICATION = "/v1/applications/" + APPLICATION_ID;

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    private static LoggedRequest attempt() {
        return stormpath.requests().stream()
                .filter(request -> request.getUrl().equals(APPLICATION + "/loginAttempts"))
                .findFirst()
                .orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void aLoginSeesTheApplicationResolvesTriesAndReads() {
        try (StormpathSource source = stormpath.source()) {
            source.login(ADA, Marked.PASSWORD);
        }

        assertThat(stormpath.lines())
                .containsExactly(
                        "GET " + APPLICATION,
                        "GET " + APPLICATION + "/accounts?email=ada%40example.com&limit=100",
                        "GET " + APPLICATION + "/accounts?limit=100&username=ada%40example.com",
                        "POST " + APPLICATION + "/loginAttempts",
                        "GET /v1/accounts/" + ADA_ID + "?expand=customData");
    }

    @Test
    @Row(value = "8.1 never q", outcome = "asked by `email`, then read by id")
    void aLookupResolvesAndReads() {
        try (StormpathSource source = stormpath.source(b -> b.customData(CustomData.OMIT))) {
            source.getUser(ADA);
        }

        assertThat(stormpath.lines())
                .containsExactly(
                        "GET " + APPLICATION,
                        "GET " + APPLICATION + "/accounts?email=ada%40example.com&limit=100",
                        "GET /v1/accounts/" + ADA_ID);
    }

    @Test
    void aLookupByUserIdReadsAndAsksWhoseItIs() {
        try (StormpathSource source = stormpath.source()) {
            source.getUser(LookupRequest.byUserId("stormpath|" + ADA_ID));
        }

        assertThat(stormpath.lines())
                .containsExactly(
                        "GET " + APPLICATION,
                        "GET /v1/accounts/" + ADA_ID + "?expand=customData",
                        "GET " + APPLICATION + "/accounts?email=ada%40example.com&limit=100");
    }

    @ParameterizedTest
    @CsvSource({
        "a+b@example.com, email=a%2Bb%40example.com",
        "o'x@example.com, email=o%27x%40example.com",
        "a*b@example.com, email=a%2Ab%40example.com",
        "a/b@example.com, email=a%2Fb%40example.com",
        "é@example.com, email=%C3%A9%40example.com",
        "a&q=x@example.com, email=a%26q%3Dx%40example.com",
        "ada winter, username=ada%20winter"
    })
    @Row(value = "8.2 wildcards and other signs in what was typed", outcome = "sent as one value, and compared by us")
    void whatWasTypedIsOneValue(String typed, String query) {
        stormpath.search("email", page());
        try (StormpathSource source = stormpath.source()) {
            source.getUser(typed);
        }

        assertThat(stormpath.lines().get(1)).isEqualTo("GET " + APPLICATION + "/accounts?" + sorted(query));
    }

    private static String sorted(String query) {
        return query.startsWith("email") ? query + "&limit=100" : "limit=100&" + query;
    }

    @Test
    @Row(value = "8.11 one line, one media type", outcome = "neither is sent")
    void anAttemptIsJsonWithNothingToSpare() {
        try (StormpathSource source = stormpath.source()) {
            source.login(ADA, Marked.PASSWORD);
        }

        LoggedRequest request = attempt();
        assertThat(request.getBodyAsString())
                .isEqualTo("{\"type\":\"basic\",\"value\":\"" + base64(ADA + ":" + Marked.PASSWORD) + "\"}");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
        assertThat(request.getHeader("Cookie")).isNull();
    }

    @Test
    void everyRequestCarriesTheKey() {
        try (StormpathSource source = stormpath.source()) {
            source.login(ADA, Marked.PASSWORD);
        }

        assertThat(stormpath.requests())
                .hasSize(5)
                .allSatisfy(request -> assertThat(request.getHeader("Authorization"))
                        .isEqualTo("Basic " + base64(KEY_ID + ":" + Marked.TOKEN)));
    }

    @Test
    @Row(value = "8.11 passwords in UTF-8", outcome = "sent as typed")
    void aPasswordGoesAsTypedInUtf8() {
        String odd = " Pa:ss\u00e4\u20ac\ud83d\udd11e\u0301" + Marked.PASSWORD + " ";
        try (StormpathSource source = stormpath.source()) {
            source.login(ADA, odd);
        }

        assertThat(attempt().getBodyAsString()).contains("\"" + base64(ADA + ":" + odd) + "\"");
    }

    @Test
    void anAccountStoreGoesAlong() {
        String directory = stormpath.href("directories", "dir1");
        try (StormpathSource byHref = stormpath.source(b -> b.accountStore(AccountStore.href(URI.create(directory))))) {
            byHref.login(ADA, Marked.PASSWORD);
        }
        assertThat(attempt().getBodyAsString()).endsWith(",\"accountStore\":{\"href\":\"" + directory + "\"}}");

        stormpath.reset();
        try (StormpathSource byKey = stormpath.source(b -> b.accountStore(AccountStore.nameKey("acme")))) {
            byKey.login(ADA, Marked.PASSWORD);
        }
        assertThat(attempt().getBodyAsString()).endsWith(",\"accountStore\":{\"nameKey\":\"acme\"}}");
    }
}
