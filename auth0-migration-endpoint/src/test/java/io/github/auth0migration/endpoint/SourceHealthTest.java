package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.CheckReport;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SourceHealthTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TestTime time = new TestTime();
    private final AtomicInteger checks = new AtomicInteger();
    private volatile Supplier<CheckReport> finding = () -> new CheckReport(List.of());
    private final EndpointSources sources = EndpointSources.builder()
            .source(new CheckedSource("okta", () -> {
                checks.incrementAndGet();
                return finding.get();
            }))
            .source(new CheckedSource("gigya", () -> new CheckReport(List.of())))
            .build();
    private final MigrationEndpoint endpoint = builder()
            .operators(BearerSecrets.of(EndpointServer.OPERATORS_SECRET))
            .build();

    private record CheckedSource(String name, Supplier<CheckReport> checked) implements MigrationSource {

        @Override
        public SourceDescription description() {
            return SourceDescription.live(name, name).withUserIdPrefix(name);
        }

        @Override
        public CheckReport check() {
            return checked.get();
        }

        @Override
        public LoginOutcome login(LoginRequest request) {
            throw new AssertionError();
        }

        @Override
        public LookupOutcome getUser(LookupRequest request) {
            throw new AssertionError();
        }
    }

    private MigrationEndpoint.Builder builder() {
        return MigrationEndpoint.builder(sources)
                .callers(BearerSecrets.of(EndpointServer.SECRET))
                .time(time);
    }

    private static JsonNode json(EndpointResponse response) {
        try {
            JsonNode body = MAPPER.readTree(response.body());
            assertThat(MessageSchema.of("/health", response.status()).problems(body))
                    .isEmpty();
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode health() {
        return json(endpoint.handle(FakeRequest.health()));
    }

    private static CheckReport problem() {
        return new CheckReport(List.of(CheckReport.Finding.problem("token", "The token is refused.")));
    }

    @Test
    void withoutOperatorsThereIsNoSuchPage() {
        EndpointResponse response = builder().build().handle(FakeRequest.health());

        assertThat(response.status()).isEqualTo(404);
        assertThat(json(response).path("error").asText()).isEqualTo("not_found");
        assertThat(checks).hasValue(0);
    }

    @Test
    void operatorsAloneReadIt() {
        for (String secret : List.of(EndpointServer.SECRET, Marked.secret("of-nobody-0123456789abcdef0123456"))) {
            EndpointResponse response = endpoint.handle(FakeRequest.health().with("Authorization", "Bearer " + secret));

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.headers()).containsEntry("WWW-Authenticate", "Bearer");
            assertThat(json(response).path("error").asText()).isEqualTo("unauthorized");
        }
        assertThat(endpoint.handle(FakeRequest.health().with("Authorization")).status())
                .isEqualTo(401);
        assertThat(checks).hasValue(0);
    }

    @Test
    void theOperatorsSecretOpensNothingElse() {
        EndpointResponse response = endpoint.handle(
                FakeRequest.post("/login", "{}").with("Authorization", "Bearer " + EndpointServer.OPERATORS_SECRET));

        assertThat(response.status()).isEqualTo(401);
        assertThat(health().path("callers_refused").asInt()).isEqualTo(1);
    }

    @Test
    void whatChecksFoundIsKeptForHalfAMinute() {
        for (int second = 0; second < 30; second++) {
            assertThat(health().path("status").asText()).isEqualTo("up");
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(checks).hasValue(1);

        finding = SourceHealthTest::problem;
        JsonNode later = health();

        assertThat(checks).hasValue(2);
        assertThat(later.path("status").asText()).isEqualTo("down");
        assertThat(later.path("checked_at").asText()).isEqualTo("2030-01-01T00:00:30Z");
        assertThat(later.at("/sources/0/passed").asBoolean(true)).isFalse();
        assertThat(later.at("/sources/0/findings/0/sentence").asText()).isEqualTo("The token is refused.");
        assertThat(later.at("/sources/1/passed").asBoolean()).isTrue();
    }

    @Test
    void itIsDownWhileASourceIsSwitchedOffAndNoLonger() {
        assertThat(health().path("status").asText()).isEqualTo("up");

        sources.switchOf("gigya").turnOff();
        EndpointResponse off = endpoint.handle(FakeRequest.health());
        assertThat(off.status()).isEqualTo(503);
        assertThat(json(off).path("status").asText()).isEqualTo("down");
        assertThat(json(off).at("/sources/1/switched_on").asBoolean(true)).isFalse();

        sources.switchOf("gigya").turnOn();
        assertThat(endpoint.handle(FakeRequest.health()).status()).isEqualTo(200);
        assertThat(checks).hasValue(1);
    }

    @Test
    void aCheckThatThrowsIsAFindingAndQuotesNothing() {
        finding = () -> {
            throw new IllegalStateException(Marked.TOKEN);
        };

        JsonNode health = health();

        assertThat(health.path("status").asText()).isEqualTo("down");
        assertThat(health.toString()).contains("The check itself failed").doesNotContain(Marked.TOKEN);
    }

    @Test
    void tenWhoAskAtOnceCauseOneCheck() throws Exception {
        CountDownLatch all = new CountDownLatch(10);
        finding = () -> {
            try {
                all.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new CheckReport(List.of());
        };
        ExecutorService operators = Executors.newFixedThreadPool(10);
        try {
            List<Future<JsonNode>> asked = new ArrayList<>();
            for (int operator = 0; operator < 10; operator++) {
                asked.add(operators.submit(() -> {
                    all.countDown();
                    return health();
                }));
            }
            for (Future<JsonNode> answer : asked) {
                assertThat(answer.get().path("status").asText()).isEqualTo("up");
            }
        } finally {
            operators.shutdownNow();
        }
        assertThat(checks).hasValue(1);
    }
}
