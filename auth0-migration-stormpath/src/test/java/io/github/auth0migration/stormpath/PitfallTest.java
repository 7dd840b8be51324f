package io.github.auth0migration.stormpath;

import static io.github.auth0migration.stormpath.StormpathStub.ADA;
import static io.github.auth0migration.stormpath.StormpathStub.ADA_ID;
import static io.github.auth0migration.stormpath.StormpathStub.APPLICATION_ID;
import static io.github.auth0migration.stormpath.StormpathStub.EVE_ID;
import static io.github.auth0migration.stormpath.StormpathStub.error;
import static io.github.auth0migration.stormpath.StormpathStub.json;
import static io.github.auth0migration.stormpath.StormpathStub.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.PlatformStub;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What trips naive scripts up. */
class PitfallTest {

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/v1/accounts/" + ADA_ID,
                "/accounts/" + ADA_ID,
                "accounts/" + ADA_ID,
                "https://api.stormpath.com/v1/accounts/" + ADA_ID
            })
    @Row(
            value = {"8.3 href on another host", "8.4 href without version or host"},
            outcome = "Authenticated")
    void anAddressInAnAnswerIsNeverCalled(String href) {
        Map<String, Object> ada = stormpath.adaWith("href", href);
        stormpath.search("email", page(ada));
        stormpath.account(ADA_ID, json(200, ada));
        stormpath.login(json(200, Map.of("account", Map.of("href", href))));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
            assertThat(((LookupOutcome.Found) source.getUser(ADA)).user().userId())
                    .isEqualTo("stormpath|" + ADA_ID);
        }
        assertThat(stormpath.lines()).anyMatch(line -> line.startsWith("GET /v1/accounts/" + ADA_ID));
    }

    @Test
    @Row(value = "3 wrong application id", outcome = "Unavailable CONFIGURATION")
    void noVerdictBeforeTheApplicationWasSeen() {
        stormpath.application(error(404, 404));
        stormpath.login(error(400, 7104));
        stormpath.search("email", page());

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable CONFIGURATION");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable CONFIGURATION");
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("stormpath|" + ADA_ID))))
                    .isEqualTo("Unavailable CONFIGURATION");
        }
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @Test
    @Row(value = "3 store of another application", outcome = "Unavailable CONFIGURATION")
    void noVerdictBeforeTheAccountStoreWasSeen() {
        try (StormpathSource source = inStore("directories", "dir9")) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable CONFIGURATION");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable CONFIGURATION");
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("stormpath|" + ADA_ID))))
                    .isEqualTo("Unavailable CONFIGURATION");
            assertThatExceptionOfType(ListingFailedException.class)
                    .isThrownBy(() -> source.users().toList())
                    .satisfies(failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION));
        }
        assertThat(stormpath.lines()).noneMatch(line -> line.contains("/accounts"));
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"directories", "groups", "organizations"})
    void anAccountStoreOfAnyKindAndOnAnyPageIsSeenOnce(String kind) {
        stormpath.stores(
                0, json(200, page(stormpath.store("directories", "dir8"), stormpath.store("directories", "dir9"))));
        stormpath.stores(2, json(200, page(stormpath.store(kind, "dir1"))));

        try (StormpathSource source = inStore(kind, "dir1")) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Found");
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
        }
        assertThat(stormpath.lines())
                .filteredOn(line -> line.contains("accountStoreMappings"))
                .containsExactly(
                        "GET /v1/applications/" + APPLICATION_ID + "/accountStoreMappings?limit=100",
                        "GET /v1/applications/" + APPLICATION_ID + "/accountStoreMappings?limit=100&offset=2");
    }

    @Test
    @Row(value = "3 the same account stores on every page", outcome = "Unavailable CONFIGURATION")
    void aServerWithoutOffsetsHasNoMoreStores() {
        stormpath.stores(1, json(200, page(stormpath.store("directories", "dir1"))));

        try (StormpathSource source = inStore("directories", "dir9")) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable CONFIGURATION");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, SERVER_ERROR", "404, CONFIGURATION", "403, SOURCE_CREDENTIALS"})
    @Row(value = "3 account stores cannot be had", outcome = "Unavailable, as for any call")
    void accountStoresThatCannotBeHadAreAFailure(int status, String kind) {
        stormpath.stores(0, error(status, status));

        try (StormpathSource source = inStore("directories", "dir1")) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable " + kind);
        }
        assertThat(stormpath.passwordsSent()).isZero();
    }

    private static StormpathSource inStore(String kind, String id) {
        URI store = URI.create(stormpath.href(kind, id));
        return stormpath.source(b -> Patience.LITTLE.apply(b).accountStore(AccountStore.href(store)));
    }

    @Test
    @Row(value = "3 another application answers", outcome = "Unavailable MALFORMED_RESPONSE")
    void theApplicationMustBeTheVeryOne() {
        stormpath.application(json(200, Map.of("href", stormpath.href("applications", "other"))));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }

    @Test
    void theApplicationIsReadOnceOrByTheCheck() {
        try (StormpathSource source = stormpath.source();
                StormpathSource checked = stormpath.source()) {
            source.getUser(ADA);
            source.getUser(ADA);
            checked.check();
            checked.getUser(ADA);
        }
        assertThat(stormpath.lines())
                .filteredOn(("GET /v1/applications/" + APPLICATION_ID)::equals)
                .hasSize(2);
    }

    @Test
    @Row(value = "8.9 reset while the password is checked", outcome = "Unavailable SERVER_ERROR")
    void aPasswordIsSentOnce() {
        stormpath.login(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable SERVER_ERROR");
        }
        assertThat(stormpath.passwordsSent()).isEqualTo(1);
    }

    @Test
    @Row(
            value = "5 an unknown parameter is ignored and everybody comes back",
            outcome = "Unavailable MALFORMED_RESPONSE")
    void aServerThatShowsEverybodyShowsNobody() {
        List<Map<String, Object>> everybody = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            everybody.add(stormpath.account("id" + i, "p" + i + "@example.com", "p" + i));
        }
        stormpath.search("email", page(everybody));
        stormpath.furtherPage("email", 100, page(stormpath.account(ADA_ID, ADA, ADA)));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @Test
    @Row(value = "5 a page is cut short without a word", outcome = "Unavailable MALFORMED_RESPONSE")
    void aShortPageOfOthersIsNotTheLast() {
        stormpath.search("email", page(stormpath.account(EVE_ID, "eve@example.com", "eve")));
        stormpath.furtherPage("email", 1, page(stormpath.account(ADA_ID, ADA, ADA)));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "size"})
    @Row(value = "5 the server itself says that there is more", outcome = "Unavailable MALFORMED_RESPONSE")
    void aPageThatIsNotTheLastDecidesNothing(String member) {
        Map<String, Object> page = new HashMap<>(page(stormpath.account(ADA_ID, ADA, ADA)));
        page.put(member, member.equals("limit") ? 1 : 2);
        stormpath.search("email", page);
        stormpath.furtherPage("email", 1, page(stormpath.account(EVE_ID, ADA, "eve")));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }

    @Test
    @Row(value = "8.13 application 200 not JSON", outcome = "Unavailable MALFORMED_RESPONSE")
    void aCaptivePortalIsNoApplication() {
        stormpath.application(PlatformStub.html(200));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }
}
