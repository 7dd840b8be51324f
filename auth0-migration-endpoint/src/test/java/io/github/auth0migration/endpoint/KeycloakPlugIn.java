package io.github.auth0migration.endpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak with the plug-in, as far as a sign-in goes: finds a person by e-mail and then by username, keeps them at once,
 * asks about the password by the name that it kept. Anything but 200 is nobody, or a wrong password.
 */
final class KeycloakPlugIn {

    /** A person in the plug-in's words. Its parser takes these members only. */
    record Person(
            @Nullable String id,
            String username,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            boolean enabled,
            boolean emailVerified,
            Map<String, List<String>> attributes) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String authorization;
    private final KeycloakUserKey passwordsBy;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Person> kept = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();

    KeycloakPlugIn(URI base, String authorization, KeycloakUserKey passwordsBy) {
        this.base = base;
        this.authorization = authorization;
        this.passwordsBy = passwordsBy;
    }

    /** What the person at Keycloak's own page gets: in, or not. */
    boolean signIn(String typed, String password) {
        Optional<Person> person = local(typed).or(() -> remote(typed));
        return person.isPresent() && isPasswordValid(person.get(), password);
    }

    private Optional<Person> local(String typed) {
        return kept.stream()
                .filter(person -> same(typed, person.email()) || same(typed, person.username()))
                .findFirst();
    }

    private Optional<Person> remote(String typed) {
        Optional<Person> found =
                typed.contains("@") ? find(typed).filter(person -> same(typed, person.email())) : Optional.empty();
        found = found.or(() -> find(typed).filter(person -> same(typed, person.username())));
        found.ifPresent(this::keep);
        return found;
    }

    private void keep(Person person) {
        if (!person.username().equals(person.username().toLowerCase(Locale.ROOT))) {
            throw new IllegalStateException("Local and remote users differ");
        }
        kept.add(person);
    }

    private static boolean same(String typed, @Nullable String own) {
        return own != null && typed.toUpperCase(Locale.ROOT).equals(own.toUpperCase(Locale.ROOT));
    }

    Optional<Person> find(String name) {
        HttpResponse<String> response = send(request(name).GET());
        if (response.statusCode() != 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.convertValue(
                    new HashMap<>(JSON.readValue(response.body(), new TypeReference<Map<String, Object>>() {})),
                    Person.class));
        } catch (IOException e) {
            throw new AssertionError("the plug-in shows an error page", e);
        }
    }

    boolean isPasswordValid(Person person, String password) {
        String name = passwordsBy == KeycloakUserKey.USER_ID ? String.valueOf(person.id()) : person.username();
        return isPasswordValid(name, password);
    }

    boolean isPasswordValid(String name, String password) {
        try {
            String body = JSON.writeValueAsString(Map.of("password", password));
            return send(request(name)
                                    .header("Content-Type", "application/json; charset=UTF-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(body)))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(URI.create(base + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            statuses.add(response.statusCode());
            return response;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whom Keycloak has an account for now. */
    List<Person> kept() {
        return List.copyOf(kept);
    }

    /** What was answered, in order. */
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }
}
