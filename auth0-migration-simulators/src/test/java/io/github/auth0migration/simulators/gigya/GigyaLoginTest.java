package io.github.auth0migration.simulators.gigya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client.Answer;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GigyaLoginTest {

    private static final String ADA = "ada@example.com";
    private static final String OLD = Marked.secret("old-password");
    private static final String ALL = "profile,data,emails,loginIDs,identities-all,isLockedOut";

    private final TestClock clock = new TestClock();
    private final GigyaSimulator site = GigyaSimulator.builder().clock(clock).start();
    private final GigyaClient client = new GigyaClient(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void successTellsStateProfileAndSession() throws IOException {
        site.add(ada().created(Instant.parse("2019-04-29T20:39:36.880Z"))
                .lastUpdated(Instant.parse("2019-05-01T00:00:00.500Z"))
                .build());

        Answer answer = client.login(ADA, Marked.PASSWORD);

        assertThat(answer.error()).isEqualTo("200 0");
        assertThat(answer.text("/UID")).isEqualTo("_guid_Ada=");
        assertThat(answer.text("/profile/lastName")).isEqualTo("Winter &amp; Co");
        assertThat(answer.json().has("data")).isFalse();
        assertThat(answer.json().has("emails")).isFalse();
        assertThat(answer.json().has("regToken")).isFalse();
        assertThat(answer.text("/isActive")).isEqualTo("true");
        assertThat(answer.text("/loginProvider")).isEqualTo("site");
        assertThat(answer.text("/newUser")).isEqualTo("false");
        assertThat(answer.text("/sessionInfo/cookieValue")).isNotEmpty();
        assertThat(answer.text("/created")).isEqualTo("2019-04-29T20:39:36.88Z");
        assertThat(answer.json().path("createdTimestamp").asLong()).isEqualTo(1_556_570_376L);
        assertThat(answer.json().path("registeredTimestamp").asLong()).isEqualTo(1_556_570_376L);
        assertThat(answer.json().path("verifiedTimestamp").asLong()).isEqualTo(1_556_570_376_880L);
        assertThat(answer.json().path("lastUpdatedTimestamp").asLong()).isEqualTo(1_556_668_800_500L);
        assertThat(answer.text("/lastLogin")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(answer.json().path("lastLoginTimestamp").asLong())
                .isEqualTo(clock.instant().getEpochSecond());
        assertThat(site.sessions()).isEqualTo(1);
        assertThat(site.person("_guid_Ada=").lastLogin()).contains(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({
        "browser, cookieName cookieValue",
        "mobile, sessionToken sessionSecret",
        "jssdk, login_token",
    })
    void theSessionDependsOnTheTarget(String target, String members) throws IOException {
        site.add(ada().build());

        assertThat(client.login(
                                ADA,
                                Marked.PASSWORD,
                                "targetEnv",
                                target,
                                "clientContext",
                                "{\"clientIP\":\"192.0.2.1\"}")
                        .json()
                        .path("sessionInfo")
                        .fieldNames())
                .toIterable()
                .containsExactly(members.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ADA", "ada@example.com", "Ada@Example.COM", "second@example.com"})
    void everyLoginIdOpensTheAccountInAnyCase(String loginId) throws IOException {
        site.add(ada().username("Ada").loginEmails(ADA, "second@example.com").build());

        assertThat(client.login(loginId, Marked.PASSWORD).text("/UID")).isEqualTo("_guid_Ada=");
    }

    @Test
    void anAddressThatIsNoLoginIdOpensNothing() throws IOException {
        site.add(ada().verifiedEmails("verified@example.com")
                .profile("email", "shown@example.com")
                .build());
        site.add(GigyaPerson.builder().profile("email", "shown@example.com").build());

        for (String address : List.of("verified@example.com", "shown@example.com", "ada@example.co")) {
            assertThat(client.login(address, Marked.PASSWORD).error()).isEqualTo("200 403042");
        }
        assertThatThrownBy(() -> site.add(
                        GigyaPerson.builder().username("ADA@example.com").build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data | data",
                "profile,data,emails,loginIDs | profile data emails loginIDs",
                "identities-active | identities",
                "isLockedOut,unheard-of | isLockedOut"
            })
    void includeTakesTheDefaultAway(String include, String members) throws IOException {
        site.add(ada().build());

        Answer answer = client.login(ADA, Marked.PASSWORD, "include", include);

        assertThat(answer.error()).isEqualTo("200 0");
        for (String member : List.of("profile", "data", "emails", "loginIDs", "identities", "isLockedOut")) {
            assertThat(answer.json().has(member))
                    .as(member)
                    .isEqualTo(List.of(members.split(" ", -1)).contains(member));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "include, 'profile, data', 400006",
        "include, 'profile data', 400006",
        "targetEnv, toaster, 400006",
        "clientContext, nonsense, 400006",
        "clientContext, [], 400006",
        "loginID, '', 400002",
        "password, '', 400002"
    })
    void badParametersFail(String name, String value, String code) throws IOException {
        site.add(ada().build());
        Map<String, String> form = GigyaClient.pairs("loginID", ADA, "password", Marked.PASSWORD);
        form.put(name, value);

        assertThat(client.call("accounts.login", form).error()).isEqualTo("200 " + code);
        assertThat(site.sessions()).isZero();
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                outcome("right", person -> person, Marked.PASSWORD, "0"),
                outcome("wrong", person -> person, Marked.WRONG_PASSWORD, "403042"),
                outcome("old", person -> person.oldPasswords("x", OLD), OLD, "401030"),
                outcome("social only", GigyaLoginTest::socialOnly, Marked.PASSWORD, "403042"),
                outcome("disabled", person -> person.active(false), Marked.PASSWORD, "403041"),
                outcome("disabled", person -> person.active(false), Marked.WRONG_PASSWORD, "403041"),
                outcome("unregistered", person -> person.registered(false), Marked.PASSWORD, "206001"),
                outcome("unregistered", person -> person.registered(false), Marked.WRONG_PASSWORD, "403042"),
                outcome("unverified", GigyaLoginTest::unverified, Marked.PASSWORD, "206002"),
                outcome("unverified", GigyaLoginTest::unverified, Marked.WRONG_PASSWORD, "403042"),
                outcome("account flag", person -> person.verified(false), Marked.PASSWORD, "0"),
                outcome("code", person -> person.afterRightPassword(206_006), Marked.PASSWORD, "206006"),
                outcome("change", person -> person.afterRightPassword(403_100), Marked.PASSWORD, "403100"),
                outcome("factor", person -> person.afterRightPassword(403_101), Marked.PASSWORD, "403101"),
                outcome("no factor", person -> person.afterRightPassword(403_102), Marked.PASSWORD, "403102"),
                outcome("factor", person -> person.afterRightPassword(403_101), Marked.WRONG_PASSWORD, "403042"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("outcomes")
    void eachStateHasItsOutcome(String name, UnaryOperator<GigyaPerson.Builder> state, String password, String code)
            throws IOException {
        site.add(state.apply(ada()).build());

        Answer answer = client.login(ADA, password, "include", ALL);

        boolean hasToken = code.startsWith("206") || code.startsWith("40310");
        assertThat(answer.error()).isEqualTo("200 " + code);
        assertThat(answer.json().has("regToken")).isEqualTo(hasToken);
        assertThat(answer.json().has("sessionInfo")).isEqualTo(code.equals("0"));
        assertThat(answer.json().has("profile")).isEqualTo(code.equals("0") || code.startsWith("206"));
        assertThat(site.sessions()).isEqualTo(code.equals("0") ? 1 : 0);
        if (hasToken) {
            assertThat(client.call("accounts.getAccountInfo", "regToken", answer.text("/regToken"))
                            .text("/UID"))
                    .isEqualTo("_guid_Ada=");
        }
    }

    @Test
    void onlyTheUnverifiedLoginIdWaits() throws IOException {
        site.add(ada().username("ada")
                .unverifiedLoginEmails("new@example.com")
                .unverifiedEmails("new@example.com")
                .build());

        Answer waiting = client.login("New@Example.com", Marked.PASSWORD);
        assertThat(waiting.error()).isEqualTo("200 206002");
        assertThat(waiting.json().path("unverifiedEmails").toString()).isEqualTo("[\"new@example.com\"]");
        assertThat(client.login(ADA, Marked.PASSWORD).error()).isEqualTo("200 0");
        assertThat(client.login("ada", Marked.PASSWORD).error()).isEqualTo("200 0");
    }

    @Test
    void partialLoginsTellAsMuchAsTheyAreSetTo() throws IOException {
        site.add(ada().registered(false).build());

        site.partialLogins(GigyaPartialLogin.WITHOUT_PROFILE);
        Answer state = client.login(ADA, Marked.PASSWORD, "include", ALL);
        assertThat(state.text("/UID")).isEqualTo("_guid_Ada=");
        assertThat(state.text("/isRegistered")).isEqualTo("false");
        for (String part : List.of("profile", "data", "emails", "loginIDs")) {
            assertThat(state.json().has(part)).as(part).isFalse();
        }

        site.partialLogins(GigyaPartialLogin.TOKEN_ONLY);
        Answer token = client.login(ADA, Marked.PASSWORD, "include", ALL);
        assertThat(token.error()).isEqualTo("200 206001");
        assertThat(token.json().has("UID")).isFalse();
        assertThat(token.json().has("regToken")).isTrue();
    }

    @Test
    void aRegTokenLastsAnHour() throws IOException {
        site.add(ada().registered(false).build());
        String token = client.login(ADA, Marked.PASSWORD).text("/regToken");
        clock.advance(Duration.ofMinutes(59));
        assertThat(client.call("accounts.getAccountInfo", "regToken", token).error())
                .isEqualTo("200 0");
        clock.advance(Duration.ofMinutes(1));
        assertThat(client.call("accounts.getAccountInfo", "regToken", token).error())
                .isEqualTo("200 400006");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 200_009, 200_010, 206_001, 206_002, 206_003, 206_004, 206_005, 206_006, 301_001, 400_002, 400_003,
                400_006, 400_008, 400_093, 400_302, 400_303, 401_020, 401_021, 401_023, 401_030, 403_002, 403_003,
                403_004, 403_005, 403_006, 403_007, 403_010, 403_013, 403_036, 403_041, 403_042, 403_043, 403_044,
                403_047, 403_048, 403_100, 403_101, 403_102, 403_110, 403_120, 403_300, 409_003, 409_030, 500_001,
                500_002, 500_028, 503_001, 504_001, 504_002, 599_999
            })
    void anyCodeCanBeForced(int code) throws IOException {
        site.add(ada().build());
        site.answerLogin("Forced@example.com", code, Map.of("regToken", "t", "errorFlags", List.of("f")));

        Answer answer = client.login("forced@Example.com", Marked.PASSWORD);
        assertThat(answer.error()).isEqualTo("200 " + code);
        assertThat(answer.text("/regToken")).isEqualTo("t");
        assertThat(answer.text("/errorFlags/0")).isEqualTo("f");
        assertThat(answer.text("/statusCode")).isEqualTo(code == 0 ? "200" : String.valueOf(code / 1000));
        assertThat(client.login(ADA, Marked.PASSWORD).error()).isEqualTo("200 0");

        site.answerLoginNormally("FORCED@example.com");
        assertThat(client.login("forced@example.com", Marked.PASSWORD).error()).isEqualTo("200 403042");
    }

    @Test
    void peopleChangeWhileTheSiteRuns() throws IOException {
        site.add(ada().build());
        clock.advance(Duration.ofDays(1));
        GigyaPerson changed = site.change(
                "_guid_Ada=",
                person -> person.password(OLD).loginEmails("new@example.com").profile("lastName", null));

        assertThat(changed.profile()).doesNotContainKey("lastName");
        assertThat(client.login(ADA, OLD).error()).isEqualTo("200 403042");
        assertThat(client.login("new@example.com", Marked.PASSWORD).error()).isEqualTo("200 403042");
        assertThat(client.login("new@example.com", OLD).text("/lastUpdated")).isEqualTo("2026-03-02T12:00:00Z");
        site.remove("_guid_Ada=");
        assertThat(client.login("new@example.com", OLD).error()).isEqualTo("200 403042");
        site.add(ada().build());
        assertThat(client.login(ADA, Marked.PASSWORD).error()).isEqualTo("200 0");
    }

    @Test
    void whatWouldMixPeopleUpIsRefused() {
        site.add(ada().build());
        GigyaPerson otto = site.add(GigyaPerson.builder("otto@example.com").build());

        assertThat(otto.uid()).startsWith("_guid_").endsWith("=").hasSize(50);
        assertThatThrownBy(() -> site.add(ada().loginEmails("x@example.com").build()))
                .hasMessageContaining("UID must be unique");
        assertThatThrownBy(() -> site.change(otto.uid(), person -> person.username("ADA@example.com")))
                .hasMessageContaining("login ids must be unique");
        assertThatThrownBy(() -> site.change(otto.uid(), person -> person.uid("other")))
                .hasMessageContaining("cannot be changed");
        assertThatThrownBy(() -> site.change("nobody", person -> person.uid("other")))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> site.remove("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> site.person("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ada().afterRightPassword(403_042)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GigyaPerson.Builder ada() {
        return GigyaPerson.builder(ADA)
                .uid("_guid_Ada=")
                .password(Marked.PASSWORD)
                .profile("firstName", "Ada")
                .profile("lastName", "Winter &amp; Co")
                .data("shoe", Map.of("size", 38));
    }

    private static GigyaPerson.Builder socialOnly(GigyaPerson.Builder person) {
        return person.password(null).social("facebook", "100");
    }

    private static GigyaPerson.Builder unverified(GigyaPerson.Builder person) {
        return person.loginEmails().unverifiedLoginEmails(ADA);
    }

    private static Arguments outcome(
            String name, UnaryOperator<GigyaPerson.Builder> state, String password, String code) {
        return Arguments.of(name, state, password, code);
    }
}
