package io.github.auth0migration.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON objects as exports have them. */
final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper WHOLE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonText() {}

    /** {@return the object; empty when the text is none} */
    static Optional<Map<String, Object>> object(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, OBJECT));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** {@return the objects of an array; empty when the text is no such array and nothing else} */
    static Optional<List<Map<String, Object>>> objects(String text) {
        try {
            return Optional.ofNullable(WHOLE.readValue(text, OBJECTS)).filter(rows -> !rows.contains(null));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
