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
            return page(hits(query), query, limit.get(), request);
        } catch (BadExpressionException e) {
            return OktaErrors.badSearch();
        }
    }

    private List<OktaPerson> hits(QueryParameters query) throws BadExpressionException {
        if (query.has("search")) {
            return index.visible().stream()
                    .filter(SearchExpression.parse(Dialect.SEARCH, query.get("search")))
                    .toList();
        }
        if (query.has("filter")) {
            return directory.everybody().stream()
                    .filter(SearchExpression.parse(Dialect.FILTER, query.get("filter")))
                    .toList();
        }
        Stream<OktaPerson> present =
                directory.everybody().stream().filter(person -> !person.status().equals("DEPROVISIONED"));
        String start = query.get("q");
        return present.filter(person -> start.isEmpty() || startsWith(person, start))
                .toList();
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
            List<OktaPerson> hits, QueryParameters query, int limit, ReceivedRequest<OktaOperation> request) {
        String url = OktaService.url(request);
        int from = Math.min(offset(query.get("after")), hits.size());
        int to = Math.min(from + limit, hits.size());
        UserJson json = new UserJson(url);
        Reply page =
                Reply.json(200, hits.subList(from, to).stream().map(json::row).toList());
        String self = url + OktaRoutes.USERS;
        page = page.with("Link", "<" + self + query.without("after").text() + ">; rel=\"self\"");
        if (to == hits.size() || query.has("q")) {
            return page;
        }
        QueryParameters next = query.with(Map.of("after", cursor(to), "limit", String.valueOf(limit)));
        return page.with("Link", "<" + self + next.text() + ">; rel=\"next\"");
    }

    private static String cursor(int offset) {
        return "000u"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.valueOf(offset).getBytes(StandardCharsets.US_ASCII));
    }

    /** A cursor that was not handed out here begins anew. */
    private static int offset(String cursor) {
        if (!cursor.startsWith("000u")) {
            return 0;
        }
        try {
            byte[] digits = Base64.getUrlDecoder().decode(cursor.substring(4));
            return Math.max(0, Integer.parseInt(new String(digits, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
