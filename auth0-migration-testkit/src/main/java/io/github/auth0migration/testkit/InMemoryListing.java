package io.github.auth0migration.testkit;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.spi.PageReader;
import io.github.auth0migration.spi.PagedListing;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pages of the people in memory; a cursor is the number of the first one on the page. */
final class InMemoryListing {

    private static final int PAGE = 100;

    private InMemoryListing() {}

    static Stream<SourceUser> stream(
            ListingCursor from, Supplier<Outage> outage, List<InMemoryPerson> people, InMemoryCrowd crowd) {
        if (!from.value().matches("\\d{0,9}")) {
            throw ListingCursor.foreign();
        }
        return PagedListing.stream(from, at -> {
            outage.get().pass(Deadline.standard());
            return page(at, people, crowd);
        });
    }

    private static PageReader.Page page(ListingCursor at, List<InMemoryPerson> people, InMemoryCrowd crowd) {
        int first = at.isBeginning() ? 0 : Integer.parseInt(at.value());
        int end = Math.min(first + PAGE, people.size() + crowd.size());
        List<SourceUser> users = IntStream.range(first, end)
                .mapToObj(i -> i < people.size() ? people.get(i) : crowd.get(i - people.size()))
                .map(person -> person.listed(at))
                .toList();
        Optional<ListingCursor> next = end < people.size() + crowd.size()
                ? Optional.of(new ListingCursor(String.valueOf(end)))
                : Optional.empty();
        return new PageReader.Page(users, next);
    }
}
