package io.github.auth0migration.password;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An unmodifiable copy of a tree of maps, in order; absent values stay absent. */
final class PlainCopy {

    private PlainCopy() {}

    static Map<String, Object> of(Map<?, ?> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value instanceof Map<?, ?> map ? of(map) : value);
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
