package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.gigya.Cursors.Place;
import io.github.auth0migration.simulators.gigya.SearchIndex.Hit;
import io.github.auth0migration.simulators.gigya.SearchQueryReader.BadQueryException;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code accounts.search}. */
final class SearchEndpoint {

    private static final int MOST_WITHOUT_CURSOR = 5000;

    private final Population population;
    private final Cursors cursors;
    private volatile boolean encryption = true;
    private volatile int batchSize = 1000;
    private volatile boolean emptyBatches;

    SearchEndpoint(Clock clock, Population population) {
        this.population = population;
        this.cursors = new Cursors(clock);
    }

    void encryption(boolean on) {
        this.encryption = on;
    }

    void batchSize(int size) {
        this.batchSize = size;
    }

    void emptyBatches(boolean on) {
        this.emptyBatches = on;
    }

    GigyaAnswer answer(QueryParameters form) {
        if (form.has("cursorId")) {
            return form.has("query")
                    ? GigyaAnswer.invalid("query, together with cursorId")
                    : cursors.find(form.get("cursorId"))
                            .map(this::batch)
                            .orElseGet(() -> GigyaAnswer.invalid("cursorId"));
        }
        if (form.get("query").isEmpty()) {
            return GigyaAnswer.missing("query");
        }
        try {
            SearchQuery query = SearchQueryReader.read(form.get("query"), form.get("accountTypes"), encryption);
            return form.get("openCursor").equals("true") ? open(query) : plain(query);
        } catch (BadQueryException e) {
            return GigyaAnswer.invalid("query");
        }
    }

    private GigyaAnswer open(SearchQuery query) {
        return query.start() > 0
                ? GigyaAnswer.invalid("START, together with openCursor")
                : batch(cursors.open(query, population.count(query)));
    }

    private GigyaAnswer plain(SearchQuery query) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int end = Math.min(query.start() + query.limit(), MOST_WITHOUT_CURSOR);
        Optional<Hit> hit = population.next(0, query);
        for (int number = 0; number < end && hit.isPresent(); number++) {
            if (number >= query.start()) {
                rows.add(query.show(hit.get().row()));
            }
            hit = population.next(hit.get().position() + 1, query);
        }
        return GigyaAnswer.ok(result(rows, population.count(query)));
    }

    private GigyaAnswer batch(Place place) {
        SearchQuery query = place.cursor().query();
        List<Map<String, Object>> rows = new ArrayList<>();
        long position = place.position();
        int size = place.emptyFirst() ? 0 : Math.min(query.limit(), batchSize);
        Optional<Hit> hit = population.next(position, query);
        while (hit.isPresent() && rows.size() < size) {
            rows.add(query.show(hit.get().row()));
            position = hit.get().position() + 1;
            hit = population.next(position, query);
        }
        Map<String, Object> result = result(rows, place.cursor().total());
        if (hit.isPresent()) {
            boolean emptyNext = emptyBatches && !place.emptyFirst();
            result.put("nextCursorId", place.at(position, emptyNext).id());
        }
        return GigyaAnswer.ok(result);
    }

    private static Map<String, Object> result(List<Map<String, Object>> rows, long total) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("results", rows);
        result.put("objectsCount", rows.size());
        result.put("totalCount", total);
        return result;
    }
}
