package io.github.auth0migration.endpoint;

import io.github.auth0migration.endpoint.ActionScripts.CallerProof;
import io.github.auth0migration.providertests.DocsPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page docs/action-scripts.md: its text, with the tables as {@link AnswersOfTheEndpointTest} runs them. */
class ActionScriptsPageTest {

    private static final Map<String, String> VALUES = Map.of(
            "MIGRATION_ENDPOINT_URL",
                    "where the endpoint is mounted, such as `https://auth.example.com/auth0`; https only",
            "MIGRATION_ENDPOINT_SECRET",
                    "the endpoint's `BearerSecrets`, 32 characters or more: `openssl rand -base64 32`",
            "MIGRATION_CLIENT_ID", "the application that may use the endpoint's API",
            "MIGRATION_CLIENT_SECRET", "its secret",
            "MIGRATION_AUDIENCE", "the identifier of the endpoint's API",
            "AUTH0_DOMAIN",
                    "the tenant, such as `acme.eu.auth0.com`, or its custom domain: the one that the endpoint takes for the issuer");

    @Test
    void thePageSaysWhatTheScriptsDo() throws IOException {
        DocsPage.named("action-scripts.md")
                .assertIs(template()
                        .replace("{{keys}}", keys())
                        .replace("{{login}}", table(AnswerRows.login()))
                        .replace("{{get_user}}", table(AnswerRows.getUser()))
                        .replace("{{nonsense}}", table(AnswerRows.nonsense())));
    }

    private static String template() throws IOException {
        try (InputStream in = ActionScriptsPageTest.class.getResourceAsStream("/action-scripts.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String keys() {
        List<String> secret = keys(CallerProof.SHARED_SECRET);
        List<String> token = keys(CallerProof.CLIENT_CREDENTIALS);
        return Stream.concat(secret.stream(), token.stream())
                .distinct()
                .map(key -> "   | `" + key + "` | " + users(secret.contains(key), token.contains(key)) + " | "
                        + Objects.requireNonNull(VALUES.get(key), key) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static List<String> keys(CallerProof proof) {
        return ActionScripts.builder().callerProof(proof).build().configurationKeys();
    }

    private static String users(boolean secret, boolean token) {
        return secret && token ? "both" : secret ? "a shared secret" : "an access token";
    }

    private static String table(List<AnswerRow> rows) {
        return rows.stream()
                .map(row -> "| " + row.reply().status() + " | " + row.answer() + " | `" + row.callback() + "` | `"
                        + row.log() + "` |")
                .collect(Collectors.joining("\n", "| status | answer | callback | log |\n|---|---|---|---|\n", ""));
    }
}
