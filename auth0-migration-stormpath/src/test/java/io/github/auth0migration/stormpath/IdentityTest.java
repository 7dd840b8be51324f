package io.github.auth0migration.stormpath;

import static io.github.auth0migration.stormpath.StormpathStub.ADA;
import static io.github.auth0migration.stormpath.StormpathStub.ADA_ID;
import static io.github.auth0migration.stormpath.StormpathStub.EVE_ID;
import static io.github.auth0migration.stormpath.StormpathStub.error;
import static io.github.auth0migration.stormpath.StormpathStub.json;
import static io.github.auth0migration.stormpath.StormpathStub.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.CoveredRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The account that comes back must own what was typed, in both scripts. */
class IdentityTest {

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    /**
     * What is typed, who is there, and what becomes of it.
     *
     * @param id the row in the catalogue
     * @param typed what is typed
     * @param people e-mail and username of who is there; the first has Ada's id, the second Eve's
     * @param login the outcome of the login
     * @param lookup the outcome of the look-up
     */
    record Case(String id, String typed, List<List<String>> people, String login, String lookup) implements CoveredRow {
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
        List<List<String>> plain = List.of(List.of(ADA, "awinter"));
        List<List<String>> oldAddress = List.of(List.of(ADA, "a.winter@example.com"));
        return Stream.of(
                in("I e-mail", ADA, ada),
                in("I other case", "ADA@Example.COM", ada),
                in("I e-mail, other username", ADA, plain),
                in("I username", "awinter", plain),
                mismatch("I username that looks like an address", "a.winter@example.com", oldAddress),
                new Case(
                        "I one's e-mail is another's username",
                        ADA,
                        List.of(List.of(ADA, ADA), List.of("eve@example.com", ADA)),
                        "Refused AMBIGUOUS",
                        "Found"),
                out("I somebody else comes back", "grace@example.com", ada),
                out(
                        "I address in a surname or longer",
                        "ann@example.com",
                        List.of(List.of("joann@example.com", "joann"))),
                out("I username is part of another", "win", plain),
                out("I wildcard", "*@example.com", ada),
                new Case(
                        "I two accounts with one address",
                        ADA,
                        List.of(List.of(ADA, ADA), List.of(ADA, "eve")),
                        "Refused AMBIGUOUS",
                        "Refused AMBIGUOUS"),
                out("I dotless i", "adaı@example.com", List.of(List.of("adai@example.com", "x"))),
                out("I Kelvin sign", "\u212Aate@example.com", List.of(List.of("kate@example.com", "x"))),
                out("I full-width letter", "ａda@example.com", ada));
    }

    private static Case in(String id, String typed, List<List<String>> people) {
        return new Case(id, typed, people, "Authenticated", "Found");
    }

    private static Case out(String id, String typed, List<List<String>> people) {
        return new Case(id, typed, people, "Rejected UNSPECIFIED", "NotFound INDEX");
    }

    private static Case mismatch(String id, String typed, List<List<String>> people) {
        return new Case(id, typed, people, "Refused IDENTITY_MISMATCH", "Refused IDENTITY_MISMATCH");
    }

    /** A server that hands out everybody it has, whatever is asked: only our own comparison stands in the way. */
    private static void setUp(Case c) {
        List<Map<String, Object>> people = IntStream.range(0, c.people().size())
                .mapToObj(i -> stormpath.account(
                        i == 0 ? ADA_ID : EVE_ID,
                        c.people().get(i).get(0),
                        c.people().get(i).get(1)))
                .toList();
        stormpath.search("email", page(people));
        stormpath.search("username", page(people));
        stormpath.account(ADA_ID, json(200, people.get(0)));
        stormpath.account(EVE_ID, json(200, people.get(people.size() - 1)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void login(Case c) {
        setUp(c);

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(c.typed(), Marked.PASSWORD))).isEqualTo(c.login());
        }
        assertThat(stormpath.passwordsSent()).isEqualTo(c.login().equals("Authenticated") ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lookup(Case c) {
        setUp(c);

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(c.typed()))).isEqualTo(c.lookup());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Row(value = "8.8 squatter signs in by the victim's address", outcome = "Refused IDENTITY_MISMATCH")
    void nobodySignsInByAnAddressThatIsOnlyTheirUsername(IdentifierPolicy policy) {
        Map<String, Object> mallory = stormpath.account(EVE_ID, "mallory@example.com", ADA);
        stormpath.search("email", page());
        stormpath.search("username", page(mallory));
        stormpath.accounts(json(200, mallory));
        stormpath.login(json(200, stormpath.proof(EVE_ID)));

        try (StormpathSource source = stormpath.source(b -> b.identifiers(policy))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Refused IDENTITY_MISMATCH");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Refused IDENTITY_MISMATCH");
        }
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @Row(
            value = "8.8 the squatter's password is proved, not the owner's",
            outcome = "Refused IDENTITY_MISMATCH, password proved")
    void theSquattersPasswordProvesNothingOfTheOwner(IdentifierPolicy policy) {
        stormpath.login(json(200, stormpath.proof(EVE_ID)));

        try (StormpathSource source = stormpath.source(b -> b.identifiers(policy))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
        }
    }

    @Test
    @Row(value = "8.8 somebody squats the address of a person with a username", outcome = "Authenticated")
    void theOwnerIsTriedByTheUsernameThatNobodyCanSquat() {
        stormpath.person(stormpath.account(ADA_ID, ADA, "awinter"));
        stormpath.search("username", page(stormpath.account(EVE_ID, "mallory@example.com", ADA)));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
        }
        assertThat(loginSent()).isEqualTo("awinter:" + Marked.PASSWORD);
    }

