package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagedListingTest {

    private static final ListingCursor START = ListingCursor.beginning();

    private static ListingCursor at(String cursor) {
        return new ListingCursor(cursor);
    }

    private static MigratedUser user(String id) {
        return MigratedUser.builder("acme|" + id, new SourceAccount("acme", id, null))
                .email(id + "@example.com", true)
                .build();
    }

    private static SourceUser migratable(String id) {
        return new SourceUser.Migratable(user(id), ExportedPassword.none(), START);
    }

    private static PageReader.Page page(Optional<ListingCursor> next, String... ids) {
        return new PageReader.Page(
                Stream.of(ids).map(PagedListingTest::migratable).toList(), next);
    }

    private static List<String> ids(Stream<SourceUser> users) {
        return users.map(SourceUser::id).toList();
    }

    @Test
    void readsPageAfterPageUntilThereIsNone() {
        PageReader pages = at -> switch (at.value()) {
            case "" -> page(Optional.of(at("2")), "a", "b");
            case "2" -> page(Optional.of(at("3")));
            default -> page(Optional.empty(), "c");
        };

        assertThat(ids(PagedListing.stream(START, pages))).containsExactly("a", "b", "c");
        assertThat(ids(PagedListing.stream(at("2"), pages))).containsExactly("c");
    }

    @Test
    void readsNoPageBeforeItIsNeeded() {
        List<String> read = new ArrayList<>();
        PageReader pages = at -> {
            read.add(at.value());
            return page(Optional.of(at(at.value() + "x")), "id" + at.value());
        };

        assertThat(ids(PagedListing.stream(START, pages).limit(2))).containsExactly("id", "idx");
        assertThat(read).containsExactly("", "x");
    }

    @Test
    void whoStandsOnTwoPagesComesOnce() {
        PageReader pages =
                at -> at.isBeginning() ? page(Optional.of(at("2")), "a", "b") : page(Optional.empty(), "b", "c");

        assertThat(ids(PagedListing.stream(START, pages))).containsExactly("a", "b", "c");
    }

    @Test
    void whoIsRefusedInTheMeantimeComesAgain() {
        SourceUser refused = new SourceUser.Refused(user("a"), Refusal.Reason.DISABLED, at("2"));
        PageReader pages = at -> at.isBeginning()
                ? page(Optional.of(at("2")), "a")
                : new PageReader.Page(List.of(refused), Optional.empty());

        assertThat(PagedListing.stream(START, pages)).containsExactly(migratable("a"), refused);
    }

    @Test
    void theLastWordComesLastEvenIfItWasTheFirst() {
        SourceUser disabled = new SourceUser.Refused(user("a"), Refusal.Reason.DISABLED, at("2"));
        SourceUser locked = new SourceUser.Refused(user("a"), Refusal.Reason.LOCKED_OUT, at("3"));
        PageReader pages = at -> switch (at.value()) {
            case "" -> page(Optional.of(at("2")), "a");
            case "2" -> new PageReader.Page(List.of(disabled, disabled), Optional.of(at("3")));
            case "3" -> new PageReader.Page(List.of(locked), Optional.of(at("4")));
            default -> page(Optional.empty(), "a", "a");
        };

        assertThat(PagedListing.stream(START, pages))
                .containsExactly(migratable("a"), disabled, locked, migratable("a"));
    }

    @Test
    void remembersAsManyIdsAsItSays() {
        String[] others = IntStream.range(0, PagedListing.REMEMBERED - 1)
                .mapToObj(i -> "id" + i)
                .toArray(String[]::new);
        PageReader enough = at -> switch (at.value()) {
            case "" -> page(Optional.of(at("2")), "a");
            case "2" -> page(Optional.of(at("3")), others);
            default -> page(Optional.empty(), "a");
        };
        PageReader tooMany = at -> switch (at.value()) {
            case "" -> page(Optional.of(at("2")), "a", "b");
            case "2" -> page(Optional.of(at("3")), others);
            default -> page(Optional.empty(), "a");
        };

        assertThat(PagedListing.stream(START, enough)).hasSize(PagedListing.REMEMBERED);
        assertThat(PagedListing.stream(START, tooMany)).hasSize(PagedListing.REMEMBERED + 2);
    }

    @Test
    void aFailedPageSaysWhereToGoOn() {
        Failure down = Failure.of(Failure.Kind.CONNECT, "Connection refused.");
        PageReader pages = at -> {
            if (at.isBeginning()) {
                return page(Optional.of(at("2")), "a");
            }
            throw CallFailedException.unsent(down);
        };

        ListingFailedException failed =
                catchThrowableOfType(ListingFailedException.class, () -> ids(PagedListing.stream(START, pages)));

        assertThat(failed.failure()).isEqualTo(down);
        assertThat(failed.resumeFrom()).isEqualTo(at("2"));
        assertThat(failed).hasMessageContaining("Connection refused");
    }

    @Test
    void aBugInASourceTellsNothing() {
        PageReader pages = at -> {
            throw new IllegalStateException(Marked.TOKEN);
        };

        ListingFailedException failed = SecretScan.clean(
                catchThrowableOfType(ListingFailedException.class, () -> ids(PagedListing.stream(START, pages))));

        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.INTERNAL);
        assertThat(failed).hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2 1", "1, 2 3 2", "1, 2 3 4 3"})
    void pagesThatLeadRoundAreNoEndlessLoop(String from, String next) {
        Iterator<String> links = List.of(next.split(" ", -1)).iterator();
        PageReader pages = at -> page(Optional.of(at(links.next())), "a");

        ListingFailedException failed =
                catchThrowableOfType(ListingFailedException.class, () -> ids(PagedListing.stream(at(from), pages)));

        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE);
        assertThat(links).isExhausted();
    }

    @Test
    void remembersAsManyPagesAsItSays() {
        int round = PagedListing.REMEMBERED + 1;
        List<Integer> read = new ArrayList<>();
        PageReader pages = at -> {
            read.add(read.size());
            return page(
                    read.size() > round ? Optional.empty() : Optional.of(at(String.valueOf(read.size() % round))),
                    "id" + read.size());
        };

        assertThat(ids(PagedListing.stream(at("0"), pages))).hasSize(round + 1);
        assertThat(read).hasSize(round + 1);
    }

    @Test
    void pagesWithNobodyNewDoNotGoOnForEver() {
        AtomicInteger read = new AtomicInteger();
        PageReader pages = at -> page(Optional.of(at("page " + read.incrementAndGet())), "a");

        ListingFailedException failed =
                catchThrowableOfType(ListingFailedException.class, () -> ids(PagedListing.stream(START, pages)));

        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE);
        assertThat(read).hasValue(1 + PagedListing.MAX_IDLE_PAGES + 1);
    }

    @Test
    void aFewPagesWithNobodyAreNoEnd() {
        PageReader pages = at -> switch (at.value().length()) {
            case PagedListing.MAX_IDLE_PAGES - 1 -> page(Optional.empty(), "a");
            default -> page(Optional.of(at(at.value() + "x")));
        };

        assertThat(ids(PagedListing.stream(START, pages))).containsExactly("a");
    }
}
