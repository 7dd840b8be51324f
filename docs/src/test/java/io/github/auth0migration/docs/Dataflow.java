package io.github.auth0migration.docs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dataflow of IdentitySync, as {@code docs/identity-sync} has it.
 *
 * @param name the file's name
 * @param json what is in it
 */
record Dataflow(String name, JsonNode json) {

    static final Path FOLDER = Path.of("identity-sync");
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    static Dataflow export() {
        return read("gigya-export.dataflow.json");
    }

    static Dataflow auth0() {
        return read("auth0-import.dataflow.json");
    }

    private static Dataflow read(String name) {
        try {
            return new Dataflow(name, JSON.readTree(Files.readString(FOLDER.resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    List<JsonNode> steps() {
        List<JsonNode> steps = new ArrayList<>();
        json.path("steps").forEach(steps::add);
        return steps;
    }

    JsonNode step(String type) {
        return steps().stream()
                .filter(step -> step.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Override
    public String toString() {
        return name;
    }
}
