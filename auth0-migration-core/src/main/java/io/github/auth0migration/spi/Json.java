package io.github.auth0migration.spi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0migration.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON for authors of sources, without a third-party type in sight. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Json {

    private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, @Nullable Object>>> MAPS = new TypeReference<>() {};

    // Strict: an answer that can be read in two ways must not be read at all.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    /**
     * Writes an object.
     *
     * @param members maps, lists, strings, numbers, booleans and nulls
     * @return compact JSON text
     * @throws IllegalArgumentException if a value is of another type that has no JSON form
     */
    public static String write(Map<String, ? extends @Nullable Object> members) {
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            // The exception quotes values; they may be passwords.
            throw new IllegalArgumentException("a member of " + members.keySet()
                    + " has no JSON form: use maps, lists, strings, numbers, booleans");
        }
    }

    /**
     * Reads an object, strictly: no duplicate names, nothing behind it, UTF-8 only.
     *
     * @param utf8 the JSON text
     * @return the object
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if it is anything else
     */
    public static JsonObject readObject(byte[] utf8) throws CallFailedException {
        Map<String, @Nullable Object> members = read(utf8, MAP);
        if (members == null) {
            throw malformed("is not a JSON object");
        }
        return new JsonObject(members);
    }

    static List<JsonObject> readObjects(byte[] utf8) throws CallFailedException {
        List<Map<String, @Nullable Object>> elements = read(utf8, MAPS);
        if (elements == null || elements.contains(null)) {
            throw malformed("is not a JSON array of objects");
        }
        return elements.stream().map(JsonObject::new).toList();
    }

    private static <T> T read(byte[] utf8, TypeReference<T> type) throws CallFailedException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("is not UTF-8");
        }
        try {
            return frozen(MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            throw malformed("is not the JSON that its documentation promises");
        }
    }

    /** The same, all the way down unmodifiable: what a host's mapper gets is what was checked. */
    @SuppressWarnings("unchecked") // maps stay maps, lists stay lists
    private static <T extends @Nullable Object> T frozen(T value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, frozen(member)));
            return (T) Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(frozen(element)));
            return (T) Collections.unmodifiableList(copy);
        }
        return value;
    }

    private static CallFailedException malformed(String what) {
        return CallFailedException.maybeSent(
                Failure.of(Failure.Kind.MALFORMED_RESPONSE, "The platform's JSON " + what + "."));
    }
}
