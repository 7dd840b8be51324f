package io.github.auth0migration.simulators;

import static io.github.auth0migration.simulators.okta.OktaOperation.AUTHN;
import static io.github.auth0migration.simulators.okta.OktaOperation.GET_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SimulatorTest {

    private static final int THREADS = 64;

    @Test
    void sixtyFourThreadsGetEachTheirOwnAnswer() throws Exception {
        try (OktaSimulator okta = OktaSimulator.start()) {
            Client client = new Client(okta);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Boolean>> results = new ArrayList<>();
            for (int number = 0; number < THREADS; number++) {
                String login = "person" + number + "@example.com";
                okta.add(OktaPerson.builder(login).password(Marked.PASSWORD).build());
                results.add(threads.submit(() -> signsInManyTimes(client, login)));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
            threads.shutdown();
            assertThat(okta.requests(AUTHN)).isEqualTo(THREADS * 10);
            assertThat(okta.received()).hasSize(THREADS * 20);
        }
    }

    private static boolean signsInManyTimes(Client client, String login) throws IOException {
        boolean right = true;
        for (int time = 0; time < 10; time++) {
            Client.Answer answer = client.authn(login, Marked.PASSWORD);
            right &= answer.text("/_embedded/user/profile/login").equals(login);
            right &= client.get("/api/v1/users/" + login).text("/profile/email").equals(login);
        }
        return right;
    }

    @Test
    void wrongPasswordsAtOnceLockExactlyOnce() throws Exception {
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.add(OktaPerson.builder("ada@example.com")
                    .password(Marked.PASSWORD)
                    .build());
            okta.lockoutAfter(THREADS);
            Client client = new Client(okta);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            for (int number = 0; number < THREADS - 1; number++) {
                threads.execute(() -> assertThatCode401(client));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(okta.person("ada@example.com").status()).isEqualTo("ACTIVE");
            assertThatCode401(client);
            assertThat(okta.person("ada@example.com").status()).isEqualTo("LOCKED_OUT");
        }
    }

    private static void assertThatCode401(Client client) {
        try {
            assertThat(client.authn("ada@example.com", Marked.WRONG_PASSWORD).status())
                    .isEqualTo(401);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        }
    }

    @Test
    void closingEndsStallsAndFreesPortAndThreads() throws Exception {
        OktaSimulator okta = OktaSimulator.start();
        okta.fault(GET_USER, Fault.stall());
        List<Socket> stalled = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            stalled.add(sendGetUser(okta));
        }
        assertThat(okta.awaitRequests(GET_USER, THREADS, Duration.ofSeconds(20)))
                .isTrue();

        long begin = System.nanoTime();
        okta.close();
        okta.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        for (Socket socket : stalled) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            socket.close();
        }
        assertThatThrownBy(() -> sendGetUser(okta)).isInstanceOf(ConnectException.class);
        for (Thread thread : threadsOf(okta)) {
            thread.join(20_000);
        }
        assertThat(threadsOf(okta)).isEmpty();
    }

    @Test
    void aClientThatLeavesFreesItsStalledThread() throws Exception {
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.faultOnce(GET_USER, Fault.stall());
            Socket socket = sendGetUser(okta);
            assertThat(okta.awaitRequests(GET_USER, 1, Duration.ofSeconds(20))).isTrue();
            Thread stalled = threadsOf(okta).stream()
                    .filter(thread -> thread.getName().endsWith("-2"))
                    .findFirst()
                    .orElseThrow();
            socket.close();
            // Threads without work end after a second.
            stalled.join(20_000);
            assertThat(stalled.isAlive()).isFalse();
        }
    }

    @Test
    void awaitingGivesUp() throws InterruptedException {
        try (OktaSimulator okta = OktaSimulator.start()) {
            assertThat(okta.awaitRequests(AUTHN, 1, Duration.ofMillis(10))).isFalse();
        }
    }

    @Test
    void requestsAreRecordedAsTheyCame() throws IOException {
        try (OktaSimulator okta = OktaSimulator.builder().apiToken(Marked.TOKEN).start()) {
            new Client(okta).get("/api/v1/users/a%2Bb%40example.com?x=%20");
            new Client(okta).authn("ada@example.com", Marked.PASSWORD);

            ReceivedRequest<OktaOperation> lookup = okta.received().get(0);
            assertThat(lookup.operation()).isEqualTo(GET_USER);
            assertThat(lookup.method()).isEqualTo("GET");
            assertThat(lookup.rawPath()).isEqualTo("/api/v1/users/a%2Bb%40example.com");
            assertThat(lookup.rawQuery()).isEqualTo("x=%20");
            assertThat(lookup.header("AUTHORIZATION")).hasValue("SSWS " + Marked.TOKEN);
            assertThat(lookup.headers()).containsKey("host");
            assertThat(lookup.body()).isEmpty();
            ReceivedRequest<OktaOperation> signIn = okta.received().get(1);
            assertThat(signIn.body()).contains(Marked.PASSWORD);
            assertThat(signIn.rawQuery()).isEmpty();
            SecretScan.clean(lookup);
            assertThat(SecretScan.clean(signIn)).hasToString("AUTHN POST /api/v1/authn");
            okta.forgetRequests();
            assertThat(okta.requests(AUTHN)).isZero();
            assertThat(okta.received()).isEmpty();
        }
    }

    @Test
    void textsHoldNoSecrets() {
        try (OktaSimulator okta = OktaSimulator.builder().apiToken(Marked.TOKEN).start()) {
            OktaPerson ada = okta.add(OktaPerson.builder("ada@example.com")
                    .id("00uExample0ada000000")
                    .password(Marked.PASSWORD)
                    .build());
            assertThat(SecretScan.clean(ada)).hasToString("OktaPerson[00uExample0ada000000, ACTIVE]");
            assertThat(SecretScan.clean(okta)).hasToString("OktaSimulator[" + okta.url() + "]");
            SecretScan.clean(Fault.status(200, Marked.TOKEN));
            SecretScan.clean(Reply.text(200, "text/plain", Marked.TOKEN));
        }
    }

    @Test
    void chunkedBodiesAndContinueAreUnderstood() throws IOException {
        try (OktaSimulator okta = OktaSimulator.start()) {
            byte[] body = "{\"username\":\"a\",\"password\":\"b\"}".getBytes(StandardCharsets.UTF_8);
            Client client = new Client(okta);
            assertThat(Client.send(client.request("/api/v1/authn")
                                    .header("Content-Type", "application/json")
                                    .expectContinue(true)
                                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                            .error())
                    .isEqualTo("401 E0000004");
            assertThat(okta.received().get(0).body()).hasSize(body.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "GET / HTTP/2\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: 9\r\n\r\nshort",
                "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nno size\r\n",
                "GET / HTTP/1.1\r\nHost: no end"
            })
    void whatIsNotHttpEndsTheConnectionUnanswered(String bytes) throws IOException {
        try (OktaSimulator okta = OktaSimulator.start();
                Socket socket =
                        new Socket(InetAddress.getLoopbackAddress(), okta.url().getPort())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(endOf(socket)).isTrue();
            assertThat(okta.received()).isEmpty();
        }
    }

    @Test
    void aRequestToCloseIsHeard() throws IOException {
        try (OktaSimulator okta = OktaSimulator.start();
                Socket socket =
                        new Socket(InetAddress.getLoopbackAddress(), okta.url().getPort())) {
            socket.getOutputStream()
                    .write("GET /x HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] all = socket.getInputStream().readAllBytes();
            assertThat(new String(all, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404")
                    .contains("E0000008");
        }
    }

    @Test
    void onlyTheLatestRequestsAreKept() {
        RequestLog<OktaOperation> log = new RequestLog<>(OktaOperation.class);
        for (int number = 0; number <= RequestLog.KEPT; number++) {
            log.add(new ReceivedRequest<>(AUTHN, new RawRequest("POST", "/" + number, Map.of(), new byte[0])));
        }
        assertThat(log.count(AUTHN)).isEqualTo(RequestLog.KEPT + 1);
        assertThat(log.latest()).hasSize(RequestLog.KEPT);
        assertThat(log.latest().get(0).rawPath()).isEqualTo("/1");
    }

    @Test
    void whatIsNotJsonCannotBeReplied() {
        assertThatThrownBy(() -> Reply.json(200, new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    /** A close with bytes unread arrives as a reset. */
    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (IOException e) {
            return true;
        }
    }

    private static Socket sendGetUser(OktaSimulator okta) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), okta.url().getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write("GET /api/v1/users/x HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static List<Thread> threadsOf(OktaSimulator okta) {
        String prefix = "simulator-" + okta.url().getPort() + "-";
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .toList();
    }
}
