package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ACCOUNT;
import static io.github.auth0migration.gigya.GigyaStub.SEARCH;
import static io.github.auth0migration.gigya.GigyaStub.account;
import static io.github.auth0migration.gigya.GigyaStub.ada;
import static io.github.auth0migration.gigya.GigyaStub.adaBut;
import static io.github.auth0migration.gigya.GigyaStub.error;
import static io.github.auth0migration.gigya.GigyaStub.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody, page by page. */
class GigyaListingTest {

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    private static List<SourceUser> list(UnaryOperator<GigyaSource.Builder> settings) {
        try (GigyaSource source = gigya.source(settings);
                Stream<SourceUser> users = source.users()) {
            return SecretScan.clean(users.toList());
        }
    }

    private static List<SourceUser> list() {
        return list(UnaryOperator.identity());
    }

    private static ResponseDefinitionBuilder page(String next, List<? extends Map<String, ?>> rows) {
        Map<String, Object> page = new LinkedHashMap<>(Map.of("results", rows));
        if (!next.isEmpty()) {
            page.put("nextCursorId", next);
        }
        return ok(page);
    }

    @Test
    @Row(
            value = {"4 listing, empty page", "11 short page", "11 query with cursor"},
            outcome = "the listing goes on")
    void onlyAMissingCursorIsTheEnd() {
        gigya.search(page("c-1", List.of(ada())));
        gigya.answer(SEARCH, "cursorId", "c-1", page("c-2", List.of()));
        gigya.answer(SEARCH, "cursorId", "c-2", page("", List.of(account("_guid_Grace", "grace@example.com"))));

        assertThat(list()).extracting(SourceUser::id).containsExactly(GigyaStub.ADA_UID, "_guid_Grace");
        assertThat(gigya.requests()).hasSize(3);
        assertThat(GigyaStub.form(gigya.requests().get(0)))
                .containsEntry("query", "SELECT * FROM accounts LIMIT 1000")
                .containsEntry("openCursor", "true");
        assertThat(gigya.form(SEARCH)).containsEntry("cursorId", "c-2").doesNotContainKeys("query", "openCursor");
    }

