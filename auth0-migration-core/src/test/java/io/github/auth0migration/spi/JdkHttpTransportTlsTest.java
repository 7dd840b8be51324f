package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.testsupport.Fault;
import io.github.auth0migration.testsupport.FaultServer;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import io.github.auth0migration.testsupport.TestTls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class JdkHttpTransportTlsTest {

    private static TestTls tls;
    private static JdkHttpTransport transport;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) {
        tls = TestTls.in(directory);
        transport = JdkHttpTransport.builder().sslContext(tls.client()).build();
    }

    @AfterAll
    static void close() {
        transport.close();
    }

    @Test
    void aTrustedCertificatePasses() throws CallFailedException {
        try (FaultServer server =
                FaultServer.start(tls.server(TestTls.Certificate.GOOD), Fault.answer(200, "{\"a\":1}"))) {
            assertThat(transport.send(login(server)).jsonObject().asMap()).containsEntry("a", 1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void anyOtherIsNeverRepeatedAndNothingArrives(TestTls.Certificate certificate) {
        try (FaultServer server = FaultServer.start(tls.server(certificate), Fault.answer(200, "{}"))) {
            for (Repeat repeat : Repeat.values()) {
                AtomicInteger attempts = new AtomicInteger();
                CallFailedException failed = SecretScan.clean(catchThrowableOfType(
                        CallFailedException.class,
                        () -> Retrier.standard().call(repeat, Deadline.standard(), () -> {
                            attempts.incrementAndGet();
                            return transport.send(login(server));
                        })));

                assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.TLS);
                assertThat(attempts).hasValue(1);
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void theDefaultTrustsNoAuthorityOfATest() {
        try (FaultServer server = FaultServer.start(tls.server(TestTls.Certificate.GOOD), Fault.answer(200, "{}"));
                JdkHttpTransport standard = JdkHttpTransport.create()) {
            CallFailedException failed =
                    catchThrowableOfType(CallFailedException.class, () -> standard.send(login(server)));

            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.TLS);
            assertThat(server.requests()).isEmpty();
        }
    }

    private static HttpCall login(FaultServer server) {
        return HttpCall.postJson(
                        server.uri("localhost", "/"),
                        Map.of("password", Marked.PASSWORD),
                        Deadline.after(Duration.ofSeconds(60)))
                .withHeader("Authorization", "SSWS " + Marked.TOKEN);
    }
}
