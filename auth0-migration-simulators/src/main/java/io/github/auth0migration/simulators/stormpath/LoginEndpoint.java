package io.github.auth0migration.simulators.stormpath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code POST /v1/applications/{id}/loginAttempts}. */
final class LoginEndpoint {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final StormpathDialect dialect;
    private final String applicationId;
    private final SignIn signIn;

    LoginEndpoint(StormpathDialect dialect, String applicationId, SignIn signIn) {
        this.dialect = dialect;
        this.applicationId = applicationId;
        this.signIn = signIn;
    }

    Reply answer(ReceivedRequest<StormpathOperation> request, Resources resources, AccountJson json) {
        requireJson(request);
        String expand = QueryParameters.parse(request.rawQuery()).get("expand");
        boolean expanded =
                Expansions.parse(dialect, expand, Expansions.OF_LOGIN).has("account");
        JsonNode body = body(request);
        Credentials credentials = Credentials.parse(dialect, body.path("value").asText(""));
        StormpathPerson person = signIn(StormpathRoutes.id(request.rawPath()), credentials, body.path("accountStore"));
        return success(person, expanded, resources, json);
    }

    /** A compatible server hides why, but keeps the status. */
    private StormpathPerson signIn(String application, Credentials credentials, JsonNode store) {
        try {
            return signIn.signIn(credentials, stores(application, store));
        } catch (RefusedException e) {
            throw dialect.isCompatible()
                    ? new RefusedException(e.status(), 7104, "The user name or the password is wrong.")
                    : e;
        }
    }

    private List<String> stores(String application, JsonNode store) {
        if (!application.equals(applicationId)) {
            throw dialect.isCompatible()
                    ? RefusedException.generic(400, "There is no account store.")
                    : RefusedException.noSuchResource();
        }
        if (store.has("href")) {
            return signIn.storeBehind(store.path("href").asText());
        }
        return store.has("nameKey") ? signIn.storeNamed(store.path("nameKey").asText()) : signIn.stores();
    }

    private Reply success(StormpathPerson person, boolean expanded, Resources resources, AccountJson json) {
        String path = Resources.accountPath(person);
        if (dialect.isCompatible()) {
            return Reply.json(200, expanded ? json.of(person, none()) : Map.of("account", resources.link(path)));
        }
        Object account = expanded ? json.of(person, none()) : resources.link(path);
        return Reply.json(200, Map.of("account", account)).with("Location", resources.href(path));
    }

    private Expansions none() {
        return Expansions.parse(dialect, "", Expansions.OF_ACCOUNT);
    }

    private void requireJson(ReceivedRequest<StormpathOperation> request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals("application/json")) {
            throw dialect.isCompatible()
                    ? RefusedException.generic(400, "The media type is not JSON.")
                    : new RefusedException(415, 1101, "The media type is not supported.");
        }
        if (dialect.isCompatible() && type.contains("charset") && !type.contains("utf-8")) {
            throw RefusedException.generic(500, "The character set is not supported.");
        }
    }

    private JsonNode body(ReceivedRequest<StormpathOperation> request) {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body.path("type").asText("").equals("basic")) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // Told below, like a body without its type.
        }
        throw RefusedException.badRequest(dialect, 2000, "type must be basic.");
    }
}
