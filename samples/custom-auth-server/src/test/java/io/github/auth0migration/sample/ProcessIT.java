package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server as a process: how it starts, ends, and is killed. */
class ProcessIT {

    private static final int KILLS = 20;
    private static final int TRIES = 10;

    @TempDir
    private Path directory;

    private final OktaSimulator okta = OktaSimulator.start();

    @AfterEach
    void stop() {
        okta.close();
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(
                directory, Map.of("OKTA_ORG_URL", okta.url().toString(), "OKTA_API_TOKEN", okta.apiToken()));
    }

    /** On a file whose free space is used again after a second instead of 45: what a kill can lose, it loses soon. */
    private ServerProcess startOnABusyFile() throws Exception {
        return ServerProcess.start(
                directory,
                Map.of(
                        "OKTA_ORG_URL", okta.url().toString(),
                        "OKTA_API_TOKEN", okta.apiToken(),
                        "DATABASE_URL",
                                "jdbc:h2:file:" + directory.resolve("busy")
                                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=1000"));
    }

    private String add(int number) {
        String email = "person" + number + "@example.com";
        okta.add(OktaPerson.builder(email).password(Marked.PASSWORD).build());
        return email;
    }

    @Test
    void aRequestInFlightIsFinishedOnSigterm() throws Exception {
        String email = add(1);
        try (ServerProcess server = start()) {
            TestBrowser browser = new TestBrowser(server.awaitUrl());
            browser.get("/");
            okta.fault(OktaOperation.AUTHN, Fault.delay(Duration.ofSeconds(2)));
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> browser.signIn(email, Marked.PASSWORD));
            assertThat(okta.awaitRequests(OktaOperation.AUTHN, 1, Duration.ofSeconds(20)))
                    .isTrue();
            server.terminate();
            assertThat(answer.get().statusCode()).isEqualTo(303);
            // What the JVM returns for SIGTERM, however orderly it went.
            assertThat(server.awaitExit()).isEqualTo(143);
            assertThat(server.remainingOutput()).doesNotContain("WARN").doesNotContain("Exception");
        }
        okta.forgetRequests();
        assertComesInWithoutOkta(email);
    }

    private void assertComesInWithoutOkta(String email) throws Exception {
        try (ServerProcess again = start()) {
            assertThat(new TestBrowser(again.awaitUrl())
                            .signIn(email, Marked.PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(okta.requests(OktaOperation.AUTHN)).isZero();
        }
    }

    /** Whoever is told to try again does: a machine may be too busy for one sign-in. */
    private static int signIn(TestBrowser browser, String email) {
        int status = browser.signIn(email, Marked.PASSWORD).statusCode();
        for (int i = 1; i < TRIES && status == 503; i++) {
            status = browser.signIn(email, Marked.PASSWORD).statusCode();
        }
        return status;
    }

    @Test
    void whoWasToldThatTheyAreInIsInAfterAKill() throws Exception {
        for (int number = 0; number < KILLS; number++) {
            try (ServerProcess server = startOnABusyFile()) {
                TestBrowser browser = new TestBrowser(server.awaitUrl());
                String email = add(number);
                assertThat(signIn(browser, email)).isEqualTo(303);
                server.kill();
            }
        }
        okta.forgetRequests();
        try (ServerProcess server = startOnABusyFile()) {
            TestBrowser browser = new TestBrowser(server.awaitUrl());
            for (int number = 0; number < KILLS; number++) {
                assertThat(signIn(browser, "person" + number + "@example.com")).isEqualTo(303);
            }
        }
        assertThat(okta.requests(OktaOperation.AUTHN)).isZero();
    }

    @Test
    void aPortThatIsTakenIsSaidWithTheSettingToChange() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server =
                        ServerProcess.start(directory, Map.of("PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(server.remainingOutput())
                    .contains("set PORT to a free port")
                    .doesNotContain("Exception");
            assertThat(server.awaitExit()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseInUseIsSaidWithTheSettingToChange() throws Exception {
        try (ServerProcess first = start()) {
            first.awaitUrl();
            try (ServerProcess second = start()) {
                assertThat(second.remainingOutput()).contains("Set DATA_DIR").doesNotContain("Exception");
                assertThat(second.awaitExit()).isEqualTo(1);
            }
        }
    }

    @Test
    void wrongSettingsAreAllSaidAtOnce() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, Map.of("PORT", "x", "HOST", "0.0.0.0"))) {
            assertThat(server.remainingOutput())
                    .contains("PORT must be")
                    .contains("HOST must be")
                    .doesNotContain("Exception");
            assertThat(server.awaitExit()).isEqualTo(2);
        }
    }
}
