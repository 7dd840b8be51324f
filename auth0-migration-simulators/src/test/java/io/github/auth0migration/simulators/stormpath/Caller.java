package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.Client.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls the simulated tenant as its API key. */
final class Caller {

    private final StormpathSimulator stormpath;
    private final Client client;

    Caller(StormpathSimulator stormpath) {
        this.stormpath = stormpath;
        this.client = new Client(stormpath, this::basic);
    }

    String basic() {
        return "Basic " + base64(stormpath.apiKeyId() + ":" + stormpath.apiKeySecret());
    }

    Client client() {
        return client;
    }

    Answer get(String path) throws IOException {
        return client.get(path);
    }

    Answer search(String query) throws IOException {
        return get("/v1/applications/" + stormpath.applicationId() + "/accounts" + query);
    }

    Answer login(String login, String password) throws IOException {
        return login("", Map.of("type", "basic", "value", base64(login + ":" + password)));
    }

    Answer loginIn(Map<String, String> store, String login, String password) throws IOException {
        return login("", Map.of("type", "basic", "value", base64(login + ":" + password), "accountStore", store));
    }

    Answer loginExpanded(String login, String password) throws IOException {
        return login("?expand=account", Map.of("type", "basic", "value", base64(login + ":" + password)));
    }

    Answer login(String query, Map<String, ?> body) throws IOException {
        return post(stormpath.applicationId(), query, "application/json", Client.json(body));
    }

    Answer post(String application, String query, String type, String body) throws IOException {
        return Client.send(client.request("/v1/applications/" + application + "/loginAttempts" + query)
                .header("Authorization", basic())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Status and code of a refusal; the status alone otherwise. */
    static String verdict(Answer answer) {
        return answer.status() == 200 ? "200" : answer.status() + " " + answer.text("/code");
    }

    static List<String> emails(Answer answer) {
        return answer.json().path("items").findValuesAsText("email");
    }
}
