package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flat names such as {@code profile.gender}, as dataflows and CSV files write them, made into nested objects.
 *
 * <p>Each dot of a name at the top of a row nests, so {@code data.a.b} is {@code b} in {@code a} in {@code data}. Names further
 * in keep theirs. A member that is null counts as absent. No member may come twice or be both a value and an object.
 */
final class DottedNames {

    private static final int MAX_PARTS = 50;

    // What the strict reader takes, and what can be written again.
    private static final int MAX_DEPTH = 1000;

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    static JsonObject nested(JsonObject row) throws UnreadableRow {
        if (row.asMap().keySet().stream().noneMatch(name -> name.indexOf('.') >= 0)) {
            return row;
        }
        DottedNames names = new DottedNames();
        for (Map.Entry<String, @Nullable Object> member : row.asMap().entrySet()) {
            names.put(member.getKey(), member.getValue());
        }
        return names.toObject();
    }

    void put(String name, @Nullable Object value) throws UnreadableRow {
        if (value == null) {
            return;
        }
        String[] parts = name.split("\\.", MAX_PARTS + 1);
        if (parts.length > MAX_PARTS || (parts.length > 1 && depth(value) + parts.length > MAX_DEPTH)) {
            throw new UnreadableRow("A name with dots nests too deeply: rename the field.");
        }
        Object nested = value;
        for (int i = parts.length - 1; i >= 0; i--) {
            if (parts[i].isEmpty() && parts.length > 1) {
                throw new UnreadableRow("A name begins or ends with a dot, or has two in a row: rename the field.");
            }
            nested = i > 0 ? Collections.singletonMap(parts[i], nested) : nested;
        }
        merge(members, parts[0], nested);
    }

    JsonObject toObject() {
        return JsonObject.of(frozen(members));
    }

    private static void merge(Map<String, @Nullable Object> target, String name, @Nullable Object value)
            throws UnreadableRow {
        Object present = target.get(name);
        if (value instanceof Map<?, ?> added && (present == null || present instanceof Map)) {
            Map<String, @Nullable Object> object = present == null ? new LinkedHashMap<>() : object(present);
            for (Map.Entry<?, ? extends @Nullable Object> member : added.entrySet()) {
                merge(object, (String) member.getKey(), member.getValue());
            }
            target.put(name, object);
        } else if (present == null) {
            target.put(name, value);
        } else if (value != null) {
            throw new UnreadableRow("A member stands in the row twice, under a name with dots and nested: keep one.");
        }
    }

    // Every map in here was made by merge, and JSON names are strings.
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(Object merged) {
        return (Map<String, @Nullable Object>) merged;
    }

    private static Map<String, @Nullable Object> frozen(Map<String, @Nullable Object> object) {
        object.replaceAll((name, value) -> value instanceof Map ? frozen(object(value)) : value);
        return Collections.unmodifiableMap(object);
    }

    private static int depth(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return 1 + deepest(object.values());
        }
        return value instanceof Collection<?> array ? 1 + deepest(array) : 0;
    }

    private static int deepest(Collection<? extends @Nullable Object> values) {
        int deepest = 0;
        for (Object value : values) {
            deepest = Math.max(deepest, depth(value));
        }
        return deepest;
    }
}
