package io.github.auth0migration.simulators.okta;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a query, decoded, in their order; of a name that comes twice the first counts. */
final class QueryParameters {

    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = values;
    }

    static QueryParameters parse(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                values.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return new QueryParameters(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value; empty when there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    QueryParameters without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new QueryParameters(fewer);
    }

    QueryParameters with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.putAll(others);
        return new QueryParameters(more);
    }

    /** Encoded, with the question mark; empty when there is no parameter. */
    String text() {
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
