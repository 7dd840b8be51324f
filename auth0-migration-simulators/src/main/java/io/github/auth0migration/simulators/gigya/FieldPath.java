package io.github.auth0migration.simulators.gigya;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dotted name of a field, for example {@code profile.email}. */
record FieldPath(String path) {

    /** All values: what lies in a list counts each. */
    List<Object> values(SearchRow row) {
        List<String> names = names();
        Stream<Object> values = flat(row.member(names.get(0)));
        for (String name : names.subList(1, names.size())) {
            values = values.flatMap(value -> value instanceof Map<?, ?> map ? flat(map.get(name)) : Stream.empty());
        }
        return values.toList();
    }

    /** Adds this field of a row to another, within the same members; a list comes whole. */
    void copy(SearchRow row, Map<String, Object> target) {
        List<String> names = names();
        Object value = row.member(names.get(0));
        int depth = 1;
        while (depth < names.size() && value instanceof Map<?, ?> map) {
            value = map.get(names.get(depth++));
        }
        if (value != null && (depth == names.size() || value instanceof List)) {
            put(target, names.subList(0, depth), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> target, List<String> names, Object value) {
        Map<String, Object> parent = target;
        for (String name : names.subList(0, names.size() - 1)) {
            Object child = parent.get(name);
            // A member that is there already may be one of the person's own maps, which do not change.
            Map<String, Object> copy =
                    new LinkedHashMap<>(child instanceof Map ? (Map<String, Object>) child : Map.of());
            parent.put(name, copy);
            parent = copy;
        }
        parent.put(names.get(names.size() - 1), value);
    }

    private List<String> names() {
        return List.of(path.split("\\.", -1));
    }

    private static Stream<Object> flat(@Nullable Object value) {
        return value instanceof List<?> list
                ? new ArrayList<Object>(list).stream().filter(Objects::nonNull)
                : Stream.ofNullable(value);
    }
}
