package io.github.auth0migration.simulators.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a query or of a form, decoded, in their order; of a name that comes twice the first counts. */
public final class QueryParameters {

    private final Map<String, String> values;
    private final Set<String> repeated;

    private QueryParameters(Map<String, String> values, Set<String> repeated) {
        this.values = values;
        this.repeated = repeated;
    }

    public static QueryParameters parse(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> repeated = new HashSet<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? decode(parts[1]) : "";
            if (!parts[0].isEmpty() && values.putIfAbsent(decode(parts[0]), value) != null) {
                repeated.add(decode(parts[0]));
            }
        }
        return new QueryParameters(values, repeated);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value; empty when there is none. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether the name came more than once. */
    public boolean isRepeated(String name) {
        return repeated.contains(name);
    }

    /** All of them, in their order. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    public QueryParameters without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new QueryParameters(fewer, repeated);
    }

    public QueryParameters with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.putAll(others);
        return new QueryParameters(more, repeated);
    }

    /** Encoded, with the question mark; empty when there is no parameter. */
    public String text() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that stands for itself.
            return raw;
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
