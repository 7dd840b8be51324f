package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing an org that people join, change and leave. */
class OktaListingTest {

    private final TestTime time = new TestTime();
    private final OktaSimulator okta =
            OktaSimulator.builder().clock(time.clock()).start();
    private final OktaSource source = source(b -> b);

    @AfterEach
    void stop() {
        source.close();
        okta.close();
    }

    private OktaSource source(UnaryOperator<OktaSource.Builder> settings) {
        return settings.apply(OktaSource.builder()
                        .orgUrl(okta.url())
                        .apiToken(okta::apiToken)
                        .userIdPrefix("okta")
                        .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED))
                .build(time);
    }

    private List<SourceUser> list() {
        try (Stream<SourceUser> users = source.users()) {
            return users.toList();
        }
    }

    private static List<String> ids(List<SourceUser> users) {
        return users.stream().map(SourceUser::id).toList();
    }

    private void ada() {
        okta.add(OktaPerson.builder("ada@example.com")
                .password(Marked.PASSWORD)
                .firstName("Ada")
                .profile("department", "Engines")
                .build());
    }

    private List<String> lists() {
        return okta.received().stream()
                .filter(request -> request.operation() == OktaOperation.SEARCH_USERS)
                .map(request -> request.rawQuery())
                .toList();
    }

    @Test
    void theUserIsTheOneThatBothScriptsGive() {
        ada();
        MigratedUser listed = ((SourceUser.Migratable) list().get(1)).user();

        assertThat(listed).isEqualTo(((LookupOutcome.Found) source.getUser("ada@example.com")).user());
        assertThat(listed)
                .isEqualTo(((LoginOutcome.Authenticated) source.login("ada@example.com", Marked.PASSWORD)).user());
        assertThat(listed.userMetadata()).containsEntry("department", "Engines");
    }

    @Test
    void twoWalksEachByPages() {
        okta.crowd(450);
        ada();
        okta.setStatus("ada@example.com", "DEPROVISIONED");

        List<SourceUser> users = list();

        assertThat(ids(users)).hasSize(452).doesNotHaveDuplicates();
        assertThat(Listed.of(users.get(451))).isEqualTo("Refused DISABLED");
        assertThat(lists()).hasSize(4);
        assertThat(lists().get(0)).isEqualTo("limit=200");
        assertThat(lists().get(1)).matches("limit=200&after=\\w+|after=\\w+&limit=200");
        assertThat(lists().get(3)).isEqualTo("search=status%20eq%20%22DEPROVISIONED%22&limit=200");
    }

    @Test
    void factorsCostACallForEachWhoCouldMoveOtherwise() {
        okta.crowd(3);
        okta.add(OktaPerson.builder("staged@example.com").status("STAGED").build());
        okta.add(OktaPerson.builder("otp@example.com").factor("push").build());

        assertThat(Listed.all(source))
                .containsExactlyInAnyOrder(
                        "Migratable",
                        "Migratable",
                        "Migratable",
                        "Migratable",
                        "Refused NOT_ACTIVATED",
                        "Refused SECOND_FACTOR_REQUIRED");
        assertThat(okta.requests(OktaOperation.LIST_FACTORS)).isEqualTo(5);

        okta.forgetRequests();
        try (OktaSource lenient = source(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT))) {
            assertThat(Listed.all(lenient)).hasSize(6).doesNotContain("Refused SECOND_FACTOR_REQUIRED");
        }
        assertThat(okta.requests(OktaOperation.LIST_FACTORS)).isZero();
    }

    @Test
    void nobodyIsLostWhilePeopleComeAndGo() {
        okta.crowd(600);
        Iterator<SourceUser> users = source.users().iterator();
        String first = users.next().id();
        okta.setStatus("person-5@crowd.example.com", "DEPROVISIONED");
        okta.remove("person-300@crowd.example.com");
        okta.setStatus("person-400@crowd.example.com", "SUSPENDED");
        okta.setStatus("person-500@crowd.example.com", "DEPROVISIONED");

        List<SourceUser> rest = new ArrayList<>();
        users.forEachRemaining(rest::add);

        assertThat(ids(rest)).doesNotContain(first, "00uCrowd000000000300");
        assertThat(rest.stream().map(Listed::of).filter("Refused DISABLED"::equals))
                .hasSize(3);
        // The fifth was given before they were deactivated: the later word counts.
        assertThat(ids(rest).stream().filter("00uCrowd000000000005"::equals)).hasSize(2);
        assertThat(ids(rest)).hasSize(600);
    }

    @Test
    void anyPageIsAPlaceToGoOnFrom() {
        okta.crowd(500);
        ada();
        okta.setStatus("ada@example.com", "DEPROVISIONED");
        List<SourceUser> all = list();

        assertGoesOn(all, 0, 0);
        assertGoesOn(all, 250, 200);
        assertGoesOn(all, 450, 400);
        assertGoesOn(all, 501, 501);
    }

    private void assertGoesOn(List<SourceUser> all, int from, int firstOnPage) {
        ListingCursor written = new ListingCursor(all.get(from).page().value());

        assertThat(ids(source.users(written).toList())).isEqualTo(ids(all.subList(firstOnPage, all.size())));
    }

    @Test
    void aFailedPageIsReadAgain() {
        okta.crowd(500);
        Iterator<SourceUser> users = source.users().iterator();
        List<String> given = new ArrayList<>(List.of(users.next().id()));
        okta.revokeApiToken();
        ListingFailedException failed = failure(() -> users.forEachRemaining(user -> given.add(user.id())));
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.SOURCE_CREDENTIALS);
        okta.rotateApiToken();

        given.addAll(ids(source.users(failed.resumeFrom()).toList()));

        assertThat(given).hasSize(501).doesNotHaveDuplicates();
    }

    private static ListingFailedException failure(Runnable reading) {
        try {
            reading.run();
        } catch (ListingFailedException e) {
            return e;
        }
        throw new AssertionError("came to its end");
    }

    @Test
    void aRateLimitIsWaitedFor() {
        okta.crowd(900);
        okta.rateLimit(OktaOperation.SEARCH_USERS, 3);

        assertThat(ids(list())).hasSize(901).doesNotHaveDuplicates();
        assertThat(time.sleeps()).hasSize(1);
        assertThat(time.sleeps().get(0)).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(62));
    }

    @Test
    void pagesThatTakeOktaTooLongAreHalvedAndStaySmall() {
        okta.crowd(400);
        for (int i = 0; i < 6; i++) {
            okta.faultOnce(OktaOperation.SEARCH_USERS, Fault.status(500, OktaStub.error("E0000009")));
        }

        assertThat(ids(list())).hasSize(401).doesNotHaveDuplicates();
        assertThat(lists().subList(0, 3)).containsOnly("limit=200");
        assertThat(lists().subList(3, 6)).containsOnly("limit=100");
        assertThat(lists().subList(6, lists().size())).allMatch(query -> query.contains("limit=50"));
    }

    @Test
    void loginOnlyHasNoListing() {
        try (OktaSource loginOnly = OktaSource.builder()
                .orgUrl(okta.url())
                .loginOnly()
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            assertThat(Listed.all(loginOnly)).containsExactly("stops: CONFIGURATION");
            assertThat(okta.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "present", "present:", "others:limit=2", "present:after=a b", "present:after=%zz"})
    void aCursorOfSomebodyElseIsAMistake(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.users(new ListingCursor(text)))
                .withMessageContaining("cursor must be");
        assertThat(okta.received()).isEmpty();
    }

    @Test
    void aMapperThatFailsOnSomebodyIsAboutThatPerson() {
        okta.crowd(2);
        try (OktaSource mapped = source(b -> b.profileMapper((raw, user) -> {
            if (user.userId().endsWith("1")) {
                throw new IllegalStateException(Marked.TOKEN);
            }
            return user;
        }))) {
            assertThat(Listed.all(mapped)).containsExactly("Migratable", "Migratable", "Unreadable INTERNAL");
        }
    }

    @Test
    void aRowWithoutAnIdIsKnownByItsPlace() {
        okta.faultOnce(OktaOperation.SEARCH_USERS, Fault.status(200, "[{\"id\":\"<script>\"},{}]"));

        assertThat(ids(list())).containsExactly("row 1 of page 1", "row 2 of page 1");
    }
}
