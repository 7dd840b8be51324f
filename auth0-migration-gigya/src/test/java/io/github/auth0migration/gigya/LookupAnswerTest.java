package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.ADA_UID;
import static io.github.auth0migration.gigya.GigyaStub.FIND;
import static io.github.auth0migration.gigya.GigyaStub.SEARCH;
import static io.github.auth0migration.gigya.GigyaStub.account;
import static io.github.auth0migration.gigya.GigyaStub.ada;
import static io.github.auth0migration.gigya.GigyaStub.adaBut;
import static io.github.auth0migration.gigya.GigyaStub.error;
import static io.github.auth0migration.gigya.GigyaStub.ok;
import static io.github.auth0migration.gigya.GigyaStub.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer to a look-up, by identifier and by user id. */
class LookupAnswerTest {

    private static final Map<String, Object> EVE = account("_guid_Eve", "eve@example.com");

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    static Stream<AnswerRow<GigyaStub, GigyaSource.Builder>> byIdentifier() {
        return Stream.of(identifiers(), search(), states()).flatMap(List::stream);
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> identifiers() {
        return List.of(
                row("4 find 0", "Found", g -> {}),
                row("4 find 404003", "NotFound EXACT", g -> g.find(error(404003))),
                row("4 find 403047", "NotFound EXACT", g -> g.find(error(403047))),
                row("4 find 0 without UID", "Unavailable MALFORMED_RESPONSE", g -> g.find(ok(Map.of()))),
                row("4 find 0 with an empty UID", "Unavailable MALFORMED_RESPONSE", g -> g.find(ok(Map.of("UID", "")))),
                row(
                        "4 find 0, UID further in",
                        "Unavailable MALFORMED_RESPONSE",
                        g -> g.find(ok(Map.of("account", Map.of("UID", ADA_UID))))),
                row("4 find 403005, key works", "NotFound EXACT", g -> g.find(error(403005))),
                row("4 find 403005, key refused", "Unavailable SOURCE_CREDENTIALS", g -> {
                    g.find(error(403005));
                    g.search(error(403005));
                }),
                row("4 find 403003", "Unavailable SOURCE_CREDENTIALS", g -> g.find(error(403003))),
                row("4 find 400093", "Unavailable SOURCE_CREDENTIALS", g -> g.find(error(400093))),
                row("4 find 400008", "Unavailable SOURCE_CREDENTIALS", g -> g.find(error(400008))),
                row("4 find 403048", "Unavailable RATE_LIMITED", g -> g.find(error(403048))),
                row("4 find 999999", "Unavailable MALFORMED_RESPONSE", g -> g.find(error(999999))),
                row("4 find 400096", "Found", g -> g.find(error(400096))),
                row("4 find 403007", "Found", g -> g.find(error(403007))),
                row("4 find of a stranger", "NotFound INDEX", g -> {
                    g.find(ok(Map.of("UID", "_guid_Eve")));
                    g.account(ok(EVE));
                }),
                row("4 find, then another account", "Unavailable MALFORMED_RESPONSE", g -> g.account(ok(EVE))),
                row("4 find, then gone", "NotFound INDEX", g -> g.account(error(404003))));
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> search() {
        return Stream.of(
                        row("4 search, one hit", "Found", g -> {}),
                        row("4 search, nobody", "NotFound INDEX", g -> g.search(page(List.of()))),
                        row("4 search, stranger", "NotFound INDEX", g -> g.search(page(List.of(EVE)))),
                        row("4 search, stranger first", "Found", g -> g.search(page(List.of(EVE, ada())))),
                        row("4 search, profile.email only", "NotFound INDEX", g -> g.search(page(List.of(decoy())))),
                        row(
                                "4 search, two owners",
                                "Refused AMBIGUOUS",
                                g -> g.search(page(List.of(ada(), account("_guid_Twin", ADA))))),
                        row("4 search, the same twice", "Found", g -> g.search(page(List.of(ada(), ada())))),
                        row(
                                "4 search, lite account",
                                "NotFound INDEX",
                                g -> g.search(
                                        page(List.of(Map.of("token", "lite-1", "profile", Map.of("email", ADA)))))),
                        row(
                                "4 search, more than a page",
                                "Unavailable MALFORMED_RESPONSE",
                                g -> g.search(ok(Map.of("results", List.of(ada()), "totalCount", 26)))),
                        row("4 search, no results", "Unavailable MALFORMED_RESPONSE", g -> g.search(ok(Map.of()))),
                        row(
                                "4 search, no results of some",
                                "Unavailable MALFORMED_RESPONSE",
                                g -> g.search(ok(Map.of("objectsCount", 1, "totalCount", 1)))),
                        row(
                                "4 search, no results of none",
                                "NotFound INDEX",
                                g -> g.search(ok(Map.of("objectsCount", 0, "totalCount", 0)))),
                        row(
                                "4 search, fewer than counted",
                                "Unavailable MALFORMED_RESPONSE",
                                g -> g.search(ok(Map.of("results", List.of(ada()), "objectsCount", 2)))),
                        row("4 search, other case", "Found", g -> {
                            g.search(page(List.of()));
                            g.answer(
                                    SEARCH,
                                    "query",
                                    AccountQuery.anyCase(Identifier.of(ADA)),
                                    page(List.of(account(ADA_UID, "Ada@Example.com"))));
                        }),
                        row(
                                "4 search, old index",
                                "NotFound INDEX",
                                g -> g.account(ok(account(ADA_UID, "ada.new@example.com")))),
                        row("4 search 403007", "Unavailable CONFIGURATION", g -> g.search(error(403007))),
                        row("4 search 504001", "Unavailable TIMEOUT", g -> g.search(error(504001))),
                        row("4 search, then 403005, key works", "NotFound INDEX", g -> g.account(error(403005))))
                .map(row -> row.with(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY)))
                .toList();
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> states() {
        return List.of(
                row("5 isActive false", "Refused DISABLED", g -> g.person(adaBut("isActive", false))),
                row("5 isActive missing", "Unavailable MALFORMED_RESPONSE", g -> g.person(adaBut("isActive", null))),
                row("5 isRegistered false", "Found", g -> g.person(adaBut("isRegistered", false))),
                row(
                                "5 isRegistered false, REFUSE",
                                "Refused REGISTRATION_INCOMPLETE",
                                g -> g.person(adaBut("isRegistered", false)))
                        .with(b -> b.incompleteRegistration(IncompleteRegistrationPolicy.REFUSE)),
                row(
                        "5 lockedUntil ahead",
                        "Refused LOCKED_OUT",
                        g -> g.person(adaBut("lockedUntil", "2999-01-01T00:00:00.59Z"))),
                row("5 lockedUntil past", "Found", g -> g.person(adaBut("lockedUntil", "2019-01-01T00:00:00Z"))),
                row("5 lockedUntil never", "Found", g -> g.person(adaBut("lockedUntil", "0001-01-01T00:00:00Z"))),
                row("5 lockedUntil unreadable", "Refused LOCKED_OUT", g -> g.person(adaBut("lockedUntil", "tomorrow"))),
                row("5 isLockedOut", "Refused LOCKED_OUT", g -> g.person(adaBut("isLockedOut", true))),
                row(
                        "5 social only",
                        "Refused NO_PASSWORD",
                        g -> g.person(adaBut("identities", List.of(Map.of("provider", "facebook"))))),
                row(
                        "5 social only, by providers",
                        "Refused NO_PASSWORD",
                        g -> g.person(adaBut("socialProviders", "facebook,googleplus"))),
                row(
                        "5 social and site, by providers",
                        "Found",
                        g -> g.person(adaBut("socialProviders", "facebook, Site"))),
                row(
                        "5 social and site",
                        "Found",
                        g -> g.person(adaBut(
                                "identities", List.of(Map.of("provider", "facebook"), Map.of("provider", "site"))))),
                row("5 emails.unverified only", "NotFound INDEX", g -> g.person(decoy())));
    }

    /** Ada's address in the profile of somebody who does not own it. */
    private static Map<String, Object> decoy() {
        Map<String, Object> decoy = account("_guid_Decoy", ADA);
        decoy.put("loginIDs", Map.of("username", "decoy", "emails", List.of()));
        decoy.put("emails", Map.of("verified", List.of(), "unverified", List.of(ADA)));
        return decoy;
    }

    static Stream<AnswerRow<GigyaStub, GigyaSource.Builder>> byUserId() {
        return Stream.of(
                row("4 account 0", "Found", g -> {}),
                row("4 account 404003", "NotFound EXACT", g -> g.account(error(404003))),
                row("4 account 403005, key works", "NotFound EXACT", g -> g.account(error(403005))),
                row("4 account 403005, key refused", "Unavailable SOURCE_CREDENTIALS", g -> {
                    g.account(error(403005));
                    g.search(error(403005));
                }),
                row("4 account 403005, cannot tell", "Unavailable CONFIGURATION", g -> {
                    g.account(error(403005));
                    g.search(error(403007));
                }),
                row("4 account 403007", "Unavailable CONFIGURATION", g -> g.account(error(403007))),
                row("4 account of a stranger", "Unavailable MALFORMED_RESPONSE", g -> g.account(ok(EVE))),
                row("4 account 409030", "Unavailable RATE_LIMITED", g -> g.account(error(409030))));
    }

    private static AnswerRow<GigyaStub, GigyaSource.Builder> row(
            String id, String outcome, Consumer<GigyaStub> answer) {
        return AnswerRow.of(id, outcome, answer);
    }

    @ParameterizedTest
    @MethodSource("byIdentifier")
    void findsExactlyTheOwner(AnswerRow<GigyaStub, GigyaSource.Builder> row) {
        row.answer().accept(gigya);

        try (GigyaSource source = gigya.source(row.settings())) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo(row.outcome());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400008, 400093, 403003})
    void aRefusedKeyIsNoMissingMethod(int code) {
        gigya.find(error(code));

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        }
        assertThat(gigya.lines()).containsExactly("POST " + FIND);
    }

    @ParameterizedTest
    @MethodSource("byUserId")
    void findsExactlyTheUid(AnswerRow<GigyaStub, GigyaSource.Builder> row) {
        row.answer().accept(gigya);

        try (GigyaSource source = gigya.source(row.settings())) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("gigya|" + ADA_UID))))
                    .isEqualTo(row.outcome());
        }
    }
}
