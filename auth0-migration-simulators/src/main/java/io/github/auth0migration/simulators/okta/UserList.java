package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.QueryParameters;
import io.github.auth0migration.simulators.okta.SearchExpression.BadExpressionException;
import io.github.auth0migration.simulators.okta.SearchExpression.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code GET /api/v1/users}: {@code search}, {@code filter}, {@code q}, or everybody, page by page. */
final class UserList {

    private static final int MAX_LIMIT = 200;
    private static final int Q_LIMIT = 10;

    private final Directory directory;
    private final SearchIndex index;

    UserList(Directory directory, SearchIndex index) {
        this.directory = directory;
        this.index = index;
    }

    Reply answer(ReceivedRequest<OktaOperation> request) {
        QueryParameters query = QueryParameters.parse(request.rawQuery());
        Optional<Integer> limit = limit(query);
        if (limit.isEmpty()) {
            return OktaErrors.validation("limit", "must be a number from 1 to " + MAX_LIMIT);
        }
        try {
            // One more than fits tells whether there is another page.
            return page(hits(query, limit.get() + 1), query, limit.get(), request);
        } catch (BadExpressionException e) {
            return OktaErrors.badSearch();
        }
    }

    private List<Placed> hits(QueryParameters query, int atMost) throws BadExpressionException {
        long after = place(query.get("after"));
        if (query.has("search")) {
            return behind(after, matching(index.visible(), Dialect.SEARCH, query.get("search")), atMost);
        }
        if (query.has("filter")) {
            return behind(after, matching(directory.everybody(), Dialect.FILTER, query.get("filter")), atMost);
        }
        String start = query.get("q");
        return start.isEmpty()
                ? directory.present(after, atMost)
                : behind(after, directory.everybody().stream().filter(hit -> qFinds(hit.person(), start)), atMost);
    }

    private Stream<Placed> matching(List<Placed> people, Dialect dialect, String expression)
            throws BadExpressionException {
        Predicate<OktaPerson> matches = SearchExpression.parse(dialect, expression);
        return Stream.concat(people.stream(), directory.namedInCrowd(SearchExpression.literals(expression)).stream())
                .filter(hit -> matches.test(hit.person()));
    }

    private static List<Placed> behind(long after, Stream<Placed> hits, int atMost) {
        return hits.filter(hit -> hit.place() > after).limit(atMost).toList();
    }

    private static boolean qFinds(OktaPerson person, String start) {
        return !person.status().equals("DEPROVISIONED") && startsWith(person, start);
    }

    private static boolean startsWith(OktaPerson person, String start) {
        return Stream.of("profile.firstName", "profile.lastName", "profile.email")
                .map(person::attribute)
                .flatMap(Optional::stream)
                .anyMatch(value -> value.toString().regionMatches(true, 0, start, 0, start.length()));
    }

    private static Optional<Integer> limit(QueryParameters query) {
        if (!query.has("limit")) {
            return Optional.of(query.has("q") ? Q_LIMIT : MAX_LIMIT);
        }
        return Optional.of(query.get("limit"))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(limit -> limit >= 1 && limit <= MAX_LIMIT);
    }

    private static Reply page(
            List<Placed> hits, QueryParameters query, int limit, ReceivedRequest<OktaOperation> request) {
        String url = OktaService.url(request);
        UserJson json = new UserJson(url);
        List<Placed> rows = hits.subList(0, Math.min(limit, hits.size()));
        Reply page =
                Reply.json(200, rows.stream().map(Placed::person).map(json::row).toList());
        String self = url + OktaRoutes.USERS;
        page = page.with("Link", "<" + self + query.without("after").text() + ">; rel=\"self\"");
        if (rows.size() == hits.size() || query.has("q")) {
            return page;
        }
        QueryParameters next =
                query.with(Map.of("after", cursor(rows.get(rows.size() - 1).place()), "limit", String.valueOf(limit)));
        return page.with("Link", "<" + self + next.text() + ">; rel=\"next\"");
    }

    private static String cursor(long place) {
        return "000u"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.valueOf(place).getBytes(StandardCharsets.US_ASCII));
    }

    /** A cursor that was not handed out here begins anew. */
    private static long place(String cursor) {
        if (!cursor.startsWith("000u")) {
            return 0;
        }
        try {
            byte[] digits = Base64.getUrlDecoder().decode(cursor.substring(4));
            return Math.max(0, Long.parseLong(new String(digits, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
