package com.example.ownsource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.Simulator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The company's user API, played in this process. Page by page it gives 500 people. */
final class UserApi extends Simulator<UserApiOperation> {

    static final String KEY = "5ecr3t-own-key";

    private static final int PAGE = 500;

    record Account(String id, String email, String password, boolean active) {
        Map<String, Object> json() {
            return Map.of("id", id, "email", email, "verified", true, "active", active, "name", "Somebody");
        }
    }

    /** Everybody: those who were added, and a crowd that is made up from its numbers. */
    private static final class People {
        private final List<Account> added = new CopyOnWriteArrayList<>();
        private volatile int crowd;

        int size() {
            return added.size() + crowd;
        }

        Account get(int index) {
            int number = index - added.size();
            return number < 0
                    ? added.get(index)
                    : new Account("c" + number, "person-" + number + "@crowd.example.com", "crowd-" + number, true);
        }

        Optional<Account> withId(String id) {
            return id.matches("c\\d+")
                    ? Optional.of(get(added.size() + Integer.parseInt(id.substring(1))))
                    : added.stream().filter(account -> account.id().equals(id)).findFirst();
        }

        List<Account> withEmail(String email) {
            if (email.matches("person-\\d+@crowd.example.com")) {
                return withId("c" + email.replaceAll("\\D", "")).stream().toList();
            }
            return added.stream()
                    .filter(account -> account.email().equalsIgnoreCase(email))
                    .toList();
        }
    }

    private final People people;

    private UserApi(People people) {
        super(UserApiOperation.class, Clock.systemUTC(), UserApi::operation, request -> answer(people, request));
        this.people = people;
    }

    static UserApi start() {
        return new UserApi(new People());
    }

    void add(String email, String password, boolean active) {
        people.added.add(new Account("u" + (people.added.size() + 1), email, password, active));
    }

    void crowd(int count) {
        people.crowd = count;
    }

    private static UserApiOperation operation(String method, String path) {
        return switch (method + " " + path) {
            case "POST /sessions" -> UserApiOperation.SESSIONS;
            case "GET /users" -> UserApiOperation.USERS;
            default -> UserApiOperation.OTHER;
        };
    }

    private static Reply answer(People people, ReceivedRequest<UserApiOperation> request) {
        if (!request.header("X-Api-Key").equals(Optional.of(KEY))) {
            return Reply.json(401, Map.of("error", "bad_key"));
        }
        return switch (request.operation()) {
            case SESSIONS -> session(people, request.body());
            case USERS -> users(people, request.rawQuery());
            case OTHER -> Reply.json(404, Map.of("error", "no_such_path"));
        };
    }

    private static Reply session(People people, String body) {
        try {
            JsonNode asked = new ObjectMapper().readTree(body);
            return people.withId(asked.path("id").asText())
                    .filter(account -> account.active()
                            && account.password().equals(asked.path("password").asText()))
                    .map(account -> Reply.json(200, Map.of("id", account.id())))
                    .orElseGet(() -> Reply.json(401, Map.of("error", "wrong_password")));
        } catch (JsonProcessingException e) {
            return Reply.json(400, Map.of("error", "no_json"));
        }
    }

    private static Reply users(People people, String query) {
        String name = query.substring(0, query.indexOf('='));
        String value = URLDecoder.decode(query.substring(name.length() + 1), StandardCharsets.UTF_8);
        return switch (name) {
            case "email" -> page(people.withEmail(value), "");
            case "id" -> page(people.withId(value).stream().toList(), "");
            default -> page(people, value.isEmpty() ? 0 : Integer.parseInt(value));
        };
    }

    private static Reply page(People people, int first) {
        int end = Math.min(first + PAGE, people.size());
        List<Account> page = IntStream.range(first, end).mapToObj(people::get).toList();
        return page(page, end < people.size() ? String.valueOf(end) : "");
    }

    private static Reply page(List<Account> accounts, String next) {
        List<Map<String, Object>> users = accounts.stream().map(Account::json).toList();
        return Reply.json(200, next.isEmpty() ? Map.of("users", users) : Map.of("users", users, "next", next));
    }
}
