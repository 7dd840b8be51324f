package io.github.auth0migration.simulators.gigya;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/** A query as it was read. No fields means all but the password. */
record SearchQuery(List<FieldPath> fields, boolean full, boolean lite, Condition where, int start, int limit) {

    static final int DEFAULT_LIMIT = 300;

    boolean wants(SearchRow row) {
        return (row.isLite() ? lite : full) && where.matches(row);
    }

    boolean wantsAllFull() {
        return full && where == Condition.ALWAYS;
    }

    /** Who of the crowd could match; empty for anybody. */
    Optional<NavigableSet<Integer>> crowd(Crowd crowd) {
        return full ? where.crowd(crowd) : Optional.of(Collections.emptyNavigableSet());
    }

    Map<String, Object> show(SearchRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (fields.isEmpty()) {
            row.everything().forEach(name -> new FieldPath(name).copy(row, shown));
        } else {
            fields.forEach(field -> field.copy(row, shown));
        }
        return shown;
    }
}
