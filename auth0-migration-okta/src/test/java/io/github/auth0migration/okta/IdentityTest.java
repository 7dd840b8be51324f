package io.github.auth0migration.okta;

import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.NOT_FOUND;
import static io.github.auth0migration.okta.OktaStub.json;
import static io.github.auth0migration.okta.OktaStub.success;
import static io.github.auth0migration.okta.OktaStub.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.providertests.CoveredRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testsupport.Marked;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The account that comes back must own what was typed, in both scripts. */
class IdentityTest {

    private static final String EVE_ID = "00uEve0000000000002";

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    /**
     * What is typed, who is there, and what becomes of it.
     *
     * @param id the row in the catalogue
     * @param typed what is typed
     * @param people login and e-mail of who is there; the first has Ada's id, the second Eve's
     * @param login the outcome of the login
     * @param lookup the outcome of the look-up
     * @param policy the settings
     */
    record Case(
            String id,
            String typed,
            List<List<String>> people,
            String login,
            String lookup,
            UnaryOperator<OktaSource.Builder> policy)
            implements CoveredRow {
        @Override
        public String outcome() {
            return login.equals(lookup) ? login : "login: " + login + "; look-up: " + lookup;
        }

        @Override
        public String toString() {
            return id + " → " + login;
        }
    }

    static Stream<Case> rows() {
        List<List<String>> ada = List.of(List.of(ADA, ADA));
        List<List<String>> otherLogin = List.of(List.of("a.winter@corp.example.com", ADA));
        List<List<String>> plainLogin = List.of(List.of("awinter", ADA));
        List<List<String>> shared = List.of(List.of(ADA, ADA), List.of("eve@example.com", ADA));
        List<List<String>> crossed =
                List.of(List.of("a.winter@corp.example.com", ADA), List.of(ADA, "eve@example.com"));
        String mismatch = "Refused IDENTITY_MISMATCH";
        return Stream.of(
                both("I e-mail is the login", ADA, ada, "Authenticated", "Found"),
                both("I other case", "ADA@Example.COM", ada, "Authenticated", "Found"),
                both("I e-mail is not the login", ADA, otherLogin, "Authenticated", "Found"),
                both("I login that looks like an address", "a.winter@corp.example.com", otherLogin, mismatch, mismatch),
                both(
                        "I login that looks like an address, any owned",
                        "a.winter@corp.example.com",
                        otherLogin,
                        "Authenticated",
                        "Found",
                        IdentityTest::anyOwned),
                both("I plain login", "awinter", plainLogin, "Authenticated", "Found"),
                both("I short name", "ada", ada, "Rejected UNSPECIFIED", "NotFound INDEX"),
                both(
                        "I short name, any owned",
                        "ada",
                        ada,
                        "Rejected UNSPECIFIED",
                        "NotFound INDEX",
                        IdentityTest::anyOwned),
                both("I somebody else comes back", "grace@example.com", ada, "Rejected UNSPECIFIED", "NotFound INDEX"),
                both("I two accounts with one address", ADA, shared, "Refused AMBIGUOUS", "Refused AMBIGUOUS"),
                both("I one's e-mail is another's login", ADA, crossed, "Authenticated", "Found"),
                both(
                        "I one's e-mail is another's login, any owned",
                        ADA,
                        crossed,
                        "Refused AMBIGUOUS",
                        "Refused AMBIGUOUS",
                        IdentityTest::anyOwned),
                both(
                        "I dotless i",
                        "adaı@example.com",
                        people("adai@example.com"),
                        "Rejected UNSPECIFIED",
                        "NotFound INDEX"),
                both(
                        "I Kelvin sign",
                        "\u212Aate@example.com",
                        people("kate@example.com"),
                        "Rejected UNSPECIFIED",
                        "NotFound INDEX"),
                both("I full-width letter", "ａda@example.com", ada, "Rejected UNSPECIFIED", "NotFound INDEX"),
                both("I accent", "àda@example.com", ada, "Rejected UNSPECIFIED", "NotFound INDEX"));
    }

    private static OktaSource.Builder anyOwned(OktaSource.Builder settings) {
        return settings.identifiers(IdentifierPolicy.ANY_OWNED);
    }

    private static List<List<String>> people(String address) {
        return List.of(List.of(address, address));
    }

    private static Case both(String id, String typed, List<List<String>> people, String login, String lookup) {
        return both(id, typed, people, login, lookup, UnaryOperator.identity());
    }

    private static Case both(
            String id,
            String typed,
            List<List<String>> people,
            String login,
            String lookup,
            UnaryOperator<OktaSource.Builder> policy) {
        return new Case(id, typed, people, login, lookup, policy);
    }

    /** An Okta that hands out everybody it has, whatever is asked: only our own comparison stands in the way. */
    private static void setUp(Case c) {
        List<Map<String, Object>> people = Stream.of(ADA_ID, EVE_ID)
                .limit(c.people().size())
                .map(id -> {
                    List<String> names = c.people().get(id.equals(ADA_ID) ? 0 : 1);
                    return user(id, names.get(0), names.get(1), "ACTIVE", "OKTA");
                })
                .toList();
        okta.searchHits(people);
        okta.users(json(404, NOT_FOUND));
        for (Map<String, Object> person : people) {
            okta.user(String.valueOf(person.get("id")), json(200, Json.write(person)));
        }
        okta.authn(json(200, success(ADA_ID)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void login(Case c) {
        setUp(c);

        try (OktaSource source = okta.source(c.policy())) {
            assertThat(Outcomes.of(source.login(c.typed(), Marked.PASSWORD))).isEqualTo(c.login());
        }
        assertThat(okta.passwordsSent()).isEqualTo(c.login().equals("Authenticated") ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lookup(Case c) {
        setUp(c);

        try (OktaSource source = okta.source(c.policy())) {
            assertThat(Outcomes.of(source.getUser(c.typed()))).isEqualTo(c.lookup());
        }
    }

    @Test
    @Row(value = "I the account's own login is tried", outcome = "Authenticated")
    void theLoginOfTheResolvedAccountIsTried() {
        okta.person(user(ADA_ID, "a.winter@corp.example.com", ADA, "ACTIVE", "OKTA"));

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
        }

        assertThat(okta.requests())
                .filteredOn(request -> request.getUrl().equals("/api/v1/authn"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.getBodyAsString()).contains("\"username\":\"a.winter@corp.example.com\""));
    }

    @Test
    @Row(
            value = "I the e-mail changed while the password was checked",
            outcome = "Refused IDENTITY_MISMATCH, password proved")
    void identityIsCheckedAgainAfterTheProof() {
        okta.user(ADA_ID, json(200, user(ADA_ID, ADA, "new@example.com", "ACTIVE", "OKTA")));

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
        }
    }

    @Test
    @Row(value = "I the mapper gives another e-mail", outcome = "Refused IDENTITY_MISMATCH, password proved")
    void identityIsCheckedAgainAfterTheMapper() {
        try (OktaSource source = okta.source(b -> b.profileMapper((raw, mapped) ->
                mapped.toBuilder().email("boss@example.com", true).build()))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Refused IDENTITY_MISMATCH");
        }
    }
}
