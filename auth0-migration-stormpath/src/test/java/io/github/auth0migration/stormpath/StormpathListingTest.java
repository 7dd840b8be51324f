package io.github.auth0migration.stormpath;

import static io.github.auth0migration.stormpath.Shelf.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.spi.HttpReply;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All accounts, whatever happens between two pages. */
class StormpathListingTest {

    private static List<SourceUser> list(Shelf shelf) {
        return list(shelf, UnaryOperator.identity());
    }

    private static List<SourceUser> list(Shelf shelf, UnaryOperator<StormpathSource.Builder> settings) {
        try (StormpathSource source = settings.apply(shelf.builder()).build();
                Stream<SourceUser> users = source.users()) {
            return users.toList();
        }
    }

    private static List<String> ids(List<SourceUser> users) {
        return users.stream().map(SourceUser::id).toList();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(Shelf::id).toList();
    }

    @Test
    @Row(
            value = "5 listing, pages overlap",
            outcome = "each begins with the last row of the one before, until one is empty")
    void asksForPagesThatOverlapByOneUntilOneIsEmpty() {
        Shelf shelf = Shelf.of(150);

        assertThat(ids(list(shelf))).isEqualTo(numbered(0, 150));
        String accounts = "/v1/applications/app1/accounts?expand=customData&limit=100&offset=";
        assertThat(shelf.calls)
                .containsExactly(
                        "/v1/applications/app1",
                        accounts + "0&orderBy=createdAt%20asc%2Cemail%20asc",
                        accounts + "99&orderBy=createdAt%20asc%2Cemail%20asc",
                        accounts + "149&orderBy=createdAt%20asc%2Cemail%20asc",
                        accounts + "150&orderBy=createdAt%20asc%2Cemail%20asc");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 99, 100, 1000})
    @Row(value = "5 listing, size and limit", outcome = "everybody, by counting items")
    void keepsToNoWordOnTheSizeOfPages(int pageCap) {
        Shelf shelf = Shelf.of(250);
        shelf.pageCap = pageCap;

        assertThat(ids(list(shelf))).isEqualTo(numbered(0, 250));
    }

    @Test
    void anEmptyApplicationHasNobody() {
        assertThat(list(Shelf.of(0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 99, 100, 101, 250})
    @Row(value = "5 listing, somebody is removed", outcome = "everybody who is left")
    void whoeverIsRemovedTakesNobodyAlong(int removed) {
        Shelf shelf = Shelf.of(700);
        shelf.meanwhile.put(4, () -> IntStream.range(0, removed).forEach(shelf::remove));

        assertThat(ids(list(shelf))).isEqualTo(numbered(0, 700));
    }

    @Test
    void theLastOneKnownMayBeRemoved() {
        Shelf shelf = Shelf.of(300);
        shelf.meanwhile.put(2, () -> {
            shelf.remove(3);
            shelf.remove(99);
        });

        assertThat(ids(list(shelf))).isEqualTo(numbered(0, 300));
    }

    @Test
    void allWhoWereKnownMayBeRemoved() {
        Shelf shelf = Shelf.of(250);
        shelf.meanwhile.put(2, () -> IntStream.range(0, 100).forEach(shelf::remove));

        assertThat(ids(list(shelf))).isEqualTo(numbered(0, 250));
    }

    @Test
    void peopleOfOneMomentAreNotMixedUp() {
        Shelf shelf = Shelf.of(300);
        shelf.rows.forEach(row -> row.put("createdAt", "2015-01-01T00:00:00.000Z"));
        shelf.meanwhile.put(2, () -> IntStream.range(0, 10).forEach(shelf::remove));

        assertThat(ids(list(shelf))).isEqualTo(numbered(0, 300));
    }

    @Test
    void whoeverIsAddedIsListedToo() {
        Shelf shelf = Shelf.of(100);
        shelf.meanwhile.put(3, () -> shelf.rows.add(Shelf.row(100)));

        assertThat(ids(list(shelf))).isEqualTo(numbered(0, 101));
    }

    @Test
    void aCursorBeginsBehindTheRowThatItNames() {
        Shelf shelf = Shelf.of(250);
        SourceUser somebody = list(shelf).get(120);
        shelf.remove(0);

        assertThat(somebody.page()).isEqualTo(new ListingCursor("100 id99 2015-01-01T00:01:39Z"));
        try (StormpathSource source = shelf.source()) {
            assertThat(ids(source.users(somebody.page()).toList())).isEqualTo(numbered(100, 250));
        }
    }

    @Test
    @Row(value = "5 listing, a broken account", outcome = "listed as unreadable; the rest goes on")
    void aRowThatIsNoUserIsListedAsSuchAndTheRestGoesOn() {
        Shelf shelf = Shelf.of(250);
        shelf.rows.get(5).remove("email");
        shelf.rows.get(99).remove("href");
        shelf.rows.get(100).put("status", "DISABLED");
        shelf.rows.get(101).put("status", "UNVERIFIED");

        List<SourceUser> users = list(shelf);

        assertThat(users).hasSize(250);
        assertThat(users.get(5)).isInstanceOf(SourceUser.Unreadable.class);
        assertThat(users.get(5).id()).isEqualTo(id(5));
        assertThat(users.get(99)).isInstanceOfSatisfying(SourceUser.Unreadable.class, row -> {
            assertThat(row.id()).isEqualTo("row 99");
            assertThat(row.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE);
        });
        assertThat(reason(users.get(100))).isEqualTo(Refusal.Reason.DISABLED);
        assertThat(reason(users.get(101))).isEqualTo(Refusal.Reason.NOT_ACTIVATED);
    }

    private static Refusal.Reason reason(SourceUser user) {
        return ((SourceUser.Refused) user).reason();
    }

    @Test
    void aPageThatCannotBeReadWithCustomDataIsReadPersonByPerson() {
        Shelf shelf = Shelf.of(3);
        Set<String> asked = new HashSet<>();
        List<SourceUser> users = list(
                shelf,
                b -> b.transport(call -> {
                    asked.add(call.uri().getRawPath());
                    String query = String.valueOf(call.uri().getRawQuery());
                    boolean page = query.contains("orderBy");
                    if (page && query.contains("expand")) {
                        return new HttpReply(200, Map.of(), new byte[] {'{'});
                    }
                    shelf.rows.forEach(row -> row.put(
                            "customData", page ? Map.of("href", "x") : Map.of("href", "x", "createdAt", "x", "n", 1)));
                    return shelf.send(call);
                }));

        assertThat(users)
                .extracting(user -> ((SourceUser.Migratable) user).user().userMetadata())
                .containsOnly(Map.of("custom_data", Map.of("n", 1)));
        assertThat(asked).contains("/v1/accounts/id0", "/v1/accounts/id1", "/v1/accounts/id2");
    }

    @Test
    @Row(value = "5 listing, an outage", outcome = "stops, and can go on from there")
    void anOutageBetweenPeopleMakesNobodyUnreadable() {
        Shelf shelf = Shelf.of(3);

        assertThatExceptionOfType(ListingFailedException.class)
                .isThrownBy(() -> list(
                        shelf,
                        b -> b.groups(Groups.APP_METADATA)
                                .transport(call -> call.uri().getRawPath().endsWith("/groups")
                                        ? new HttpReply(200, Map.of(), new byte[] {'<'})
                                        : shelf.send(call))))
                .satisfies(failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE));
    }

    @Test
    void aPersonWhomNothingCanMendIsUnreadable() {
        Shelf shelf = Shelf.of(3);
        shelf.rows.get(1).put("email", "no address");
        shelf.rows.get(2).put("customData", "x");

        assertThat(list(shelf))
                .extracting(user -> user.getClass().getSimpleName())
                .containsExactly("Migratable", "Unreadable", "Unreadable");
    }

    @Test
    void aListedUserIsTheOneThatALookupGives() {
        Shelf shelf = Shelf.of(1);
        MigratedUser listed = ((SourceUser.Migratable) list(shelf).get(0)).user();

        try (StormpathSource source = shelf.source()) {
            assertThat(source.getUser("p0@example.com")).isEqualTo(new LookupOutcome.Found(listed));
        }
    }

    @Test
    void onlyTheChosenDirectoryIsListed() {
        Shelf shelf = Shelf.of(250);
        URI directory = URI.create("https://api.stormpath.com/v1/directories/dir1");

        assertThat(list(shelf, b -> b.accountStore(AccountStore.href(directory))))
                .hasSize(125);
    }

    @Test
    @Row(value = "5 listing, no order", outcome = "MALFORMED_RESPONSE")
    void aServerWithoutOrderIsAFailure() {
        Shelf shelf = Shelf.of(3);
        Map<String, Object> first = new LinkedHashMap<>(shelf.rows.get(0));
        shelf.rows.remove(0);
        shelf.rows.add(first);

        assertThatExceptionOfType(ListingFailedException.class)
                .isThrownBy(() -> list(shelf))
                .satisfies(failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100, 250})
    @Row(value = "5 listing, offsets ignored", outcome = "MALFORMED_RESPONSE")
    void aServerThatIgnoresOffsetsIsAFailureAndNoEndlessLoop(int people) {
        Shelf shelf = Shelf.of(people);
        shelf.ignoresOffset = true;

        assertThatExceptionOfType(ListingFailedException.class)
                .isThrownBy(() -> list(shelf))
                .satisfies(failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE));
        assertThat(shelf.calls).hasSizeLessThan(6);
    }

    @Test
    @Row(value = "5 listing, unknown application", outcome = "CONFIGURATION, never an empty listing")
    void anApplicationThatIsNotThereIsNotEmpty() {
        Shelf shelf = Shelf.of(0);

        assertThatExceptionOfType(ListingFailedException.class)
                .isThrownBy(() -> list(shelf, b -> b.applicationId("app2")))
                .satisfies(failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1 id1 yesterday", "1 a/b", "12345678901234567890", " 1"})
    void aCursorOfSomebodyElseIsRefused(String cursor) {
        Shelf shelf = Shelf.of(1);
        try (StormpathSource source = shelf.source()) {
            assertThatIllegalArgumentException().isThrownBy(() -> source.users(new ListingCursor(cursor)));
        }
        assertThat(shelf.calls).isEmpty();
    }
}
