package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that a platform sent, read defensively: a member of another type than asked for is malformed, never a
 * silent default.
 *
 * <p>A member whose value is {@code null} counts as absent. May hold tokens: {@code toString} tells the member names
 * only. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonObject {

    private static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, @Nullable Object> members;

    JsonObject(Map<String, @Nullable Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /** {@return an object without members} */
    public static JsonObject empty() {
        return EMPTY;
    }

    /** {@return the object's members: nested unmodifiable maps and lists, strings, numbers, booleans and nulls} */
    public Map<String, @Nullable Object> asMap() {
        return members;
    }

    /**
     * A member that must be a string.
     *
     * @param name the member's name
     * @return its value; may be empty text
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is absent or something else
     */
    public String requiredString(String name) throws CallFailedException {
        return string(name).orElseThrow(() -> malformed("has no member \"" + name + "\""));
    }

    /**
     * A member that is a string or absent.
     *
     * @param name the member's name
     * @return its value
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is something else
     */
    public Optional<String> string(String name) throws CallFailedException {
        return member(name, String.class, "a string");
    }

    /**
     * A member that is a whole number or absent.
     *
     * @param name the member's name
     * @return its value
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is something else, or no
     *     {@code long}
     */
    public OptionalLong integer(String name) throws CallFailedException {
        Object value = members.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Integer || value instanceof Long) {
            return OptionalLong.of(((Number) value).longValue());
        }
        throw malformed("has a member \"" + name + "\" that is not a whole number");
    }

    /**
     * A member that is true, false or absent.
     *
     * @param name the member's name
     * @return its value
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is something else
     */
    public Optional<Boolean> bool(String name) throws CallFailedException {
        return member(name, Boolean.class, "true or false");
    }

    /**
     * A member that is an array of strings or absent.
     *
     * @param name the member's name
     * @return its elements; empty when absent
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is something else
     */
    public List<String> strings(String name) throws CallFailedException {
        List<String> strings = new ArrayList<>();
        List<?> elements = member(name, List.class, "an array").orElse(List.of());
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw malformed("has a member \"" + name + "\" that is not an array of strings");
            }
            strings.add(text);
        }
        return List.copyOf(strings);
    }

    /**
     * A member that is an object or absent.
     *
     * @param name the member's name
     * @return its value; an empty object when absent
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is something else
     */
    public JsonObject object(String name) throws CallFailedException {
        return member(name, Map.class, "an object").map(JsonObject::ofRaw).orElse(EMPTY);
    }

    /**
     * A member that is an array of objects or absent.
     *
     * @param name the member's name
     * @return its elements; empty when absent
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is something else
     */
    public List<JsonObject> objects(String name) throws CallFailedException {
        List<?> elements = member(name, List.class, "an array").orElse(List.of());
        for (Object element : elements) {
            if (!(element instanceof Map)) {
                throw malformed("has a member \"" + name + "\" that is not an array of objects");
            }
        }
        return elements.stream().map(JsonObject::ofRaw).toList();
    }

    /**
     * A member that must be an array of objects: an answer without it says nothing, not "none".
     *
     * @param name the member's name
     * @return its elements; may be empty
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is absent or something else
     */
    public List<JsonObject> requiredObjects(String name) throws CallFailedException {
        if (!has(name)) {
            throw malformed("has no member \"" + name + "\"");
        }
        return objects(name);
    }

    /**
     * A member that some answers write as one object and others as an array of objects.
     *
     * @param name the member's name
     * @return the object or objects; empty when absent
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is neither
     */
    public List<JsonObject> objectOrObjects(String name) throws CallFailedException {
        return members.get(name) instanceof Map<?, ?> ? List.of(object(name)) : objects(name);
    }

    /**
     * Whether a member is there and not {@code null}.
     *
     * @param name the member's name
     * @return whether it has a value
     */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    private <T> Optional<T> member(String name, Class<T> type, String typeName) throws CallFailedException {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw malformed("has a member \"" + name + "\" that is not " + typeName);
        }
        return Optional.of(type.cast(value));
    }

    /**
     * An object of members that are at hand.
     *
     * @param members maps, lists, strings, numbers, booleans and nulls, none of which changes any more
     * @return the object
     */
    public static JsonObject of(Map<String, ? extends @Nullable Object> members) {
        return new JsonObject(new LinkedHashMap<>(members));
    }

    private static JsonObject ofRaw(Object map) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((name, value) -> members.put((String) name, value));
        return new JsonObject(members);
    }

    private static CallFailedException malformed(String what) {
        return CallFailedException.maybeSent(
                Failure.of(Failure.Kind.MALFORMED_RESPONSE, "The platform's JSON " + what + "."));
    }

    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}
