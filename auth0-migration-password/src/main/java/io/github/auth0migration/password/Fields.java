package io.github.auth0migration.password;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object of a document, read field by field; null counts as absent, any other type than expected is malformed. */
final class Fields {

    private final String path;
    private final Map<?, ?> values;

    private Fields(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    static Fields of(Map<?, ?> values) {
        return new Fields("", values);
    }

    /** Fails on a field that is none of these: it might change what the hash means. */
    Fields only(Set<String> names) {
        boolean all = values.entrySet().stream().allMatch(e -> e.getValue() == null || names.contains(e.getKey()));
        if (!all) {
            throw HashRefused.malformed((path.isEmpty() ? "The object" : path) + " has a field that nobody documents.");
        }
        return this;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Optional<String> text(String name) {
        return value(name, String.class, "text").map(text -> Limits.text(path(name), text));
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> HashRefused.malformed(path(name) + " is missing."));
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    Optional<Fields> object(String name) {
        return value(name, Map.class, "object").map(map -> new Fields(path(name), (Map<?, ?>) map));
    }

    Fields requiredObject(String name) {
        return object(name).orElseThrow(() -> HashRefused.malformed(path(name) + " is missing."));
    }

    /** A whole number, never one that was rounded. */
    Optional<Long> integer(String name) {
        Optional<Number> number = value(name, Number.class, "number");
        if (number.isPresent() && !(number.get() instanceof Integer || number.get() instanceof Long)) {
            throw HashRefused.malformed(path(name) + " is no whole number.");
        }
        return number.map(Number::longValue);
    }

    private <T> Optional<T> value(String name, Class<T> type, String typeName) {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw HashRefused.malformed(path(name) + " is no " + typeName + ".");
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
