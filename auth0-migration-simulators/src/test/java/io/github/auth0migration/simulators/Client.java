package io.github.auth0migration.simulators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A client over a real socket. */
public final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI url;
    private final Supplier<String> authorization;

    public Client(OktaSimulator okta) {
        this(okta, () -> "SSWS " + okta.apiToken());
    }

    public Client(Simulator<?> simulator, Supplier<String> authorization) {
        this.url = simulator.url();
        this.authorization = authorization;
    }

    public Answer authn(String username, String password) throws IOException {
        return post("/api/v1/authn", json(Map.of("username", username, "password", password)));
    }

    public Answer post(String path, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** With the platform's credentials. */
    public Answer get(String path) throws IOException {
        return send(request(path).header("Authorization", authorization.get()));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
    }

    public static Answer send(HttpRequest.Builder request) throws IOException {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON, status " + status(), e);
            }
        }

        public String text(String pointer) {
            return json().at(pointer).asText();
        }

        /** Status and error code, for example {@code 401 E0000004}. */
        public String error() {
            return status() + " " + text("/errorCode");
        }

        /** Status and transaction state, for example {@code 200 SUCCESS}. */
        public String state() {
            return status() + " " + text("/status");
        }

        public List<String> logins() {
            return json().findValues("profile").stream()
                    .map(profile -> profile.path("login").asText())
                    .toList();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }
    }
}
