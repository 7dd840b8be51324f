package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /v1/applications/{id}/accounts}: some or all who are in the mapped directories, page by page. */
final class SearchEndpoint {

    private final Settings settings;
    private final TenantInfo tenant;
    private final People people;

    SearchEndpoint(Settings settings, TenantInfo tenant, People people) {
        this.settings = settings;
        this.tenant = tenant;
        this.people = people;
    }

    Reply answer(ReceivedRequest<StormpathOperation> request, Resources resources, AccountJson json) {
        String application = StormpathRoutes.id(request.rawPath());
        boolean known = application.equals(tenant.applicationId());
        if (!known && !settings.dialect().isCompatible()) {
            throw RefusedException.noSuchResource();
        }
        QueryParameters query = QueryParameters.parse(request.rawQuery());
        Range range = Range.of(settings.dialect(), query);
        Expansions expand = Expansions.parse(settings.dialect(), query.get("expand"), Expansions.OF_ACCOUNT);
        Found found = known ? find(query, range) : new Found(List.of(), 0);
        return Reply.json(
                200,
                resources.collection(
                        "/applications/" + application + "/accounts",
                        range,
                        found.total(),
                        found.items().stream()
                                .map(person -> json.of(person, expand))
                                .toList()));
    }

    private Found find(QueryParameters query, Range range) {
        AccountFilter filter = new AccountFilter(settings.dialect(), query);
        AccountOrder order = AccountOrder.parse(settings.dialect(), query.get("orderBy"));
        Optional<String> name = filter.exactName();
        Stream<StormpathPerson> known = name.map(people::byName).orElseGet(people::stored).stream();
        List<StormpathPerson> candidates = new OrderedPeople(
                known.filter(tenant.directories()::maps).toList(), name.isPresent() ? nobody() : crowd(), order);
        Range page = new Range(range.offset(), range.atMost(settings.pageCap()));
        return filter.matchesAll()
                ? new Found(page.of(candidates), candidates.size())
                : filtered(candidates, filter, page);
    }

    /** Looks at everybody, but keeps the page only. */
    private static Found filtered(List<StormpathPerson> candidates, AccountFilter filter, Range page) {
        List<StormpathPerson> items = new ArrayList<>();
        int total = 0;
        for (StormpathPerson person : candidates) {
            if (filter.test(person)) {
                if (total >= page.offset() && items.size() < page.limit()) {
                    items.add(person);
                }
                total++;
            }
        }
        return new Found(items, total);
    }

    private Crowd crowd() {
        boolean mapped = tenant.directories().mapped().contains(StormpathPerson.DEFAULT_DIRECTORY);
        return mapped ? people.crowd() : nobody();
    }

    private Crowd nobody() {
        return new Crowd(settings.dialect(), 0);
    }

    private record Found(List<StormpathPerson> items, int total) {}
}
