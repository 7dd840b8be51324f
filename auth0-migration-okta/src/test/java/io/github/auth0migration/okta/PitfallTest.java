package io.github.auth0migration.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.NOT_FOUND;
import static io.github.auth0migration.okta.OktaStub.error;
import static io.github.auth0migration.okta.OktaStub.json;
import static io.github.auth0migration.okta.OktaStub.state;
import static io.github.auth0migration.okta.OktaStub.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testsupport.Marked;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each known way in which a naive script goes wrong with Okta. */
class PitfallTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    private OktaSource source = okta.source();

    @AfterEach
    void stop() {
        source.close();
    }

    private String login() {
        return Outcomes.of(source.login(ADA, Marked.PASSWORD));
    }

    private String lookup() {
        return Outcomes.of(source.getUser(ADA));
    }

    private MigratedUser migrated() {
        return ((LoginOutcome.Authenticated) source.login(ADA, Marked.PASSWORD)).user();
    }

    private MigratedUser found() {
        return ((LookupOutcome.Found) source.getUser(ADA)).user();
    }

    @Test
    @Row(value = "8.1", outcome = "Refused LOCKED_OUT")
    void lockedOutIs200WithoutUser() {
        okta.authn(json(200, "{\"status\":\"LOCKED_OUT\",\"_embedded\":{}}"));
        assertThat(login()).isEqualTo("Refused LOCKED_OUT");

        okta.authn(json(200, "{\"status\":\"LOCKED_OUT\"}"));
        assertThat(login()).isEqualTo("Refused LOCKED_OUT");
    }

    @Test
    @Row(value = "8.2", outcome = "Refused POLICY_DENIED")
    void twoHundredWithoutAProvedPassword() {
        okta.authn(json(200, state("UNAUTHENTICATED", Map.of("factors", List.of()))));
        assertThat(login()).isEqualTo("Refused POLICY_DENIED");
    }

    @Test
    @Row(value = "8.3", outcome = "Refused SECOND_FACTOR_REQUIRED")
    void aUserInTheAnswerIsNoProof() {
        okta.authn(json(200, state("FACTOR_REQUIRED")));
        assertThat(login()).isEqualTo("Refused SECOND_FACTOR_REQUIRED");
    }

    @Test
    @Row(value = "8.4", outcome = "Refused SECOND_FACTOR_REQUIRED, password proved")
    void secondFactorsAreNotDroppedInSilence() {
        okta.authn(json(
                200,
                state(
                        "MFA_REQUIRED",
                        Map.of(
                                "user",
                                OktaStub.authnUser(ADA_ID),
                                "factors",
                                List.of(Map.of("factorType", "push"), Map.of("factorType", "sms"))))));
        assertThat(login()).isEqualTo("Refused SECOND_FACTOR_REQUIRED, password proved");
    }

    @Test
    @Row(value = "8.5", outcome = "Refused PASSWORD_EXPIRED, password proved")
    void expiredPasswordsAreNotRevived() {
        okta.authn(json(200, state("PASSWORD_EXPIRED")));
        assertThat(login()).isEqualTo("Refused PASSWORD_EXPIRED, password proved");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 429, 500, 502, 503, 504})
    @Row(value = "8.6", outcome = "Unavailable, never Rejected or NotFound")
    void onlyOneAnswerMeansAbsence(int status) {
        okta.authn(aResponse().withStatus(status));
        assertThat(login()).startsWith("Unavailable");

        okta.users(aResponse().withStatus(status));
        okta.search(aResponse().withStatus(status));
        assertThat(lookup()).startsWith("Unavailable");
    }

    @Test
    @Row(value = "8.7", outcome = "Unavailable SOURCE_CREDENTIALS")
    void ourOwnTokenRefusedIsNotABadPassword() {
        okta.authn(json(401, error("E0000011")));
        assertThat(login()).isEqualTo("Unavailable SOURCE_CREDENTIALS");

        okta.users(json(401, error("E0000011")));
        assertThat(login()).isEqualTo("Unavailable SOURCE_CREDENTIALS");
    }

    @Test
    @Row(value = "8.8", outcome = "Rejected UNSPECIFIED")
    void aHiddenLockLooksLikeAWrongPassword() {
        okta.authn(json(401, error("E0000004")));
        assertThat(login()).isEqualTo("Rejected UNSPECIFIED");
    }

    @Test
    @Row(value = "8.9", outcome = "Authenticated")
    void theEmailIsNotTheLogin() {
        okta.person(user(ADA_ID, "awinter", ADA, "ACTIVE", "OKTA"));

        assertThat(migrated().email()).contains(ADA);
        assertThat(migrated().username()).contains("awinter");
    }

    @Test
    @Row(value = "8.10", outcome = "Found")
    void anEmailIsNoPathKey() {
        Map<String, Object> ada = user(ADA_ID, "a.winter@corp.example.com", ADA, "ACTIVE", "OKTA");
        okta.users(json(404, NOT_FOUND));
        okta.user(ADA_ID, json(200, ada));
        okta.searchHits(List.of(ada));

        assertThat(lookup()).isEqualTo("Found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                ".",
                "..",
                "ada",
                "a/b@example.com",
                "a;b@example.com",
                "a\\b@example.com",
                "a#b@example.com",
                "a?b@example.com",
                "a b@example.com",
                "ä@example.com",
                "@example.com",
                "a%2Fb@example.com"
            })
    @Row(value = "8.11", outcome = "searched for, never put into the path")
    void trapsStayOutOfThePath(String typed) {
        okta.searchHits(List.of());

        assertThat(Outcomes.of(source.getUser(typed))).isEqualTo("NotFound INDEX");
        assertThat(okta.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("GET /api/v1/users?search="));
    }

    @Test
    @Row(value = "8.11 plus sign", outcome = "encoded as %2B")
    void plusSignsAreEncoded() {
        okta.searchHits(List.of());
        okta.users(json(404, NOT_FOUND));

        assertThat(Outcomes.of(source.getUser("a+b@example.com"))).isEqualTo("NotFound INDEX");
        assertThat(okta.lines().get(0)).isEqualTo("GET /api/v1/users/a%2Bb%40example.com");
    }

    @Test
    @Row(value = "8.12", outcome = "Refused AMBIGUOUS")
    void theFirstHitIsNotTheAnswer() {
        okta.users(json(404, NOT_FOUND));
        okta.searchHits(List.of(
                user("00uGone000000000003", "old@example.com", ADA, "DEPROVISIONED", "OKTA"),
                user(ADA_ID, "new@example.com", ADA, "ACTIVE", "OKTA")));
        assertThat(lookup()).isEqualTo("Refused AMBIGUOUS");
    }

    @Test
    @Row(value = "8.13", outcome = "Refused DISABLED")
    void deactivatedPeopleDoNotComeBackToLife() {
        okta.person(user(ADA_ID, ADA, ADA, "DEPROVISIONED", "OKTA"));
        assertThat(lookup()).isEqualTo("Refused DISABLED");
    }

    @Test
    @Row(value = "8.14", outcome = "Refused NO_PASSWORD; directories: Authenticated (password_from_directory)")
    void passwordsThatOktaDoesNotHave() {
        okta.person(user(ADA_ID, ADA, ADA, "ACTIVE", "FEDERATION"));
        assertThat(login()).isEqualTo("Refused NO_PASSWORD");

        okta.person(user(ADA_ID, ADA, ADA, "ACTIVE", "ACTIVE_DIRECTORY"));
        assertThat(login()).isEqualTo("Authenticated (password_from_directory)");
    }

    @Test
    @Row(
            value = "8.15",
            outcome = "email_verified as the policy says, never for PROVISIONED or addresses called unverified")
    void verifiedIsAPolicyAndNotAGuess() {
        assertThat(migrated().emailVerified()).isFalse();

        source = okta.source(b -> b.emailVerification(EmailVerificationPolicy.ASSUME_VERIFIED));
        assertThat(migrated().emailVerified()).isTrue();
        okta.person(user(ADA_ID, ADA, ADA, "PROVISIONED", "OKTA"));
        assertThat(found().emailVerified()).isFalse();
        Map<String, Object> unverified = new LinkedHashMap<>(user(ADA_ID, ADA, ADA, "ACTIVE", "OKTA"));
        unverified.put(
                "credentials",
                Map.of(
                        "provider",
                        Map.of("type", "OKTA"),
                        "emails",
                        List.of(Map.of("value", "Ada@Example.com", "status", "UNVERIFIED", "type", "PRIMARY"))));
        okta.person(unverified);
        assertThat(found().emailVerified()).isFalse();
    }

    @Test
    @Row(value = "8.16", outcome = "X-Forwarded-For only with a trusted address; a block is Unavailable CONFIGURATION")
    void theClientIsThePersonsAddressAndNotOurs() throws Exception {
        source.login(ADA, Marked.PASSWORD);
        assertThat(authnHeader("X-Forwarded-For")).isNull();

        source.login(LoginRequest.of(ADA, Marked.PASSWORD)
                .withClient(ClientInfo.unknown().withTrustedAddress(InetAddress.getByName("192.0.2.7"))));
        assertThat(authnHeader("X-Forwarded-For")).isEqualTo("192.0.2.7");

        okta.authn(json(403, error("E0000006")));
        assertThat(login()).isEqualTo("Unavailable CONFIGURATION");
    }

    private @Nullable String authnHeader(String name) {
        return okta.requests().stream()
                .filter(request -> request.getUrl().equals("/api/v1/authn"))
                .reduce((a, b) -> b)
                .orElseThrow()
                .getHeader(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    @Row(value = "8.17", outcome = "one password sent")
    void passwordsAreNeverSentTwice(int status) {
        okta.authn(aResponse().withStatus(status));
        login();
        assertThat(okta.passwordsSent()).isEqualTo(1);
    }

    @Test
    @Row(value = "8.20", outcome = "Unavailable SOURCE_CREDENTIALS; the supplier is asked at every call")
    void tokensDieAndRotate() {
        AtomicInteger asked = new AtomicInteger();
        source = okta.source(b -> b.apiToken(() -> Marked.secret("token-" + asked.incrementAndGet())));

        assertThat(lookup()).isEqualTo("Found");
        assertThat(okta.requests().stream().map(request -> request.getHeader("Authorization")))
                .containsExactly(
                        "SSWS " + Marked.secret("token-1"),
                        "SSWS " + Marked.secret("token-2"),
                        "SSWS " + Marked.secret("token-3"));

        okta.users(json(401, error("E0000011")));
        assertThat(lookup()).isEqualTo("Unavailable SOURCE_CREDENTIALS");
    }

    @Test
    @Row(
            value = "8.22 list",
            outcome =
                    "by Okta's own links only; a second walk over those who are deactivated, a third over whose status changed")
    void pagesGoByLinkAndNotByCount() {
        String row = Json.write(user(ADA_ID, ADA, ADA, "ACTIVE", "OKTA"));
        okta.search(json(200, "[" + row + "]").withHeader("Link", okta.next("opaque%2Bcursor")));
        okta.page("after", "opaque+cursor", json(200, "[]"));

        assertThat(Listed.all(source)).containsExactly("Migratable");
        assertThat(okta.lines())
                .containsSubsequence(
                        "GET /api/v1/users?limit=200",
                        "GET /api/v1/users?after=opaque%2Bcursor&limit=200",
                        "GET /api/v1/users?search=status%20eq%20%22DEPROVISIONED%22&limit=200")
                .last(InstanceOfAssertFactories.STRING)
                .matches("GET /api/v1/users\\?search=statusChanged%20gt%20%22.+Z%22&limit=200");
    }

    @Test
    @Row(
            value = "8.22",
            outcome = "at a look-up Unavailable MALFORMED_RESPONSE, unless two owners are on the first page")
    void aSecondPageIsNeverNeededAndNeverIgnored() {
        Map<String, Object> stranger =
                user("00uEve0000000000002", "eve@example.com", "eve@example.com", "ACTIVE", "OKTA");
        okta.users(json(404, NOT_FOUND));
        okta.search(json(200, "[" + Json.write(stranger) + "]")
                .withHeader("Link", "<https://evil.example/api/v1/users?after=x>; rel=\"next\""));

        assertThat(lookup()).isEqualTo("Unavailable MALFORMED_RESPONSE");
        assertThat(okta.lines()).hasSize(2);
    }

    @Test
    @Row(value = "8.23", outcome = "Refused POLICY_DENIED, Unavailable MALFORMED_RESPONSE")
    void newWordsAreNoCrash() {
        okta.authn(json(200, state("SOMETHING_NEW")));
        assertThat(login()).isEqualTo("Unavailable MALFORMED_RESPONSE");

        okta.person(user(ADA_ID, ADA, ADA, "ACTIVATING", "OKTA"));
        assertThat(lookup()).isEqualTo("Refused POLICY_DENIED");
    }

    @Test
    @Row(value = "8.24", outcome = "Unavailable MALFORMED_RESPONSE; nulls count as absent")
    void jsonIsNotTakenForGranted() {
        okta.authn(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>Bad</html>"));
        assertThat(login()).isEqualTo("Unavailable MALFORMED_RESPONSE");

        okta.reset();
        String nulls = "{\"id\":\"" + ADA_ID
                + "\",\"status\":\"ACTIVE\",\"transitioningToStatus\":null,\"profile\":{\"login\":\""
                + ADA + "\",\"email\":\"" + ADA
                + "\",\"firstName\":null,\"lastName\":null,\"secondEmail\":null},\"credentials\":{\"provider\":{\"type\":\"OKTA\"}}}";
        okta.users(json(200, nulls));
        okta.search(json(200, "[" + nulls + "]"));
        assertThat(found().name()).isEmpty();
        assertThat(found().toAuth0Profile()).containsOnlyKeys("user_id", "email", "email_verified");
    }

    @Test
    @Row(value = "8.25", outcome = "read afresh at every look-up")
    void statusIsReadAndNotRemembered() {
        assertThat(lookup()).isEqualTo("Found");
        okta.person(user(ADA_ID, ADA, ADA, "SUSPENDED", "OKTA"));
        assertThat(lookup()).isEqualTo("Refused DISABLED");
        assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("okta|" + ADA_ID))))
                .isEqualTo("Refused DISABLED");
    }

    @Test
    @Row(value = "8.26", outcome = "state token cancelled, nothing logged")
    void openTransactionsAreCancelled() {
        okta.authn(json(200, state("PASSWORD_EXPIRED")));
        login();
        assertThat(Eventually.holds(() -> okta.lines().contains("POST /api/v1/authn/cancel")))
                .isTrue();
        assertThat(okta.lines()).endsWith("POST /api/v1/authn", "POST /api/v1/authn/cancel");
    }
}
