package io.github.auth0migration.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.testsupport.Fault;
import io.github.auth0migration.testsupport.FaultServer;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.RecordingAppender;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class JdkHttpTransportTest {

    private static final JdkHttpTransport TRANSPORT = JdkHttpTransport.create();

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }

    @Test
    void sendsWhatTheCallSays() throws CallFailedException {
        try (FaultServer server = FaultServer.start(Fault.answer(200, "{\"a\":1}", "X-Id: 7", "Set-Cookie: c=1"))) {
            HttpReply reply = TRANSPORT.send(login(server.uri("/api?q=1")));
            TRANSPORT.send(login(server.uri("/api")));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("x-id")).contains("7");
            assertThat(reply.jsonObject().asMap()).containsEntry("a", 1);
            assertThat(server.requests().get(0))
                    .startsWith("POST /api?q=1 HTTP/1.1\r\n")
                    .contains("\r\nAuthorization: SSWS " + Marked.TOKEN + "\r\n")
                    .contains("\r\nContent-Type: application/json\r\n")
                    .doesNotContain("Upgrade")
                    .endsWith("\r\n\r\n{\"password\":\"" + Marked.PASSWORD + "\"}");
            assertThat(server.requests().get(1)).doesNotContain("Cookie");
            assertThat(RecordingAppender.takeOwnLines()).contains("DEBUG http call answered");
        }
    }

    @Test
    void saysWhoItIs() throws CallFailedException {
        try (FaultServer server = FaultServer.start(Fault.answer(200, "{}"));
                JdkHttpTransport named =
                        JdkHttpTransport.builder().userAgent("acme/1").build()) {
            HttpCall call = HttpCall.get(server.uri("/"), Deadline.standard());
            TRANSPORT.send(call);
            named.send(call);
            named.send(call.withHeader("user-agent", "person's browser"));

            assertThat(server.requests().get(0)).containsPattern("User-Agent: auth0-migration-java/\\d+\\.\\d+\\.\\d+");
            assertThat(server.requests().get(1)).contains("User-Agent: acme/1\r\n");
            assertThat(server.requests().get(2))
                    .contains(": person's browser\r\n")
                    .doesNotContain("acme");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 407, 418, 500})
    void everyStatusIsAReply(int status) throws CallFailedException {
        try (FaultServer server = FaultServer.start(Fault.answer(status, "{}"))) {
            assertThat(TRANSPORT.send(login(server.uri("/"))).status()).isEqualTo(status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void readsABodyOfExactlyTheLimit() throws CallFailedException {
        String body = "{}" + " ".repeat(98);
        try (FaultServer server = FaultServer.start(Fault.answer(200, body.getBytes(UTF_8)));
                JdkHttpTransport small =
                        JdkHttpTransport.builder().maxBodyBytes(100).build()) {
            assertThat(small.send(login(server.uri("/"))).jsonObject().asMap()).isEmpty();
        }
    }

    @Test
    void aCallMayHaveALimitOfItsOwn() throws CallFailedException {
        String body = "{}" + " ".repeat(98);
        try (FaultServer server = FaultServer.start(Fault.answer(200, body.getBytes(UTF_8)));
                JdkHttpTransport small =
                        JdkHttpTransport.builder().maxBodyBytes(50).build()) {
            HttpCall call = login(server.uri("/"));

            assertThat(small.send(call.withMaxBodyBytes(100)).status()).isEqualTo(200);
            assertThat(failure(small, call.withMaxBodyBytes(99)).failure().kind())
                    .isEqualTo(Failure.Kind.MALFORMED_RESPONSE);
            assertThat(failure(small, call).failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE);
        }
    }

    @Test
    void aRedirectNeverCarriesTheTokenToAnotherHost() throws CallFailedException {
        try (FaultServer other = FaultServer.start(Fault.answer(200, "{}"));
                FaultServer server =
                        FaultServer.start(Fault.redirect(307, other.uri("/").toString()))) {
            assertThat(TRANSPORT.send(login(server.uri("/"))).status()).isEqualTo(307);
            assertThat(TRANSPORT
                            .send(HttpCall.get(server.uri("/"), Deadline.standard())
                                    .withHeader("Authorization", Marked.TOKEN))
                            .status())
                    .isEqualTo(307);

            assertThat(other.requests()).isEmpty();
        }
    }

    static Stream<Fault> slow() {
        return Stream.of(Fault.stall(), Fault.stallInBody("{"), Fault.drip());
    }

    @Test
    void theDeadlineEndsTheCallAndItsConnection() throws Exception {
        AtOnce.run(slow().map(fault -> () -> assertDeadlineEnds(fault)));
    }

    private static void assertDeadlineEnds(Fault fault) {
        try (FaultServer server = FaultServer.start(fault)) {
            Deadline deadline = Deadline.after(Duration.ofMillis(1_500));

            CallFailedException failed = failure(TRANSPORT, login(server.uri("/"), deadline));

            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.TIMEOUT);
            assertThat(failed.isUnsent()).isFalse();
            assertThat(deadline.isExpired()).isTrue();
            assertThat(server.awaitNoConnection()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("slow")
    void anInterruptEndsTheCallAndItsConnection(Fault fault) throws Exception {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        Fault interrupting = wire -> {
            caller.join().interrupt();
            fault.serve(wire);
        };
        assertInterruptEnds(caller, interrupting);
    }

    @Test
    void anInterruptInTheBodyEndsTheCallAndItsConnection() throws Exception {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        assertInterruptEnds(caller, wire -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
            wire.clientClosesWithin(300);
            caller.join().interrupt();
            wire.clientClosesWithin(0);
        });
    }

    private static void assertInterruptEnds(CompletableFuture<Thread> caller, Fault fault) throws Exception {
        try (FaultServer server = FaultServer.start(fault)) {
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            CompletableFuture<CallFailedException> failed = new CompletableFuture<>();
            HttpCall call = login(server.uri("/"), Deadline.after(Duration.ofMinutes(1)));
            Thread thread = new Thread(() -> {
                failed.complete(failure(TRANSPORT, call));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            caller.complete(thread);
            thread.start();

            assertThat(failed.get(30, TimeUnit.SECONDS).failure().kind()).isEqualTo(Failure.Kind.INTERRUPTED);
            assertThat(failed.get().isUnsent()).isFalse();
            assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.awaitNoConnection()).isTrue();
        }
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        try (FaultServer server = FaultServer.start(Fault.answer(200, "{}"))) {
            Thread.currentThread().interrupt();

            CallFailedException failed = failure(TRANSPORT, login(server.uri("/")));

            assertThat(Thread.interrupted()).isTrue();
            assertUnsent(failed, Failure.Kind.INTERRUPTED, server);
        }
    }

    @Test
    void anExpiredDeadlineSendsNothing() {
        try (FaultServer server = FaultServer.start(Fault.answer(200, "{}"))) {
            TestTime time = new TestTime();
            Deadline deadline = Deadline.after(Duration.ofSeconds(1), time);
            time.advance(Duration.ofSeconds(1));

            assertUnsent(failure(TRANSPORT, login(server.uri("/"), deadline)), Failure.Kind.TIMEOUT, server);
        }
    }

    @Test
    void aClosedTransportSendsNothing() throws CallFailedException {
        try (FaultServer server = FaultServer.start(Fault.answer(200, "{}"))) {
            JdkHttpTransport transport = JdkHttpTransport.create();
            transport.close();
            transport.close();

            assertUnsent(failure(transport, login(server.uri("/"))), Failure.Kind.CONFIGURATION, server);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.0.113.1/",
                "http://localhost.example/",
                "http://127.0.0.1.example/",
                "ftp://localhost/",
                "mailto:a@b"
            })
    void sendsNothingInTheClear(String uri) {
        CallFailedException failed = failure(TRANSPORT, login(URI.create(uri)));

        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION);
        assertThat(failed.isUnsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Content-Length", "X-Bad\u0000", "X-Token"})
    void headersThatCannotBeSentAreNotQuoted(String name) {
        try (FaultServer server = FaultServer.start(Fault.answer(200, "{}"))) {
            HttpCall call = login(server.uri("/")).withHeader(name, Marked.TOKEN + "\u0007");

            assertUnsent(failure(TRANSPORT, call), Failure.Kind.CONFIGURATION, server);
        }
    }

    @Test
    void theHostsExecutorDoesTheWork() throws CallFailedException {
        CompletableFuture<Thread> used = new CompletableFuture<>();
        try (FaultServer server = FaultServer.start(Fault.answer(200, "{}"));
                JdkHttpTransport transport = JdkHttpTransport.builder()
                        .executor(task -> {
                            Thread thread = new Thread(task, "host's own");
                            used.complete(thread);
                            thread.start();
                        })
                        .build()) {
            transport.send(login(server.uri("/")));

            assertThat(used.join().getName()).isEqualTo("host's own");
        }
    }

    @Test
    void warnsOnceOfTheJdksOwnLogging() {
        RecordingAppender.takeOwnLines();
        Properties on = new Properties();
        JdkHttpLogging.warnOnce(on);
        on.setProperty("jdk.httpclient.HttpClient.log", "headers");
        JdkHttpLogging.warnOnce(on);
        JdkHttpLogging.warnOnce(on);

        assertThat(RecordingAppender.takeOwnLines())
                .filteredOn(line -> line.startsWith("WARN the JDK logs HTTP headers"))
                .hasSize(1);
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> JdkHttpTransport.builder().maxBodyBytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxBodyBytes must be positive, but is 0");
        assertThatThrownBy(() -> JdkHttpTransport.builder().userAgent("a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userAgent");
    }

    private static void assertUnsent(CallFailedException failed, Failure.Kind kind, FaultServer server) {
        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed.isUnsent()).isTrue();
        assertThat(server.requests()).isEmpty();
    }

    private static CallFailedException failure(HttpTransport transport, HttpCall call) {
        return SecretScan.clean(catchThrowableOfType(CallFailedException.class, () -> transport.send(call)));
    }

    private static HttpCall login(URI uri) {
        return login(uri, Deadline.after(Duration.ofSeconds(60)));
    }

    private static HttpCall login(URI uri, Deadline deadline) {
        return HttpCall.postJson(uri, Map.of("password", Marked.PASSWORD), deadline)
                .withHeader("Authorization", "SSWS " + Marked.TOKEN);
    }
}
