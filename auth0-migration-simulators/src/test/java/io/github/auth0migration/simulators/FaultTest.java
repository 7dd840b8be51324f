package io.github.auth0migration.simulators;

import static io.github.auth0migration.simulators.okta.OktaOperation.AUTHN;
import static io.github.auth0migration.simulators.okta.OktaOperation.GET_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultTest {

    private final OktaSimulator okta = OktaSimulator.start();
    private final Client client = new Client(okta);
    private final OktaPerson ada = okta.add(
            OktaPerson.builder("ada@example.com").password(Marked.PASSWORD).build());

    @AfterEach
    void close() {
        okta.close();
    }

    @Test
    void delayIsTheRightAnswerLate() throws IOException {
        okta.fault(AUTHN, Fault.delay(Duration.ofMillis(300)));

        long begin = System.nanoTime();
        assertThat(signIn().state()).isEqualTo("200 SUCCESS");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void resetEndsTheConnectionWithRst() throws IOException {
        okta.fault(AUTHN, Fault.reset());

        try (Socket socket = sendSignIn()) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aResetSignInHasCounted() {
        okta.lockoutAfter(1);
        okta.fault(AUTHN, Fault.reset());

        assertThatThrownBy(() -> client.authn("ada@example.com", Marked.WRONG_PASSWORD))
                .isInstanceOf(IOException.class);
        assertThat(okta.person("ada@example.com").status()).isEqualTo("LOCKED_OUT");
    }

    @Test
    void cutSendsLessThanPromised() throws IOException {
        okta.fault(AUTHN, Fault.cut());

        try (Socket socket = sendSignIn()) {
            byte[] all = socket.getInputStream().readAllBytes();
            String answer = new String(all, StandardCharsets.UTF_8);
            assertThat(bodyOf(answer)).startsWith("{").doesNotEndWith("}");
            assertThat(promised(answer)).isGreaterThan(bodyOf(answer).length());
        }
        assertThatThrownBy(this::signIn).hasRootCauseInstanceOf(EOFException.class);
    }

    @Test
    void stallSendsNothingAndStaysOpen() throws IOException {
        okta.fault(AUTHN, Fault.stall());

        try (Socket socket = sendSignIn()) {
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void stallBodySendsHeadersAndStaysOpen() throws IOException {
        okta.fault(AUTHN, Fault.stallBody());

        try (Socket socket = sendSignIn()) {
            assertThat(readHeaders(socket.getInputStream())).startsWith("HTTP/1.1 200");
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void dripSendsTheBodyByteByByte() throws IOException {
        okta.fault(AUTHN, Fault.drip(Duration.ofMillis(1)));

        long begin = System.nanoTime();
        Client.Answer answer = signIn();
        assertThat(answer.state()).isEqualTo("200 SUCCESS");
        assertThat(Duration.ofNanos(System.nanoTime() - begin).toMillis())
                .isGreaterThanOrEqualTo(answer.response().body().length());
    }

    @Test
    void dripTakesASecondAByte() throws IOException {
        okta.fault(AUTHN, Fault.drip());

        // From before the request: whoever reads the headers late would see a shorter second.
        long begin = System.nanoTime();
        try (Socket socket = sendSignIn()) {
            assertThat(readHeaders(socket.getInputStream())).startsWith("HTTP/1.1 200");
            assertThat(socket.getInputStream().read()).isEqualTo('{');
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
    }

    @Test
    void htmlIsAPage() throws IOException {
        okta.fault(AUTHN, Fault.html(503));

        Client.Answer answer = signIn();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("content-type")).startsWith("text/html");
        assertThat(answer.response().body()).startsWith("<!doctype html>");
    }

    @Test
    void wrongTypeIsNoObject() throws IOException {
        okta.fault(AUTHN, Fault.wrongType(200));

        assertThat(signIn().json().isArray()).isTrue();
    }

    @Test
    void wrongMembersHaveOtherTypes() throws IOException {
        okta.fault(AUTHN, Fault.wrongMembers());

        Client.Answer answer = signIn();
        assertThat(answer.json().get("status").isNumber()).isTrue();
        assertThat(answer.json().get("_embedded").isTextual()).isTrue();
    }

    @Test
    void wrongMemberIsOnlyOne() throws IOException {
        okta.fault(GET_USER, Fault.wrongMember("/profile/email"));

        Client.Answer answer = client.get("/api/v1/users/" + ada.id());
        assertThat(answer.json().at("/profile/email").isNumber()).isTrue();
        assertThat(answer.text("/profile/login")).isEqualTo("ada@example.com");
    }

    @Test
    void missingMemberIsGone() throws IOException {
        okta.fault(AUTHN, Fault.missingMember("/_embedded/user"));

        Client.Answer answer = signIn();
        assertThat(answer.state()).isEqualTo("200 SUCCESS");
        assertThat(answer.json().get("_embedded").isEmpty()).isTrue();
    }

    @Test
    void extraHeaderRepeatsOne() throws IOException {
        okta.fault(AUTHN, Fault.extraHeader("x-rate-limit-remaining", "1"));

        assertThat(signIn().headers("x-rate-limit-remaining")).hasSize(2).contains("1");
    }

    @Test
    void redirectPointsElsewhere() throws IOException {
        okta.fault(AUTHN, Fault.redirectTo(URI.create("https://elsewhere.example.com/login")));

        Client.Answer answer = signIn();
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).isEqualTo("https://elsewhere.example.com/login");
    }

    @Test
    void statusAndReplyAreSentAsTheyAre() throws IOException {
        okta.faultOnce(AUTHN, Fault.status(502, "no json"));
        okta.faultOnce(AUTHN, Fault.reply(Reply.of(200, new byte[] {'{', '}'}).with("Date", "never")));

        Client.Answer status = signIn();
        assertThat(status.status()).isEqualTo(502);
        assertThat(status.response().body()).isEqualTo("no json");
        Client.Answer reply = signIn();
        assertThat(reply.response().body()).isEqualTo("{}");
        assertThat(reply.headers("date")).containsExactly("never");
        assertThat(reply.header("content-type")).isEmpty();
    }

    @Test
    void whatAnswersInsteadKeepsTheRequestFromThePlatform() throws IOException {
        okta.lockoutAfter(1);
        okta.faultOnce(AUTHN, Fault.html(502));

        client.authn("ada@example.com", Marked.WRONG_PASSWORD);
        assertThat(okta.requests(AUTHN)).isEqualTo(1);
        assertThat(signIn().state()).isEqualTo("200 SUCCESS");
    }

    @Test
    void thoseForOnceComeFirstAndTheStandingOneLastsUntilCleared() throws IOException {
        okta.fault(AUTHN, Fault.html(500));
        okta.faultOnce(AUTHN, Fault.html(502));
        okta.faultOnce(AUTHN, Fault.html(504));

        assertThat(signIn().status()).isEqualTo(502);
        assertThat(signIn().status()).isEqualTo(504);
        assertThat(signIn().status()).isEqualTo(500);
        assertThat(signIn().status()).isEqualTo(500);
        assertThat(client.get("/api/v1/users/" + ada.id()).status()).isEqualTo(200);
        okta.clearFaults();
        assertThat(signIn().status()).isEqualTo(200);
    }

    @Test
    void negativePausesAreRefused() {
        assertThatThrownBy(() -> Fault.delay(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.drip(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private Client.Answer signIn() throws IOException {
        return client.authn("ada@example.com", Marked.PASSWORD);
    }

    private Socket sendSignIn() throws IOException {
        String body = "{\"username\":\"ada@example.com\",\"password\":\"" + Marked.PASSWORD + "\"}";
        String request = "POST /api/v1/authn HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), okta.url().getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String readHeaders(InputStream in) throws IOException {
        StringBuilder headers = new StringBuilder();
        while (headers.indexOf("\r\n\r\n") < 0) {
            headers.append((char) in.read());
        }
        return headers.toString();
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static int promised(String answer) {
        String length = answer.substring(answer.indexOf("Content-Length: ") + 16);
        return Integer.parseInt(length.substring(0, length.indexOf('\r')));
    }
}