    @Test
    @Row(value = "4 listing, cursor again", outcome = "the listing fails, MALFORMED_RESPONSE")
    void aCursorThatComesAgainFails() {
        gigya.search(page("c-1", List.of(ada())));
        gigya.answer(SEARCH, "cursorId", "c-1", page("c-2", List.of(ada())));
        gigya.answer(SEARCH, "cursorId", "c-2", page("c-1", List.of(ada())));

        assertThatExceptionOfType(ListingFailedException.class)
                .isThrownBy(GigyaListingTest::list)
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE));
        assertThat(gigya.requests()).hasSize(3);
    }

    @Test
    @Row(value = "4 listing, no results", outcome = "the listing fails, MALFORMED_RESPONSE")
    void aPageWithoutResultsIsNotTheEnd() {
        gigya.search(ok(Map.of("objectsCount", 0)));

        assertThatExceptionOfType(ListingFailedException.class).isThrownBy(GigyaListingTest::list);
    }

    @Test
    @Row(value = "4 listing, fewer than counted", outcome = "the listing fails, MALFORMED_RESPONSE")
    void aPageThatCountsMoreThanItHoldsFails() {
        gigya.search(ok(Map.of("results", List.of(ada()), "objectsCount", 2, "totalCount", 2)));

        assertThatExceptionOfType(ListingFailedException.class)
                .isThrownBy(GigyaListingTest::list)
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {403048, 403007, 500001, 400006})
    void aPageThatCannotBeHadFailsAndResumes(int code) {
        gigya.search(page("c-1", List.of(ada())));
        gigya.answer(SEARCH, "cursorId", "c-1", error(code));

        try (GigyaSource source = gigya.source()) {
            assertThatExceptionOfType(ListingFailedException.class)
                    .isThrownBy(() -> {
                        try (Stream<SourceUser> users = source.users()) {
                            List<SourceUser> ignored = users.toList();
                        }
                    })
                    .satisfies(e -> {
                        gigya.answer(
                                SEARCH,
                                "cursorId",
                                "c-1",
                                page("", List.of(account("_guid_Grace", "grace@example.com"))));
                        assertThat(source.users(e.resumeFrom()).map(SourceUser::id))
                                .containsExactly("_guid_Grace");
                    });
        }
    }

    @Test
    @Row(value = "4 listing, lite account", outcome = "left out")
    void liteAccountsAreLeftOut() {
        gigya.search(page("", List.of(Map.of("token", "lite-1", "profile", Map.of()), ada())));

        assertThat(list()).extracting(SourceUser::id).containsExactly(GigyaStub.ADA_UID);
    }

    @Test
    @Row(value = "4 listing, broken row", outcome = "Unreadable, and the listing goes on")
    void aBrokenRowIsToldAndTheOthersListed() {
        gigya.search(page(
                "",
                List.of(
                        Map.of("UID", "_guid_Odd", "emails", "none"),
                        Map.of("UID", 17),
                        Map.of("UID", "_guid_Bare"),
                        ada())));

        assertThat(list())
                .satisfiesExactly(
                        odd -> assertThat(odd)
                                .isInstanceOf(SourceUser.Unreadable.class)
                                .extracting(SourceUser::id)
                                .isEqualTo("_guid_Odd"),
                        number -> assertThat(number).isInstanceOf(SourceUser.Unreadable.class),
                        bare -> assertThat(bare).isInstanceOf(SourceUser.Unreadable.class),
                        ada -> assertThat(ada).isInstanceOf(SourceUser.Migratable.class));
    }

    @Test
    @Row(value = "4 listing, isActive missing", outcome = "Unreadable, and the listing goes on")
    void whoeverNobodyCallsActiveIsUnreadable() {
        gigya.search(page("", List.of(adaBut("isActive", null), account("_guid_Grace", "grace@example.com"))));

        assertThat(list())
                .satisfiesExactly(
                        ada -> assertThat(
                                        ((SourceUser.Unreadable) ada).failure().kind())
                                .isEqualTo(Failure.Kind.MALFORMED_RESPONSE),
                        grace -> assertThat(grace).isInstanceOf(SourceUser.Migratable.class));
    }

    @Test
    void whoeverALookupRefusesIsRefused() {
        Map<String, Object> social = account("_guid_Social", "otto@example.com");
        social.put("socialProviders", "facebook");
        Map<String, Object> locked = account("_guid_Locked", "enid@example.com");
        locked.put("lockedUntil", "2999-01-01T00:00:00Z");
        gigya.search(page("", List.of(adaBut("isActive", false), social, locked)));

        assertThat(list())
                .extracting(entry -> ((SourceUser.Refused) entry).reason())
                .containsExactly(Reason.DISABLED, Reason.NO_PASSWORD, Reason.LOCKED_OUT);
    }

    @Test
    void withoutPasswordsNobodyIsReadOneByOne() {
        gigya.search(page("", List.of(adaBut("password", Map.of("hash", Marked.secret("hash"))))));

        assertThat(((SourceUser.Migratable) list().get(0)).password().isEmpty()).isTrue();
        assertThat(gigya.lines()).containsExactly("POST " + SEARCH);
    }

    @Test
    @Row(value = "5 password with hash", outcome = "exported as it is")
    void aHashIsExportedAsItIs() {
        Map<String, Object> password = Map.of(
                "hash",
                Marked.secret("hash"),
                "hashSettings",
                Map.of("algorithm", "pbkdf2", "rounds", 3000),
                "created",
                "2020");
        gigya.search(page("", List.of(ada())));
        gigya.account(ok(adaBut("password", password)));

        SourceUser.Migratable ada = (SourceUser.Migratable)
                list(GigyaSource.Builder::exportPasswords).get(0);

        assertThat(ada.password().asMap()).isEqualTo(password);
        assertThat(gigya.form(SEARCH)).containsEntry("query", "SELECT * FROM accounts LIMIT 200");
        assertThat(gigya.form(ACCOUNT))
                .containsEntry("include", "profile,data,emails,loginIDs,identities-active,isLockedOut,password");
    }

    @Test
    @Row(value = "5 password with compoundHash", outcome = "exported as it is")
    void aCompoundHashIsAHash() {
        Map<String, Object> password = Map.of("compoundHash", Marked.secret("compound"), "created", "2020");
        gigya.search(page("", List.of(ada())));
        gigya.account(ok(adaBut("password", password)));

        SourceUser entry = list(GigyaSource.Builder::exportPasswords).get(0);

        assertThat(((SourceUser.Migratable) entry).password().asMap()).isEqualTo(password);
    }

    @Test
    @Row(
            value = {"5 password {}", "5 password, created only"},
            outcome = "no password")
    void aDateIsNoHash() {
        gigya.search(page("", List.of(ada())));
        for (Map<String, ?> password : List.of(Map.<String, Object>of(), Map.of("created", "2020-01-01T00:00:00Z"))) {
            gigya.account(ok(adaBut("password", password)));
            SourceUser entry = list(GigyaSource.Builder::exportPasswords).get(0);
            assertThat(((SourceUser.Migratable) entry).password().isEmpty()).isTrue();
        }
    }

    @Test
    void theHashOfSomebodyWhoIsRefusedIsExportedToo() {
        Map<String, Object> password =
                Map.of("hash", Marked.secret("hash"), "hashSettings", Map.of("algorithm", "md5"));
        gigya.search(page("", List.of(ada())));
        Map<String, Object> disabled = new LinkedHashMap<>(adaBut("password", password));
        disabled.put("isActive", false);
        gigya.account(ok(disabled));

        SourceUser.Refused ada =
                (SourceUser.Refused) list(GigyaSource.Builder::exportPasswords).get(0);

        assertThat(ada.password().asMap()).isEqualTo(password);
    }

    @Test
    void whoeverIsDeletedMeanwhileIsGoneAndWhoeverIsMixedUpIsUnreadable() {
        gigya.search(page("", List.of(ada())));
        gigya.account(error(404003));
        assertThat(list(GigyaSource.Builder::exportPasswords)).isEmpty();

        gigya.account(ok(account("_guid_Eve", "eve@example.com")));
        assertThat(list(GigyaSource.Builder::exportPasswords))
                .singleElement()
                .isInstanceOf(SourceUser.Unreadable.class)
                .extracting(SourceUser::id)
                .isEqualTo(GigyaStub.ADA_UID);
    }
}
