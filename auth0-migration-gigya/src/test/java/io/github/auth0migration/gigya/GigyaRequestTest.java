package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ACCOUNT;
import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.ADA_UID;
import static io.github.auth0migration.gigya.GigyaStub.FIND;
import static io.github.auth0migration.gigya.GigyaStub.LOGIN;
import static io.github.auth0migration.gigya.GigyaStub.SEARCH;
import static io.github.auth0migration.gigya.GigyaStub.error;
import static io.github.auth0migration.gigya.GigyaStub.ok;
import static io.github.auth0migration.gigya.GigyaStub.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves for Gigya. */
class GigyaRequestTest {

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    @Test
    @Row(
            value = {"11 login with apiKey only", "11 include at sign-in"},
            outcome = "sent with our key and the whole list")
    void aLoginIsOneCallWithNothingToSpare() {
        try (GigyaSource source = gigya.source()) {
            source.login(LoginRequest.of(ADA, Marked.PASSWORD)
                    .withClient(ClientInfo.unknown().withUserAgent("Mozilla/5.0")));
        }

        assertThat(gigya.lines()).containsExactly("POST " + LOGIN);
        assertThat(gigya.form(LOGIN))
                .containsExactly(
                        entry("apiKey", "3_TestSite"),
                        entry("format", "json"),
                        entry("httpStatusCodes", "false"),
                        entry("loginID", ADA),
                        entry("password", Marked.PASSWORD),
                        entry("include", "profile,data,emails,loginIDs"),
                        entry("userKey", "AKtest"),
                        entry("secret", Marked.TOKEN));
        assertThat(gigya.requests().get(0).getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(gigya.requests().get(0).getHeader("Cookie")).isNull();
    }

    @Test
    void whatTheHostTrustsGoesAlong() throws Exception {
        try (GigyaSource source = gigya.source()) {
            source.login(LoginRequest.of(ADA, Marked.PASSWORD)
                    .withClient(ClientInfo.unknown()
                            .withTrustedAddress(InetAddress.getByName("192.0.2.7"))
                            .withDeviceId("device-1")));
        }

        assertThat(gigya.form(LOGIN))
                .containsEntry("clientContext", "{\"clientIP\":\"192.0.2.7\",\"deviceID\":\"device-1\"}");
    }

    @Test
    @Row(value = "11 include at look-up", outcome = "sent with the whole list")
    void aLookupFindsAndReads() {
        try (GigyaSource source = gigya.source()) {
            source.getUser(ADA);
        }

        assertThat(gigya.lines()).containsExactly("POST " + FIND, "POST " + ACCOUNT);
        assertThat(gigya.form(FIND))
                .containsEntry("identifierSchema", "gigya.com/identifiers/email")
                .containsEntry("id", ADA);
        assertThat(gigya.form(ACCOUNT))
                .containsEntry("UID", ADA_UID)
                .containsEntry("include", "profile,data,emails,loginIDs,identities-active,isLockedOut");
    }

    @Test
    void somebodyUnknownIsLookedForAsAUsernameToo() {
        gigya.find(error(404003));

        try (GigyaSource source = gigya.source()) {
            source.getUser(ADA);
            assertThat(gigya.lines()).containsExactly("POST " + FIND, "POST " + FIND);
            assertThat(gigya.form(FIND)).containsEntry("identifierSchema", "gigya.com/identifiers/username");

            source.getUser("ada.w");
        }
        assertThat(gigya.lines()).hasSize(3);
        assertThat(gigya.form(FIND)).containsEntry("identifierSchema", "gigya.com/identifiers/username");
    }

    @Test
    void aSearchAsksForWhatAnAccountOwnsThenForOtherCase() {
        gigya.search(page(List.of()));

        try (GigyaSource source = gigya.source(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY))) {
            source.getUser("Ada.W");
        }

        assertThat(gigya.requests())
                .extracting(request -> GigyaStub.form(request).get("query"))
                .containsExactly(
                        "SELECT UID,profile,emails,loginIDs FROM accounts WHERE loginIDs.username = \"Ada.W\""
                                + " OR loginIDs.username = \"ada.w\" LIMIT 25",
                        "SELECT UID,profile,emails,loginIDs FROM accounts WHERE loginIDs.username CONTAINS \"Ada.W\""
                                + " OR loginIDs.username CONTAINS \"ada.w\" LIMIT 25");
    }

    @Test
    void anAddressIsSearchedWhereItIsOwned() {
        try (GigyaSource source = gigya.source(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY))) {
            source.getUser(ADA);
        }

