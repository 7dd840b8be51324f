package io.github.auth0migration.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.Sources;
import io.github.auth0migration.endpoint.BearerSecrets;
import io.github.auth0migration.endpoint.EndpointRequest;
import io.github.auth0migration.endpoint.EndpointResponse;
import io.github.auth0migration.endpoint.EndpointSources;
import io.github.auth0migration.endpoint.MigrationEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request to the endpoint: read in one way or not at all, and never quoted. */
class EndpointRequestFuzzTest {

    private static final String SECRET = "secret-of-the-scripts-0123456789";
    private static final ObjectMapper LENIENT = new ObjectMapper();

    private @Nullable LoginRequest login;
    private @Nullable LookupRequest lookup;

    private final MigrationEndpoint endpoint = MigrationEndpoint.builder(EndpointSources.builder()
                    .source(Sources.of(
                            "memory",
                            request -> {
                                login = request;
                                return LoginOutcome.Rejected.of(LoginOutcome.Cause.UNSPECIFIED);
                            },
                            request -> {
                                lookup = request;
                                return new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT);
                            }))
                    .guard(new Open())
                    .build())
            .callers(BearerSecrets.of(SECRET))
            .build();

    @FuzzTest
    void login(byte[] body) throws IOException {
        login = null;
        JsonNode answer = answerTo("/login", body, "rejected");
        if (login != null) {
            JsonNode read = LENIENT.readTree(body);
            assertThat(login.identifier().value())
                    .isEqualTo(read.path("identifier").textValue());
            assertThat(login.password()).isEqualTo(read.path("password").textValue());
            assertThat(answer.path("correlation_id").asText()).isEqualTo(login.correlationId());
        }
    }

    @FuzzTest
    void getUser(byte[] body) throws IOException {
        lookup = null;
        answerTo("/get-user", body, "not_found");
        if (lookup != null) {
            JsonNode read = LENIENT.readTree(body);
            Optional<String> identifier = lookup.identifier().map(typed -> typed.value());
            assertThat(identifier)
                    .isEqualTo(Optional.ofNullable(read.path("identifier").textValue()));
            assertThat(lookup.userId())
                    .isEqualTo(Optional.ofNullable(read.path("user_id").textValue()));
        }
    }

    private JsonNode answerTo(String path, byte[] body, String verdict) throws IOException {
        EndpointResponse response = endpoint.handle(new Post(path, new ByteArrayInputStream(body)));
        JsonNode answer = LENIENT.readTree(response.body());
        assertThat(response.status()).isIn(200, 400, 413);
        assertThat(answer.path("outcome").asText()).isEqualTo(response.status() == 200 ? verdict : "error");
        assertThat(response.headers().values()).allMatch(value -> value.chars().allMatch(c -> c >= ' ' && c < 127));
        if (response.status() != 200) {
            assertThat(answer.path("message").asText()).matches("[A-Za-z][A-Za-z0-9_ ,.:()|\\[\\]-]{10,200}");
        }
        return answer;
    }

    private record Post(String path, InputStream body) implements EndpointRequest {

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public List<String> headers(String name) {
            return Map.of("authorization", List.of("Bearer " + SECRET), "content-type", List.of("application/json"))
                    .getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }

        @Override
        public boolean isTls() {
            return true;
        }

        @Override
        public boolean isLoopback() {
            return false;
        }
    }

    /** Counts nothing: the fuzzer tries more often than any person may. */
    private static final class Open implements AttemptGuard {

        @Override
        public Optional<Duration> admit(Attempt attempt) {
            return Optional.empty();
        }

        @Override
        public void failed(Attempt attempt, @Nullable String userId) {}

        @Override
        public void takeBack(Attempt attempt) {}
    }
}
