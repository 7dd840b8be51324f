package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.gigya.SearchIndex.Hit;
import java.util.NavigableSet;
import java.util.Optional;

/** Whom search can find: first the accounts of the index, then the crowd, each at a position of its own. */
final class Population {

    private static final long CROWD = 1L << 40;

    private final SearchIndex index;
    private final Crowd crowd;
    private final AccountJson json;

    Population(SearchIndex index, Crowd crowd, AccountJson json) {
        this.index = index;
        this.crowd = crowd;
        this.json = json;
    }

    Crowd crowd() {
        return crowd;
    }

    /** The first match at a position or after it. */
    Optional<Hit> next(long from, SearchQuery query) {
        Optional<Hit> stored = from < CROWD ? index.next(from, query::wants) : Optional.empty();
        return stored.or(() -> nextOfCrowd(Math.max(0, from - CROWD), query));
    }

    long count(SearchQuery query) {
        return index.count(query::wants) + countCrowd(query);
    }

    private Optional<Hit> nextOfCrowd(long from, SearchQuery query) {
        Optional<NavigableSet<Integer>> only = query.crowd(crowd);
        if (only.isPresent()) {
            return only.get().tailSet((int) Math.min(from, Integer.MAX_VALUE), true).stream()
                    .map(this::hit)
                    .filter(hit -> query.wants(hit.row()))
                    .findFirst();
        }
        for (long number = from; number < crowd.size(); number++) {
            Hit hit = hit((int) number);
            if (query.wants(hit.row())) {
                return Optional.of(hit);
            }
        }
        return Optional.empty();
    }

    private long countCrowd(SearchQuery query) {
        if (query.wantsAllFull()) {
            return crowd.size();
        }
        long count = 0;
        Optional<Hit> hit = nextOfCrowd(0, query);
        while (hit.isPresent()) {
            count++;
            hit = nextOfCrowd(hit.get().position() - CROWD + 1, query);
        }
        return count;
    }

    private Hit hit(int number) {
        return new Hit(CROWD + number, SearchRow.of(Crowd.person(number), json));
    }
}