    @Test
    void theOwnerIsTriedByTheAddressWhereNobodySquatsIt() {
        stormpath.person(stormpath.account(ADA_ID, ADA, "awinter"));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login("ADA@example.com", Marked.PASSWORD)))
                    .isEqualTo("Authenticated");
        }
        assertThat(loginSent()).isEqualTo(ADA + ":" + Marked.PASSWORD);
    }

    @Test
    void whoeverTypesTheUsernameIsTriedByIt() {
        Map<String, Object> ada = stormpath.account(ADA_ID, ADA, "AWinter");
        stormpath.person(ada);
        stormpath.search("username", page(ada));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login("awinter", Marked.PASSWORD))).isEqualTo("Authenticated");
        }
        assertThat(loginSent()).isEqualTo("AWinter:" + Marked.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada:winter", ADA, "a.winter@example.com", ""})
    @Row(value = "8.8 somebody squats the address of a person without another login", outcome = "Refused AMBIGUOUS")
    void whoHasNoOtherLoginThanASquattedAddressIsNotTried(String username) {
        stormpath.person(stormpath.account(ADA_ID, ADA, username));
        stormpath.search("username", page(stormpath.account(EVE_ID, "mallory@example.com", "ADA@example.com")));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Refused AMBIGUOUS");
        }
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @Test
    @Row(value = "8.8 somebody squats the address, somebody else the username", outcome = "Refused AMBIGUOUS")
    void aUsernameThatSomebodyElseHasIsNotTriedEither() {
        stormpath.person(stormpath.account(ADA_ID, ADA, "awinter"));
        stormpath.search(
                "username",
                page(
                        stormpath.account(EVE_ID, "mallory@example.com", ADA),
                        stormpath.account("otto", "otto@example.com", "AWinter")));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Refused AMBIGUOUS");
        }
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @Test
    void whomASearchBringsForNoReasonSquatsNothing() {
        stormpath.search("username", page(stormpath.account(EVE_ID, "eve@example.com", "eve")));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
        }
        assertThat(loginSent()).isEqualTo(ADA + ":" + Marked.PASSWORD);
    }

    private static String loginSent() {
        return stormpath.requests().stream()
                .filter(request -> request.getUrl().endsWith("/loginAttempts"))
                .map(request -> request.getBodyAsString().replaceAll(".*\"value\":\"([^\"]*)\".*", "$1"))
                .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Row(value = "8.10 disabled between proof and reading", outcome = "Refused DISABLED, password proved")
    void theStatusIsLookedAtAgainAfterTheProof() {
        stormpath.accounts(json(200, stormpath.adaWith("status", "DISABLED")));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Refused DISABLED, password proved");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Row(
            value = "8.10 another e-mail between proof and reading",
            outcome = "Refused IDENTITY_MISMATCH, password proved")
    void theAddressIsLookedAtAgainAfterTheProof(IdentifierPolicy policy) {
        stormpath.accounts(json(200, stormpath.adaWith("email", "new@example.com")));

        try (StormpathSource source = stormpath.source(b -> b.identifiers(policy))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Refused IDENTITY_MISMATCH");
        }
    }

    @Test
    void identityIsCheckedAgainAfterTheMapper() {
        try (StormpathSource source = stormpath.source(b -> b.profileMapper((raw, mapped) ->
                mapped.toBuilder().email("boss@example.com", true).build()))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Refused IDENTITY_MISMATCH");
        }
    }

    @Test
    @Row(value = "8.12 one address in two directories, one of them chosen", outcome = "Authenticated")
    void aChosenDirectoryDecidesWhoCounts() {
        Map<String, Object> other = stormpath.account(EVE_ID, ADA, ADA);
        other.put("directory", Map.of("href", stormpath.href("directories", "dir2")));
        stormpath.search("email", page(stormpath.account(ADA_ID, ADA, ADA), other));
        stormpath.account(EVE_ID, json(200, other));
        stormpath.stores(
                0, json(200, page(stormpath.store("directories", "dir1"), stormpath.store("directories", "dir3"))));

        try (StormpathSource source = inDirectory("dir1");
                StormpathSource elsewhere = inDirectory("dir3")) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Found");
            assertThat(Outcomes.of(elsewhere.getUser(ADA))).isEqualTo("NotFound INDEX");
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("stormpath|" + EVE_ID))))
                    .isEqualTo("NotFound EXACT");
        }
    }

    @Test
    @Row(value = "4 no directory, one of them chosen", outcome = "Unavailable MALFORMED_RESPONSE")
    void anAccountThatDoesNotTellItsDirectoryIsNobodysYet() {
        stormpath.person(stormpath.adaWith("directory", null));

        try (StormpathSource source = inDirectory("dir1")) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }

    private static StormpathSource inDirectory(String id) {
        return stormpath.source(b -> b.accountStore(AccountStore.href(URI.create(stormpath.href("directories", id)))));
    }

    @Test
    @Row(value = "3 login with a colon", outcome = "Rejected UNSPECIFIED")
    void aColonIsRejectedWithoutARequest() {
        stormpath.login(error(500, 500));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login("ada:x", Marked.PASSWORD))).isEqualTo("Rejected UNSPECIFIED");
            assertThat(Outcomes.of(source.login(ADA, ""))).isEqualTo("Rejected UNSPECIFIED");
        }
        assertThat(stormpath.lines()).isEmpty();
    }
}
