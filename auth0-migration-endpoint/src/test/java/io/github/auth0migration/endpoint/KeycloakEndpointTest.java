package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.Sources;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.testkit.InMemorySource;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakEndpointTest {

    private static final String BEARER = "Bearer " + EndpointServer.SECRET;

    private final InMemorySource okta = InMemorySource.named("okta")
            .withUserIdPrefix("okta")
            .person(
                    "ada@example.com",
                    Marked.PASSWORD,
                    user -> user.givenName("Ada")
                            .familyName("Winter")
                            .userMetadata(Map.of(
                                    "city",
                                    "Oslo",
                                    "langs",
                                    List.of("no", "en"),
                                    "username",
                                    "root",
                                    "pets",
                                    Map.of("cat", 1))))
            .refused("bob@example.com", Marked.PASSWORD, Refusal.Reason.PASSWORD_EXPIRED)
            .refusedUnproved("lou@example.com", Refusal.Reason.DISABLED);
    private EndpointServer server = start(okta, KeycloakUserKey.USERNAME);
    private KeycloakPlugIn plugIn = new KeycloakPlugIn(server.url(), BEARER, KeycloakUserKey.USERNAME);

    private static EndpointServer start(MigrationSource source, KeycloakUserKey passwordsBy) {
        return EndpointServer.start(KeycloakEndpoint.builder(
                        EndpointSources.builder().source(source).build())
                .callers(BearerSecrets.of(EndpointServer.SECRET))
                .passwordsBy(passwordsBy)
                .build());
    }

    private void use(MigrationSource source, KeycloakUserKey passwordsBy) {
        server.close();
        server = start(source, passwordsBy);
        plugIn = new KeycloakPlugIn(server.url(), BEARER, passwordsBy);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer send(String method, String path) {
        return server.send(path, request -> request.method(method, BodyPublishers.noBody()));
    }

    private Answer post(String path, String body) {
        return server.post(path, body);
    }

    @Test
    void aPersonIsFoundInThePlugInsWords() {
        KeycloakPlugIn.Person ada = plugIn.find("ADA@example.com").orElseThrow();

        assertThat(ada)
                .isEqualTo(new KeycloakPlugIn.Person(
                        "okta|1",
                        "ada@example.com",
                        "ada@example.com",
                        "Ada",
                        "Winter",
                        true,
                        ada.emailVerified(),
                        Map.of(
                                "migration_source", ada.attributes().get("migration_source"),
                                "migration_source_id", ada.attributes().get("migration_source_id"),
                                "migration_user_id", List.of("okta|1"),
                                "legacy_city", List.of("Oslo"),
                                "legacy_langs", List.of("no", "en"),
                                // "username" itself would rename the account.
                                "legacy_username", List.of("root"))));
    }

    @Test
    void aSignInFindsKeepsAndProves() {
        assertThat(plugIn.signIn("ada@example.com", Marked.PASSWORD)).isTrue();
        assertThat(plugIn.statuses()).containsExactly(200, 200);
        assertThat(send("GET", "/ada%40example.com").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void aWrongPasswordKeepsThePersonButLetsNobodyIn() {
        assertThat(plugIn.signIn("ada@example.com", Marked.WRONG_PASSWORD)).isFalse();
        assertThat(plugIn.kept()).hasSize(1);
        assertThat(plugIn.signIn("ada@example.com", Marked.PASSWORD)).isTrue();
        assertThat(plugIn.statuses()).containsExactly(200, 401, 200);
    }

    @Test
    void whoMayNotBeMigratedIsNobodyAndTheirPasswordOpensNothing() {
        assertThat(plugIn.find("lou@example.com")).isEmpty();
        assertThat(plugIn.find("nobody@example.com")).isEmpty();
        assertThat(plugIn.isPasswordValid("bob@example.com", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.isPasswordValid("lou@example.com", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.statuses()).containsExactly(404, 404, 401, 401);
    }

    @Test
    void anOutageIsNoVerdictThoughThePlugInTakesItForOne() {
        okta.down(Failure.Kind.TIMEOUT);

        assertThat(plugIn.signIn("ada@example.com", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.isPasswordValid("ada@example.com", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.kept()).isEmpty();
        assertThat(plugIn.statuses()).containsOnly(503);
    }

    @Test
    void sixGuessesReachThePlatformFiveTimes() {
        for (int guess = 0; guess < 6; guess++) {
            assertThat(plugIn.isPasswordValid("ada@example.com", Marked.WRONG_PASSWORD + guess))
                    .isFalse();
        }

        assertThat(okta.loginCalls()).isEqualTo(5);
        assertThat(plugIn.isPasswordValid("ada@example.com", Marked.PASSWORD)).isFalse();
    }

    /** The source lets her in by a name that is not the one that Keycloak was given. */
    @Test
    void thePasswordOfSomebodyElseDoesNotOpenTheAccount() {
        MigrationSource byNickname = Sources.of(
                "nick",
                request -> okta.login(
                        request.identifier().value().equals("ada")
                                ? LoginRequest.of("ada@example.com", request.password())
                                : request),
                okta);
        use(byNickname, KeycloakUserKey.USERNAME);

        assertThat(plugIn.isPasswordValid("ada", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.isPasswordValid("Ada@example.com", Marked.PASSWORD)).isTrue();
    }

    private static InMemorySource bobOf(String name, String email, String password) {
        return InMemorySource.named(name)
                .withUserIdPrefix(name)
                .person(email, password, user -> user.username("bob"))
                .alsoKnownAs(email, "bob");
    }

    /** Two people of two platforms with one username: neither password opens the other's account. */
    @Test
    void ofSeveralSourcesThePasswordIsThatOfThePersonWhoWasLookedUp() {
        EndpointSources two = EndpointSources.builder()
                .source(bobOf("okta", "bob-a@example.com", Marked.PASSWORD))
                .source(bobOf("gigya", "bob-b@example.com", Marked.secret("of-the-other-bob")))
                .build();
        server.close();
        server = EndpointServer.start(KeycloakEndpoint.builder(two)
                .callers(BearerSecrets.of(EndpointServer.SECRET))
                .passwordsBy(KeycloakUserKey.USER_ID)
                .build());
        plugIn = new KeycloakPlugIn(server.url(), BEARER, KeycloakUserKey.USER_ID);

        assertThat(plugIn.find("bob-b@example.com").orElseThrow().id()).isEqualTo("gigya|1");
        assertThat(plugIn.isPasswordValid("gigya|1", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.isPasswordValid("gigya|1", Marked.secret("of-the-other-bob")))
                .isTrue();
        assertThat(plugIn.isPasswordValid("okta|1", Marked.PASSWORD)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeycloakEndpoint.builder(two)
                        .callers(BearerSecrets.of(EndpointServer.SECRET))
                        .build())
                .withMessageContaining("USER_ID");
    }

    @Test
    void severalSourcesThatComeAsOneAreSeveral() {
        EndpointSources one = EndpointSources.builder()
                .source(Sources.observed(
                        Sources.firstOwner(
                                bobOf("okta", "bob-a@example.com", Marked.PASSWORD),
                                bobOf("gigya", "bob-b@example.com", Marked.secret("of-the-other-bob"))),
                        event -> {}))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeycloakEndpoint.builder(one)
                        .callers(BearerSecrets.of(EndpointServer.SECRET))
                        .build())
                .withMessageContaining("USER_ID");
    }

    @Test
    void guessesAtAUserIdCostThePlatformNothingOnceTheyAreTooMany() {
        use(okta, KeycloakUserKey.USER_ID);
        for (int guess = 0; guess < 50; guess++) {
            assertThat(plugIn.isPasswordValid("okta|1", Marked.WRONG_PASSWORD + guess))
                    .isFalse();
        }

        assertThat(okta.loginCalls()).isEqualTo(5);
        assertThat(okta.lookupCalls()).isEqualTo(5);
        assertThat(plugIn.isPasswordValid("okta|1", Marked.PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "\u212aate@example.com, USERNAME, 503",
        "\u212aate@example.com, USER_ID, 503",
        "\u00c9mile@example.com, USERNAME, 503",
        "\u00c9mile@example.com, USER_ID, 200",
        "\u00e9mile@example.com, USERNAME, 200",
        "Ada@example.com, USERNAME, 200"
    })
    void aNameThatIsAnotherOneInLowerCaseIsNotKept(String name, KeycloakUserKey passwordsBy, int status) {
        use(InMemorySource.named("okta").withUserIdPrefix("okta").person(name, Marked.PASSWORD), passwordsBy);

        Answer answer = send("GET", "/" + URLEncoder.encode(name, StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 503) {
            assertThat(answer.text("kind")).isEqualTo("CONFIGURATION");
        } else {
            assertThat(plugIn.signIn(name, Marked.PASSWORD)).isTrue();
        }
    }

    @Test
    void textsThatOldKeycloaksCannotKeepStayBehind() {
        use(
                InMemorySource.named("okta")
                        .withUserIdPrefix("okta")
                        .person(
                                "kim@example.com",
                                Marked.PASSWORD,
                                user -> user.userMetadata(Map.of("bio", "x".repeat(256), "city", "x".repeat(255)))),
                KeycloakUserKey.USERNAME);

        assertThat(plugIn.find("kim@example.com").orElseThrow().attributes())
                .containsKey("legacy_city")
                .doesNotContainKey("legacy_bio");
    }

    @Test
    void byUserIdAPasswordCountsForThatPersonOnly() {
        use(okta, KeycloakUserKey.USER_ID);

        assertThat(plugIn.signIn("ada@example.com", Marked.PASSWORD)).isTrue();
        assertThat(plugIn.isPasswordValid("okta|1", Marked.WRONG_PASSWORD)).isFalse();
        assertThat(plugIn.isPasswordValid("okta|99", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.isPasswordValid("ada@example.com", Marked.PASSWORD)).isFalse();
    }

    /** The address belongs to a new account by now. */
    @Test
    void byUserIdTheAccountThatSignsInMustBeTheOneThatWasLookedUp() {
        MigratedUser other = MigratedUser.builder("okta|2", new SourceAccount("okta", "2", "ACTIVE"))
                .email("ada@example.com", true)
                .build();
        use(Sources.of("again", request -> LoginOutcome.Authenticated.of(other), okta), KeycloakUserKey.USER_ID);

        assertThat(plugIn.isPasswordValid("okta|1", Marked.PASSWORD)).isFalse();
        assertThat(plugIn.statuses()).containsExactly(401);
    }

    /** Frozen: another id would double everybody who is in Keycloak already. */
    @ParameterizedTest
    @CsvSource({
        "okta|00u1234567890abcdef, okta|00u1234567890abcdef",
        "a-user-id-of-37-characters-0123456789, 2665a785-172f-8adb-8152-e6f9e5593d26",
        "f:store:id, 05cdc759-a0c5-8b30-8ae1-f10914208a54"
    })
    void anIdThatKeycloakCannotKeepGivesAnotherForEver(String userId, String id) {
        MigratedUser user = MigratedUser.builder(userId, new SourceAccount("okta", "1", "ACTIVE"))
                .email("ada@example.com", true)
                .build();

        assertThat(new KeycloakUser(user).id()).isEqualTo(id).hasSizeLessThanOrEqualTo(36);
    }

    @Test
    void anIdThatKeycloakCannotKeepCannotNameAPerson() {
        try (GigyaSimulator gigya = GigyaSimulator.start()) {
            gigya.add(GigyaPerson.builder("nora@example.com")
                    .uid("_guid_012345678901234567890123456789=")
                    .password(Marked.PASSWORD)
                    .build());
            use(Sites.of(gigya), KeycloakUserKey.USER_ID);

            Answer answer = send("GET", "/nora%40example.com");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("kind")).isEqualTo("CONFIGURATION");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b@example.com",
                "o'dell",
                "a b",
                "a/b",
                "..",
                ".",
                "a%2Fb",
                "100%",
                "é@example.com",
                "名前",
                "a?b#c;d=e&f",
                "a\\b",
                "a|b"
            })
    void aNameArrivesAsItWasTyped(String name) {
        InMemorySource names = InMemorySource.named("names");
        StringBuilder asked = new StringBuilder();
        use(
                Sources.of("names", names, request -> {
                    asked.append(request.identifier().orElseThrow().value());
                    return names.getUser(request);
                }),
                KeycloakUserKey.USERNAME);

        assertThat(plugIn.find(name)).isEmpty();
        assertThat(asked).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/a%00b, 404",
        "/a%0d%0ab, 404",
        "/%20, 404",
        "/%ff, 400",
        "/%c0%af, 400",
        "'', 404",
        "/, 404",
        "//ada@example.com, 404",
        "/ada@example.com/, 404",
        "/x/../ada@example.com, 404",
    })
    void whatIsNoNameAsksNobody(String path, int status) {
        assertThat(send("GET", path).status()).isEqualTo(status);
        assertThat(okta.lookupCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%4", "/%", "/%-1", "/é"})
    void whatIsNotPercentEncodedIsRefused(String path) {
        assertThatThrownBy(() -> KeycloakName.in(path)).isInstanceOf(RefusedRequestException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"password\":\"x\",\"username\":\"bob\"} | 400",
                "{\"password\":\"x\",\"password\":\"y\"} | 400",
                "{\"password\":1} | 400",
                "{} | 400",
                "[] | 400",
            })
    void aBodyIsThePasswordAndNothingElse(String body, int status) {
        assertThat(post("/ada%40example.com", body).status()).isEqualTo(status);
        assertThat(okta.loginCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD2"})
    void thereAreTwoMethods(String method) {
        Answer answer = send(method, "/ada%40example.com");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @Test
    void whoDoesNotProveItselfLearnsNothing() {
        HttpRequest basic = HttpRequest.newBuilder(URI.create(server.url() + "/ada%40example.com"))
                .header("Authorization", "Basic a2V5Y2xvYWs6c2VjcmV0")
                .build();
        KeycloakPlugIn stranger = new KeycloakPlugIn(
                server.url(), "Bearer " + Marked.secret("of-a-stranger-0123456789abcdefgh"), KeycloakUserKey.USERNAME);

        assertThat(server.exchange(basic).statusCode()).isEqualTo(401);
        assertThat(stranger.find("ada@example.com")).isEmpty();
        assertThat(stranger.isPasswordValid("ada@example.com", Marked.PASSWORD)).isFalse();
        assertThat(stranger.statuses()).containsOnly(401);
        assertThat(okta.loginCalls() + okta.lookupCalls()).isZero();
    }

    @Test
    void wrongSettingsAreSaidAtOnce() {
        KeycloakEndpoint.Builder builder =
                KeycloakEndpoint.builder(EndpointSources.builder().source(okta).build());

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("callers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.callers(BearerSecrets.of(EndpointServer.SECRET))
                        .timeout(Duration.ZERO)
                        .build())
                .withMessageContaining("timeout");
    }

    @Test
    void peopleOfOktaComeIn() {
        try (OktaSimulator org = OktaSimulator.start()) {
            org.add(OktaPerson.builder("grace@example.com")
                    .firstName("Grace")
                    .lastName("Tanaka")
                    .password(Marked.PASSWORD)
                    .build());
            org.add(OktaPerson.builder("otto@example.com")
                    .password(Marked.PASSWORD)
                    .factor("token:software:totp")
                    .build());
            use(Sites.of(org), KeycloakUserKey.USERNAME);

            assertThat(plugIn.signIn("Grace@example.com", Marked.WRONG_PASSWORD))
                    .isFalse();
            assertThat(plugIn.signIn("Grace@example.com", Marked.PASSWORD)).isTrue();
            assertThat(plugIn.kept())
                    .singleElement()
                    .satisfies(grace -> assertThat(grace.firstName()).isEqualTo("Grace"));
            assertThat(plugIn.signIn("otto@example.com", Marked.PASSWORD)).isFalse();
            assertThat(org.requests(OktaOperation.AUTHN)).isEqualTo(2);
        }
    }

    @Test
    void peopleOfStormpathComeInByEitherName() {
        try (StormpathSimulator stormpath = StormpathSimulator.start()) {
            stormpath.add(StormpathPerson.builder("pia@example.com")
                    .username("Pia.Lind")
                    .password(Marked.PASSWORD)
                    .build());
            for (KeycloakUserKey key : KeycloakUserKey.values()) {
                use(Sites.of(stormpath), key);
                assertThat(plugIn.signIn("pia@example.com", Marked.PASSWORD)).isTrue();
                assertThat(plugIn.signIn("PIA.lind", Marked.PASSWORD)).isTrue();
                assertThat(plugIn.kept())
                        .singleElement()
                        .satisfies(pia -> assertThat(pia.username()).isEqualTo("pia.lind"));

                use(Sites.of(stormpath), key);
                assertThat(plugIn.signIn("pia.lind", Marked.PASSWORD)).isTrue();
            }
        }
    }

    @Test
    void peopleOfGigyaComeIn() {
        try (GigyaSimulator gigya = GigyaSimulator.start()) {
            gigya.add(GigyaPerson.builder("nora@example.com")
                    .password(Marked.PASSWORD)
                    .build());
            use(Sites.of(gigya), KeycloakUserKey.USERNAME);

            assertThat(plugIn.signIn("nora@example.com", Marked.WRONG_PASSWORD)).isFalse();
            assertThat(plugIn.signIn("nora@example.com", Marked.PASSWORD)).isTrue();
            assertThat(plugIn.kept()).hasSize(1);
        }
    }
}
