package io.github.auth0migration.sample.users;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0migration.Failure;
import java.util.Map;

/** Profiles as they are kept in the database: JSON. */
final class ProfileText {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private ProfileText() {}

    static String write(Map<String, Object> profile) throws StoreFailedException {
        try {
            return MAPPER.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new StoreFailedException(Failure.Kind.INTERNAL, "A profile cannot be written as JSON.");
        }
    }

    static Map<String, Object> read(String json) throws StoreFailedException {
        try {
            return MAPPER.readValue(json, MAP);
        } catch (JsonProcessingException e) {
            throw new StoreFailedException(Failure.Kind.INTERNAL, "A stored profile cannot be read.");
        }
    }
}