        assertThat(gigya.lines()).containsExactly("POST " + SEARCH, "POST " + ACCOUNT);
        assertThat(gigya.form(SEARCH))
                .containsEntry(
                        "query",
                        "SELECT UID,profile,emails,loginIDs FROM accounts WHERE loginIDs.emails = \"ada@example.com\""
                                + " OR emails.verified = \"ada@example.com\" OR loginIDs.username = \"ada@example.com\""
                                + " LIMIT 25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\" OR UID != \"", "o'brien@example.com", "a\\@example.com"})
    @Row(value = "11 injection", outcome = "NotFound EXACT by identifiers; never searched for")
    void whatCouldEndALiteralNeverEntersAQuery(String typed) {
        try (GigyaSource source = gigya.source(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY))) {
            assertThat(Outcomes.of(source.getUser(typed))).isEqualTo("Unavailable CONFIGURATION");
        }
        assertThat(gigya.lines()).isEmpty();

        gigya.find(error(404003));
        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.getUser(typed))).isEqualTo("NotFound EXACT");
        }
        assertThat(gigya.form(FIND)).containsEntry("id", typed);

        gigya.find(error(403007));
        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.getUser(typed))).isEqualTo("Unavailable CONFIGURATION");
        }
        assertThat(gigya.lines()).noneMatch(line -> line.endsWith(SEARCH));
    }

    @ParameterizedTest
    @CsvSource({"other|_guid_1", "_guid_Ada-Winter_01=", "gigya|", "'gigya|a b'"})
    void userIdsThatWeNeverGaveAreNobody(String userId) {
        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId(userId))))
                    .isEqualTo("NotFound EXACT");
        }
        assertThat(gigya.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_gid_30A3XVJ+lUAtp/xv-U=", "0123456789abcdef0123456789abcdef", "17", "me&UID=other", "a|b"})
    @Row(value = "11 opaque UID", outcome = "Found")
    void uidsAreOpaque(String uid) {
        gigya.person(GigyaStub.account(uid, ADA));

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("gigya|" + uid))))
                    .isEqualTo("Found");
        }
        assertThat(gigya.form(ACCOUNT)).containsEntry("UID", uid);
    }

    @ParameterizedTest
    @CsvSource({"'',x", "ada@example.com,''", "'  ',x"})
    void emptyInputIsRejectedWithoutAsking(String typed, String password) {
        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(typed, password))).isEqualTo("Rejected UNSPECIFIED");
        }
        assertThat(gigya.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403048, 500001, 504001, 409030})
    @Row(value = "11 login repeated", outcome = "the password is sent once; reads are repeated")
    void readsAreRepeatedAndLoginsNever(int code) {
        gigya.login(error(code));
        gigya.find(error(code));

        try (GigyaSource source = gigya.source()) {
            source.login(ADA, Marked.PASSWORD);
            source.getUser(ADA);
        }
        assertThat(gigya.lines()).containsExactly("POST " + LOGIN, "POST " + FIND, "POST " + FIND);
    }

    @Test
    @Row(value = "11 301001 location", outcome = "Unavailable CONFIGURATION; nothing is sent there")
    void theDataCentreOfAnAnswerIsToldAndNeverAsked() {
        gigya.login(GigyaStub.coded(
                301001,
                Map.of("apiDomain", "au1.gigya.com", "location", "https://accounts.au1.gigya.com/accounts.login")));

        try (GigyaSource source = gigya.source()) {
            assertThat(source.login(ADA, Marked.PASSWORD).toString())
                    .contains("CONFIGURATION", "au1.gigya.com: set that as dataCenter", "call-1");
        }
        assertThat(gigya.lines()).containsExactly("POST " + LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/x", "x y", "<b>", "UPPER.example"})
    void aDataCentreThatIsNoHostIsNotTold(String domain) {
        gigya.login(GigyaStub.coded(301001, Map.of("apiDomain", domain, "callId", "no id\n")));

        try (GigyaSource source = gigya.source()) {
            assertThat(source.login(ADA, Marked.PASSWORD).toString())
                    .contains("correct dataCenter")
                    .doesNotContain(domain, "upstream request");
        }
    }

    @Test
    void anUnfinishedSignInIsReadByItsToken() {
        gigya.login(GigyaStub.coded(206001, Map.of("regToken", Marked.secret("reg"))));

        try (GigyaSource source = gigya.source()) {
            source.login(ADA, Marked.PASSWORD);
        }
        assertThat(gigya.form(ACCOUNT))
                .containsEntry("regToken", Marked.secret("reg"))
                .doesNotContainKey("UID");
    }

    @Test
    void theLockOfAnAccountIsLookedForOnlyWhenSomebodyIsStopped() {
        gigya.login(error(403120));

        try (GigyaSource source = gigya.source()) {
            source.login(ADA, Marked.PASSWORD);
            assertThat(gigya.lines()).containsExactly("POST " + LOGIN, "POST " + FIND, "POST " + ACCOUNT);

            gigya.find(error(500001));
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable RATE_LIMITED");
        }
        assertThat(gigya.passwordsSent()).isEqualTo(2);
    }

    @Test
    void noUsernameIsLookedForOnceAnAddressHasItsOwner() {
        try (GigyaSource source = gigya.source(b -> b.identifiers(IdentifierPolicy.ANY_OWNED))) {
            gigya.answer(FIND, "identifierSchema", "gigya.com/identifiers/username", ok(Map.of("UID", "_guid_Twin")));
            Map<String, Object> twin = GigyaStub.account("_guid_Twin", "twin@example.com");
            twin.put("loginIDs", Map.of("username", ADA, "emails", List.of("twin@example.com")));
            gigya.answer(ACCOUNT, "UID", "_guid_Twin", ok(twin));

            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Found");
        }
        assertThat(gigya.lines()).containsExactly("POST " + FIND, "POST " + ACCOUNT);
    }
}
