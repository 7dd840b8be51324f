package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** The published schema of a message. */
enum MessageSchema {
    LOGIN_REQUEST("login-request"),
    LOGIN_RESPONSE("login-response"),
    GET_USER_REQUEST("get-user-request"),
    GET_USER_RESPONSE("get-user-response"),
    ERROR("error"),
    HEALTH("health");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final JsonSchema schema;

    MessageSchema(String name) {
        try (InputStream in = MigrationEndpoint.class.getResourceAsStream("schema/" + name + ".schema.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of an answer from a path: by its status, as the documentation says. */
    static MessageSchema of(String path, int status) {
        if (status != 200 && status != 503) {
            return ERROR;
        }
        return switch (path.replaceFirst("\\?.*", "")) {
            case "/login" -> LOGIN_RESPONSE;
            case "/get-user" -> GET_USER_RESPONSE;
            case "/health" -> HEALTH;
            default -> throw new AssertionError("status " + status + " from " + path);
        };
    }

    Set<ValidationMessage> problems(JsonNode message) {
        return schema.validate(message);
    }

    boolean admits(String json) {
        try {
            return problems(MAPPER.readTree(json)).isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    void check(Answer answer) {
        assertThat(problems(answer.body())).as("against the schema %s", this).isEmpty();
    }
}
