package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ACCOUNT;
import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.ADA_UID;
import static io.github.auth0migration.gigya.GigyaStub.LOGIN;
import static io.github.auth0migration.gigya.GigyaStub.SEARCH;
import static io.github.auth0migration.gigya.GigyaStub.account;
import static io.github.auth0migration.gigya.GigyaStub.ada;
import static io.github.auth0migration.gigya.GigyaStub.adaBut;
import static io.github.auth0migration.gigya.GigyaStub.coded;
import static io.github.auth0migration.gigya.GigyaStub.error;
import static io.github.auth0migration.gigya.GigyaStub.ok;
import static io.github.auth0migration.gigya.GigyaStub.page;
import static io.github.auth0migration.gigya.GigyaStub.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What trips naive scripts up. */
class PitfallTest {

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    private static LookupRequest byUid() {
        return LookupRequest.byUserId("gigya|" + ADA_UID);
    }

    @Test
    @Row(value = "11 HTTP 200", outcome = "Rejected UNSPECIFIED")
    void theStatusIs200ForAWrongPasswordToo() {
        Map<String, Object> body = new HashMap<>(ada());
        body.putAll(Map.of("errorCode", 403042, "statusCode", 200, "statusReason", "OK"));
        gigya.login(text(200, Json.write(body)));

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Rejected UNSPECIFIED");
        }
        assertThat(gigya.lines()).containsExactly("POST " + LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"UID\":\"" + ADA_UID + "\",\"isActive\":true,\"results\":[]}"})
    @Row(value = "11 no errorCode", outcome = "Unavailable MALFORMED_RESPONSE")
    void withoutACodeNothingIsSaid(String body) {
        gigya.login(text(200, body));
        gigya.find(text(200, body));
        gigya.account(text(200, body));
        gigya.search(text(200, body));

        try (GigyaSource source = gigya.source()) {
            assertThat(List.of(
                            Outcomes.of(source.login(ADA, Marked.PASSWORD)),
                            Outcomes.of(source.getUser(ADA)),
                            Outcomes.of(source.getUser(byUid()))))
                    .containsOnly("Unavailable MALFORMED_RESPONSE");
            assertThatExceptionOfType(ListingFailedException.class)
                    .isThrownBy(() -> source.users().toList())
                    .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE));
        }
        assertThat(gigya.passwordsSent()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "206001, Authenticated (registration_incomplete), 'Refused REGISTRATION_INCOMPLETE, password proved'",
        "206002, Authenticated (email_unverified), 'Refused EMAIL_UNVERIFIED, password proved'"
    })
    @Row(value = "11 206001 and 206002", outcome = "Authenticated with a caveat, or Refused, password proved")
    void anUnfinishedSignInIsNoWrongPassword(int code, String migrated, String refused) {
        Map<String, Object> ada = adaBut("emails", Map.of("unverified", List.of(ADA)));
        gigya.login(coded(code, ada));

        try (GigyaSource source = gigya.source();
                GigyaSource strict = gigya.source(b -> b.incompleteRegistration(IncompleteRegistrationPolicy.REFUSE)
                        .pendingVerification(PendingVerificationPolicy.REFUSE))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo(migrated);
            assertThat(Outcomes.of(strict.login(ADA, Marked.PASSWORD))).isEqualTo(refused);
        }
    }

    @Test
    @Row(value = "11 403101", outcome = "Refused SECOND_FACTOR_REQUIRED, password proved")
    void anAccountInTheAnswerIsNoSecondFactor() {
        gigya.login(coded(403101, ada()));

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Refused SECOND_FACTOR_REQUIRED, password proved");
        }
        assertThat(gigya.lines()).containsExactly("POST " + LOGIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {401020, 403048, 403120, 500001, 503001, 504001})
    @Row(value = "11 throttled or broken", outcome = "Unavailable")
    void whatStoppedThePasswordDidNotJudgeIt(int code) {
        gigya.login(error(code));
        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).startsWith("Unavailable ");

            gigya.find(error(code));
            assertThat(Outcomes.of(source.getUser(ADA))).startsWith("Unavailable ");
            gigya.account(error(code));
            assertThat(Outcomes.of(source.getUser(byUid()))).startsWith("Unavailable ");
        }
        assertThat(gigya.passwordsSent()).isEqualTo(1);
    }

    /** A row with Ada's address in its profile only, and one whose address holds hers. */
    private static List<Map<String, Object>> strangers() {
        Map<String, Object> decoy = account("_guid_Decoy", ADA);
        decoy.put("loginIDs", Map.of("username", "decoy"));
        decoy.put("emails", Map.of("unverified", List.of(ADA)));
        return List.of(account("_guid_Eve", "x." + ADA + ".example.com"), decoy);
    }

    @Test
    @Row(
            value = {"11 results[0]", "11 CONTAINS", "11 profile.email"},
            outcome = "Found for the owner, else NotFound INDEX")
    void aRowIsNotYetTheOwner() {
        try (GigyaSource source = gigya.source(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY))) {
            gigya.search(page(strangers()));
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("NotFound INDEX");
            assertThat(gigya.lines()).containsOnly("POST " + SEARCH).hasSize(2);

            gigya.search(
                    page(Stream.concat(strangers().stream(), Stream.of(ada())).toList()));
            assertThat(((LookupOutcome.Found) source.getUser(ADA)).user().userId())
                    .isEqualTo("gigya|" + ADA_UID);
        }
        assertThat(gigya.form(ACCOUNT)).containsEntry("UID", ADA_UID);
    }

    @Test
    @Row(value = "11 search after the login", outcome = "Authenticated, read by the UID of the login")
    void afterALoginNobodyIsLookedFor() {
        gigya.login(ok(Map.of("UID", ADA_UID)));
        gigya.find(ok(Map.of("UID", "_guid_Eve")));
        gigya.search(page(List.of(account("_guid_Eve", ADA))));

        try (GigyaSource source = gigya.source()) {
            LoginOutcome outcome = source.login(ADA, Marked.PASSWORD);
            assertThat(((LoginOutcome.Authenticated) outcome).user().userId()).isEqualTo("gigya|" + ADA_UID);
        }
        assertThat(gigya.lines()).containsExactly("POST " + LOGIN, "POST " + ACCOUNT);
        assertThat(gigya.form(ACCOUNT)).containsEntry("UID", ADA_UID);
    }

    @ParameterizedTest
    @CsvSource({"true, unverified, false", "false, verified, true"})
    @Row(value = "11 isVerified", outcome = "verified is what `emails.verified` holds")
    void isVerifiedSpeaksOfNoAddress(boolean isVerified, String list, boolean verified) {
        Map<String, Object> account = adaBut("isVerified", isVerified);
        account.put("emails", Map.of(list, List.of(ADA)));
        gigya.person(account);

        for (MigratedUser user : users()) {
            assertThat(user.email()).contains(ADA);
            assertThat(user.emailVerified()).isEqualTo(verified);
        }
    }

    /** Ada from sign-in, look-up and listing. */
    private static List<MigratedUser> users() {
        try (GigyaSource source = gigya.source(b -> b.emailVerification(EmailVerificationPolicy.FROM_SOURCE));
                Stream<SourceUser> listed = source.users()) {
            return List.of(
                    ((LoginOutcome.Authenticated) source.login(ADA, Marked.PASSWORD)).user(),
                    ((LookupOutcome.Found) source.getUser(ADA)).user(),
                    ((SourceUser.Migratable) listed.findFirst().orElseThrow()).user());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1556570376L, 1556570376880L, 32472144000L, 32472144000000L})
    @Row(value = "11 timestamps", outcome = "not looked at")
    void timestampsCountForNothing(long timestamp) {
        List<MigratedUser> without = users();

        Map<String, Object> account = adaBut("lockedUntil", "2019-04-29T20:39:36.88Z");
        for (String time : List.of("created", "lastLogin", "lastUpdated", "lockedUntil", "registered", "verified")) {
            account.put(time + "Timestamp", timestamp);
        }
        gigya.person(account);
        assertThat(users()).isEqualTo(without);
    }

    @Test
    @Row(value = "11 year 1", outcome = "never")
    void theYearOneIsNever() {
        List<MigratedUser> without = users();

        Map<String, Object> account = ada();
        for (String time : List.of("lastLogin", "lockedUntil", "registered", "verified")) {
            account.put(time, "0001-01-01T00:00:00Z");
        }
        gigya.person(account);
        assertThat(users()).isEqualTo(without);
    }

    @Test
    @Row(value = "11 http", outcome = "refused at build")
    void noSecretLeavesInTheClear() {
        GigyaSource.Builder plain = GigyaSource.builder()
                .apiKey("3_TestSite")
                .baseUrl(URI.create("http://login.example.com"))
                .credentials(GigyaCredentials.secret("AKtest", () -> Marked.TOKEN));

        assertThatIllegalArgumentException().isThrownBy(plain::build).withMessageStartingWith("baseUrl must be https");
    }

    @Test
    @Row(value = "11 secrets in URLs and logs", outcome = "in the body only")
    void aSecretIsInTheBodyOnly() {
        try (GigyaSource source = gigya.source()) {
            source.login(ADA, Marked.PASSWORD);
            source.getUser(ADA);
        }

        // What is logged at any level is looked through after each test of this module.
        assertThat(gigya.requests()).hasSize(3).allSatisfy(request -> {
            assertThat(request.getUrl()).doesNotContain("?");
            assertThat(Marked.isIn(request.getHeaders().toString())).isFalse();
            assertThat(GigyaStub.form(request)).containsEntry("secret", Marked.TOKEN);
        });
    }
}
