package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.auth0.ScriptRun;
import io.github.auth0migration.testsupport.Fault;
import io.github.auth0migration.testsupport.FaultServer;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import io.github.auth0migration.testsupport.TestTls;
import io.github.auth0migration.testsupport.TestTls.Certificate;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network does to the scripts: an error each time, once, and never a verdict. */
@NeedsNodeJs
class FaultsBeforeTheScriptsTest {

    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String BEGIN =
            "{\"version\":1,\"outcome\":\"authenticated\",\"profile\":{\"user_id\":\"okta|00u1\"}";

    private static final List<String> SCRIPTS = List.of("login", "get_user");

    private static final ScriptRig RIG = ScriptRig.withSecret();
    private static final ScriptRig HASTY = ScriptRig.hasty(ActionScripts.builder());

    private static @Nullable TestTls tls;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        tls = TestTls.in(folder);
    }

    @AfterAll
    static void close() {
        RIG.close();
        HASTY.close();
    }

    private static Fault begins(Fault then) {
        return wire -> {
            wire.send(JSON + "Content-Length: 1000\r\n\r\n" + BEGIN);
            then.serve(wire);
        };
    }

    private static final Fault DRIP = begins(wire -> {
        do {
            wire.send(" ");
        } while (!wire.clientClosesWithin(100));
    });

    private static final Fault ENDLESS = wire -> {
        wire.send(JSON + "Transfer-Encoding: chunked\r\n\r\n");
        while (true) {
            wire.send("1000\r\n" + " ".repeat(0x1000) + "\r\n");
        }
    };

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("no answer", Fault.stall(), "failed timeout"),
                Arguments.of("a body that stalls", begins(Fault.stall()), "failed timeout"),
                Arguments.of("a body that drips", DRIP, "failed timeout"),
                Arguments.of("a body without end", ENDLESS, "failed answer:too_large"),
                Arguments.of("a body that is cut", begins(Fault.closeEarly()), "failed connection"),
                Arguments.of("a reset in the body", begins(Fault.reset()), "failed connection"),
                Arguments.of("a reset", Fault.reset(), "failed connection"),
                Arguments.of("an early end", Fault.closeEarly(), "failed connection"),
                Arguments.of("no HTTP", Fault.garbage("SSH-2.0-x\r\n"), "failed connection"),
                Arguments.of("a redirect elsewhere", Fault.redirect(307, "https://example.com/"), "failed connection"));
    }

    /** A fault that tells when it is over: those without an end of their own are over when the script hangs up. */
    private static Fault telling(Fault fault, Semaphore over) {
        return wire -> {
            try {
                fault.serve(wire);
            } finally {
                over.release();
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsAnErrorAndTheScriptHangsUp(String name, Fault fault, String log) throws InterruptedException {
        ScriptRig rig = log.equals("failed timeout") ? HASTY : RIG;
        Semaphore over = new Semaphore(0);
        try (FaultServer server = FaultServer.start(telling(fault, over))) {
            for (int number = 0; number < SCRIPTS.size(); number++) {
                ScriptRun run = run(rig, server.uri("/auth0"), SCRIPTS.get(number));

                assertThat(ScriptRig.callback(run)).isEqualTo("callback(new Error(text))");
                assertThat(ScriptRig.logged(run)).startsWith(log);
                assertThat(server.awaitRequests(number + 1)).isTrue();
                assertThat(server.requests().get(number))
                        .contains(ScriptRig.line(run).path("correlation_id").asText());
            }
            assertThat(server.requests()).hasSize(2);
            assertThat(over.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nobodyThereIsAnError() {
        ScriptRun run = run(RIG, FaultServer.refusing(), "login");

        assertThat(ScriptRig.callback(run)).isEqualTo("callback(new Error(text))");
        assertThat(ScriptRig.logged(run)).isEqualTo("failed connection:ECONNREFUSED");
    }

    @Test
    void aNameThatNobodyHasIsAnError() {
        ScriptRun run = run(RIG, URI.create("https://nobody.invalid/auth0"), "get_user");

        assertThat(ScriptRig.callback(run)).isEqualTo("callback(new Error(text))");
    }

    /** Node.js trusts public authorities only, so not even the good one of the test. */
    @ParameterizedTest
    @EnumSource
    void aCertificateThatIsNotValidIsAnErrorBeforeAnythingIsSent(Certificate certificate) {
        try (FaultServer server =
                FaultServer.start(Objects.requireNonNull(tls).server(certificate), Fault.gatewayPage(200))) {
            ScriptRun run = run(RIG, server.uri("localhost", "/auth0"), "login");

            assertThat(ScriptRig.callback(run)).isEqualTo("callback(new Error(text))");
            assertThat(ScriptRig.logged(run)).startsWith("failed connection:");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static ScriptRun run(ScriptRig rig, URI endpoint, String script) {
        rig.connection().configure("MIGRATION_ENDPOINT_URL", endpoint.toString());
        return rig.run(script);
    }
}
