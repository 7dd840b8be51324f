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
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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

    /** Who is in the org by now has been there for a while. */
    private void later() {
        time.advance(Duration.ofMinutes(10));
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
    void threeWalksEachByPages() {
        okta.crowd(450);
        ada();
        okta.setStatus("ada@example.com", "DEPROVISIONED");
        later();

        List<SourceUser> users = list();

        assertThat(ids(users)).hasSize(452).doesNotHaveDuplicates();
        assertThat(Listed.of(users.get(451))).isEqualTo("Refused DISABLED");
        assertThat(lists()).hasSize(5);
        assertThat(lists().get(0)).isEqualTo("limit=200");
        assertThat(lists().get(1)).matches("limit=200&after=\\w+|after=\\w+&limit=200");
        assertThat(lists().get(3)).isEqualTo("search=status%20eq%20%22DEPROVISIONED%22&limit=200");
        assertThat(lists().get(4))
                .isEqualTo("search=statusChanged%20gt%20%222030-01-01T00%3A09%3A00.000Z%22&limit=200");
    }

    @Test
    void factorsCostACallForEachWhoCouldMoveOtherwise() {
        okta.crowd(3);
        okta.add(OktaPerson.builder("staged@example.com").status("STAGED").build());
        okta.add(OktaPerson.builder("otp@example.com").factor("push").build());
        later();

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

    /** The words on each person of the crowd, in their order. */
    private static List<String> words(List<SourceUser> users, int number) {
        return users.stream()
                .filter(user -> user.id().equals(String.format(Locale.ROOT, "00uCrowd%012d", number)))
                .map(Listed::of)
                .toList();
    }

    private void set(int number, String status) {
        time.advance(Duration.ofSeconds(1));
        okta.setStatus("person-" + number + "@crowd.example.com", status);
    }

    @Test
    void whoIsReactivatedWhileItRunsIsOnTheListing() {
        okta.crowd(600);
        set(5, "DEPROVISIONED");
        set(500, "DEPROVISIONED");
        set(501, "DEPROVISIONED");
        later();
        List<SourceUser> users = new ArrayList<>();
        Iterator<SourceUser> listing = source.users().iterator();
        users.add(listing.next());
        // Behind them, ahead of them, and back again.
        set(5, "ACTIVE");
        set(500, "ACTIVE");
        set(501, "ACTIVE");
        set(501, "DEPROVISIONED");
        set(6, "DEPROVISIONED");
        set(7, "DEPROVISIONED");
        set(7, "ACTIVE");
        set(8, "SUSPENDED");
        listing.forEachRemaining(users::add);

        assertThat(words(users, 5)).containsExactly("Migratable");
        assertThat(words(users, 500)).containsExactly("Migratable");
        assertThat(words(users, 501)).containsExactly("Refused DISABLED");
        assertThat(words(users, 6)).containsExactly("Migratable", "Refused DISABLED");
        assertThat(words(users, 7)).containsExactly("Migratable");
        assertThat(words(users, 8)).containsExactly("Migratable", "Refused DISABLED");
        assertThat(Set.copyOf(ids(users))).hasSize(601);
    }

    @Test
    void whoChangesBetweenTheWalksIsOnTheListingWithTheLastWordLast() {
        okta.crowd(250);
        IntStream.rangeClosed(1, 3).forEach(number -> set(number, "DEPROVISIONED"));
        set(4, "SUSPENDED");
        later();
        List<SourceUser> users = new ArrayList<>();
        Iterator<SourceUser> listing = source.users().iterator();
        while (lists().size() < 2) {
            users.add(listing.next());
        }
        // The first walk has passed them all; its last page is being given.
        set(1, "ACTIVE");
        set(4, "ACTIVE");
        set(10, "DEPROVISIONED");
        while (lists().size() < 3) {
            users.add(listing.next());
        }
        // The second walk has passed those who were deactivated.
        set(2, "ACTIVE");
        set(10, "ACTIVE");
        set(11, "DEPROVISIONED");
        listing.forEachRemaining(users::add);

        assertThat(words(users, 1)).containsExactly("Migratable");
        assertThat(words(users, 2)).containsExactly("Refused DISABLED", "Migratable");
        assertThat(words(users, 3)).containsExactly("Refused DISABLED");
        assertThat(words(users, 4)).containsExactly("Refused DISABLED", "Migratable");
        assertThat(words(users, 10)).containsExactly("Migratable", "Refused DISABLED", "Migratable");
        assertThat(words(users, 11)).containsExactly("Migratable", "Refused DISABLED");
        assertThat(Set.copyOf(ids(users))).hasSize(251);
    }

    @Test
    void aResumedListingKnowsWhenItBegan() {
        okta.crowd(500);
        set(300, "DEPROVISIONED");
        later();
        Iterator<SourceUser> users = source.users().iterator();
        users.next();
        set(300, "ACTIVE");
        okta.setStatus("person-0@crowd.example.com", "DEPROVISIONED");
        okta.faultOnce(OktaOperation.SEARCH_USERS, Fault.status(403, OktaStub.error("E0000006")));
        ListingCursor written =
                failure(() -> users.forEachRemaining(user -> {})).resumeFrom();
        time.advance(Duration.ofHours(2));

        assertThat(words(source.users(written).toList(), 0)).containsExactly("Refused DISABLED");
        assertThat(lists().get(lists().size() - 1))
                .isEqualTo("search=statusChanged%20gt%20%222030-01-01T00%3A09%3A01.000Z%22&limit=200");
    }

    @Test
    void withoutADateOurOwnClockSaysWhenTheListingBegan() {
        later();
        Reply undated = Reply.of(200, "[]".getBytes(StandardCharsets.UTF_8)).with("Date", "never");
        okta.faultOnce(OktaOperation.SEARCH_USERS, Fault.reply(undated));

        assertThat(list()).isEmpty();
        assertThat(lists().get(2))
                .isEqualTo("search=statusChanged%20gt%20%222030-01-01T00%3A05%3A00.000Z%22&limit=200");
    }

    @Test
    void anyPageIsAPlaceToGoOnFrom() {
        okta.crowd(500);
        ada();
        okta.setStatus("ada@example.com", "DEPROVISIONED");
        later();
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
        later();
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
        okta.rateLimit(OktaOperation.SEARCH_USERS, 4);

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
    @ValueSource(strings = {"17", "present", "present:", "others:0:limit=2", "present:0:after=%FF"})
    void aCursorOfSomebodyElseIsAMistake(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.users(new ListingCursor(text)))
                .withMessageContaining("from must be a cursor of this source");
        assertThat(okta.received()).isEmpty();
    }

    @Test
    void aMapperThatFailsOnSomebodyIsAboutThatPerson() {
        okta.crowd(2);
        try (OktaSource mapped = source(b -> b.profileMapper((raw, user) -> {
            if (user.userId().endsWith("000001")) {
                throw new IllegalStateException(Marked.TOKEN);
            }
            return user;
        }))) {
            assertThat(Listed.all(mapped)).containsExactly("Migratable", "Migratable", "Unreadable INTERNAL");
        }
    }

    @Test
    void aRowWithoutAnIdIsKnownByItsPlace() {
        later();
        okta.faultOnce(OktaOperation.SEARCH_USERS, Fault.status(200, "[{\"id\":\"<script>\"},{}]"));

        assertThat(ids(list())).containsExactly("row 1 of page 1", "row 2 of page 1");
    }
}
