package io.github.auth0migration.spi;

import static io.github.auth0migration.Failure.Kind.CONNECT;
import static io.github.auth0migration.Failure.Kind.MALFORMED_RESPONSE;
import static io.github.auth0migration.Failure.Kind.RATE_LIMITED;
import static io.github.auth0migration.Failure.Kind.SERVER_ERROR;
import static io.github.auth0migration.Failure.Kind.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.testsupport.Fault;
import io.github.auth0migration.testsupport.FaultServer;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens on the wire, what it means, and how often a login and a lookup reach the platform. */
@Timeout(120)
class HttpTableTest {

    private static final String BODY = "{\"token\":\"" + Marked.secret("body") + "\"}";
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private static final JdkHttpTransport TRANSPORT =
            JdkHttpTransport.builder().maxBodyBytes(10_000).build();

    /** What the JDK's client does with a GET whose connection ends before an answer: it sends it again by itself. */
    enum Resent {
        NEVER,
        BY_THE_JDK
    }

    record Row(String what, Fault fault, Duration timeout, Failure.Kind kind, int logins, int lookups, Resent resent) {

        Row(String what, Fault fault, Failure.Kind kind, int logins, int lookups) {
            this(what, fault, ENOUGH, kind, logins, lookups, Resent.NEVER);
        }

        Row within(Duration shorter) {
            return new Row(what, fault, shorter, kind, logins, lookups, resent);
        }

