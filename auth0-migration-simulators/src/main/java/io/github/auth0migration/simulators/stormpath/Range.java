package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.internal.QueryParameters;
import java.util.List;

/** A part of a collection: where it begins and how many items were asked for. */
record Range(int offset, int limit) {

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    static Range of(StormpathDialect dialect, QueryParameters query) {
        int offset = query.has("offset") ? number(dialect, query.get("offset")) : 0;
        int limit = query.has("limit") ? number(dialect, query.get("limit")) : DEFAULT_LIMIT;
        if (dialect.isCompatible()) {
            return new Range(offset, limit == 0 ? DEFAULT_LIMIT : limit);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw outOfRange(dialect);
        }
        return new Range(offset, limit);
    }

    /** How many items may come; a compatible server takes -1 for all. */
    int atMost(int cap) {
        return limit < 0 ? cap : Math.min(limit, cap);
    }

    <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, (int) Math.min((long) from + atMost(Integer.MAX_VALUE), all.size()));
    }

    private static int number(StormpathDialect dialect, String text) {
        boolean all = dialect.isCompatible() && text.equals("-1");
        if (!all && !text.matches("\\d{1,9}")) {
            throw outOfRange(dialect);
        }
        return Integer.parseInt(text);
    }

    private static RefusedException outOfRange(StormpathDialect dialect) {
        return RefusedException.badRequest(dialect, 2103, "offset or limit is not a number within its bounds.");
    }
}