        Row resentByTheJdk() {
            return new Row(what, fault, timeout, kind, logins, lookups, Resent.BY_THE_JDK);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Row> slowRows() {
        return Stream.of(
                new Row("no answer", Fault.stall(), TIMEOUT, 1, 3).within(SHORT),
                new Row("half an answer", Fault.stallInBody(BODY), TIMEOUT, 1, 3).within(SHORT),
                new Row("one byte a second", Fault.drip(), TIMEOUT, 1, 3).within(SHORT));
    }

    static Stream<Row> rows() {
        String html = "<html>" + Marked.secret("body") + "</html>";
        return Stream.of(
                new Row("reset before the answer", Fault.reset(), SERVER_ERROR, 1, 3).resentByTheJdk(),
                new Row("reset in the body", Fault.resetInBody(BODY), SERVER_ERROR, 1, 3),
                new Row("end before the answer", Fault.closeEarly(), TIMEOUT, 1, 3).resentByTheJdk(),
                new Row("end in the body", Fault.cutBody(BODY), TIMEOUT, 1, 3),
                new Row("end in a chunked body", Fault.cutChunks(BODY), TIMEOUT, 1, 3),
                new Row("redirect 301", Fault.redirect(301, "/" + Marked.secret("x")), MALFORMED_RESPONSE, 1, 1),
                new Row("redirect 302", Fault.redirect(302, "/login"), MALFORMED_RESPONSE, 1, 1),
                new Row("redirect 307", Fault.redirect(307, "/login"), MALFORMED_RESPONSE, 1, 1),
                new Row("not modified", Fault.answer(304, ""), MALFORMED_RESPONSE, 1, 1),
                new Row("429 without a word", Fault.answer(429, BODY), RATE_LIMITED, 1, 3),
                new Row("429, wait fits", Fault.answer(429, BODY, "Retry-After: 2"), RATE_LIMITED, 1, 3),
                new Row("429, wait does not fit", Fault.answer(429, BODY, "Retry-After: 60"), RATE_LIMITED, 1, 1),
                new Row("500", Fault.answer(500, BODY), SERVER_ERROR, 1, 3),
                new Row("gateway page 502", Fault.gatewayPage(502), SERVER_ERROR, 1, 3),
                new Row("gateway page 503", Fault.gatewayPage(503), SERVER_ERROR, 1, 3),
                new Row("gateway page 504", Fault.gatewayPage(504), SERVER_ERROR, 1, 3),
                new Row("login page 200", Fault.answer(200, html), MALFORMED_RESPONSE, 1, 1),
                new Row("empty 200", Fault.answer(200, ""), MALFORMED_RESPONSE, 1, 1),
                new Row("JSON, not an object", Fault.answer(200, "[" + BODY + "]"), MALFORMED_RESPONSE, 1, 1),
                new Row("JSON, cut", Fault.answer(200, BODY.substring(0, 15)), MALFORMED_RESPONSE, 1, 1),
                new Row("JSON in UTF-16", Fault.utf16(200, BODY), MALFORMED_RESPONSE, 1, 1),
                new Row("announced too large", Fault.announce(10_001), MALFORMED_RESPONSE, 1, 1),
                new Row("announced beyond int", Fault.announce(5_000_000_000L), MALFORMED_RESPONSE, 1, 1),
                new Row("without end", Fault.endless(), MALFORMED_RESPONSE, 1, 1),
                new Row("one byte too many", Fault.answer(200, " ".repeat(10_001)), MALFORMED_RESPONSE, 1, 1),
                new Row("not HTTP", Fault.garbage("SSH-2.0-" + Marked.TOKEN + "\r\n\r\n"), MALFORMED_RESPONSE, 1, 1),
                new Row(
                        "bad status",
                        Fault.garbage("HTTP/1.1 " + Marked.TOKEN + "\r\n\r\n"),
                        MALFORMED_RESPONSE,
                        1,
                        1));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void login(Row row) {
        try (FaultServer server = FaultServer.start(row.fault())) {
            CallFailedException failed = call(Repeat.ONLY_IF_UNSENT, server.uri("/" + Marked.secret("path")), row);

            assertThat(failed.failure().kind()).isEqualTo(row.kind());
            assertThat(failed.isUnsent()).isFalse();
            assertThat(server.awaitRequests(row.logins())).isTrue();
            assertThat(server.requests()).hasSize(row.logins());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lookup(Row row) {
        try (FaultServer server = FaultServer.start(row.fault())) {
            CallFailedException failed = call(Repeat.FREELY, server.uri("/" + Marked.secret("path")), row);

            assertThat(failed.failure().kind()).isEqualTo(row.kind());
            assertThat(failed.isUnsent()).isFalse();
            assertThat(server.awaitRequests(row.lookups())).isTrue();
            if (row.resent() == Resent.BY_THE_JDK) {
                assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(row.lookups());
            } else {
                assertThat(server.requests()).hasSize(row.lookups());
            }
        }
    }

    @Test
    void whatIsTooSlowEndsAtTheDeadline() throws Exception {
        AtOnce.run(slowRows().flatMap(row -> Stream.of(() -> login(row), () -> lookup(row))));
    }

    @Test
    void aNameThatNobodyHasIsNotReached() {
        // Where there is no name server, it takes half a minute to find out.
        Deadline deadline = Deadline.after(Duration.ofMinutes(2), new TestTime());

        CallFailedException failed = catchThrowableOfType(
                CallFailedException.class,
                () -> TRANSPORT.send(request(Repeat.FREELY, URI.create("https://name.invalid/"), deadline)));

        assertThat(SecretScan.clean(failed).failure().kind()).isEqualTo(CONNECT);
        assertThat(failed.isUnsent()).isTrue();
    }

    @Test
    void notReachedIsRepeatedForLoginsToo() {
        URI uri = FaultServer.refusing();
        for (Repeat repeat : Repeat.values()) {
            AtomicInteger attempts = new AtomicInteger();
            Deadline deadline = Deadline.after(ENOUGH, new TestTime());

            CallFailedException failed = catchThrowableOfType(
                    CallFailedException.class,
                    () -> Retrier.standard().call(repeat, deadline, () -> {
                        attempts.incrementAndGet();
                        return TRANSPORT.send(request(repeat, uri, deadline));
                    }));

            assertThat(SecretScan.clean(failed).failure().kind()).isEqualTo(CONNECT);
            assertThat(failed.isUnsent()).isTrue();
            assertThat(attempts).hasValue(3);
        }
    }

    private static CallFailedException call(Repeat repeat, URI uri, Row row) {
        Deadline deadline = Deadline.after(row.timeout(), new TestTime());
        Retrier retrier = Retrier.of(3, Duration.ofMillis(10));
        CallFailedException failed = catchThrowableOfType(
                CallFailedException.class,
                () -> retrier.call(repeat, deadline, () -> {
                    HttpReply reply = TRANSPORT.send(request(repeat, uri, deadline));
                    SecretScan.clean(reply);
                    if (reply.failure().isPresent()) {
                        throw CallFailedException.maybeSent(reply.failure().get());
                    }
                    return SecretScan.clean(reply.jsonObject());
                }));
        return SecretScan.clean(failed);
    }

    private static HttpCall request(Repeat repeat, URI uri, Deadline deadline) {
        HttpCall call = repeat == Repeat.FREELY
                ? HttpCall.get(uri, deadline)
                : HttpCall.postJson(uri, Map.of("password", Marked.PASSWORD), deadline);
        return call.withHeader("Authorization", "SSWS " + Marked.TOKEN);
    }

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }
}
