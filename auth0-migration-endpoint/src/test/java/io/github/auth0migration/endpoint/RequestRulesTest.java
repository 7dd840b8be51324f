package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.testkit.InMemorySource;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are refused before any source is asked, and with which words. */
class RequestRulesTest {

    private static final String LOGIN = "/login";
    private static final String FIND = "/get-user";
    private static final String GOOD =
            "{\"version\":1,\"identifier\":\"ada@example.com\",\"password\":\"" + Marked.PASSWORD + "\"}";

    private static final String JSON =
            "The body must be one JSON object (RFC 8259) without duplicate names and with nothing behind it.";
    private static final String OBJECT = "The body must be a JSON object.";
    private static final String UTF8 = "The body must be UTF-8.";
    private static final String VERSION = "version must be the number 1: use the scripts of this release.";
    private static final String MEMBERS =
            "The body may have no members but [correlation_id, identifier, password, version].";
    private static final String IDENTIFIER = "identifier must be a string of at most 1024 characters.";
    private static final String PASSWORD = "password must be a string of at most 4096 characters.";
    private static final String USER_ID =
            "user_id must be a string of 1 to 255 characters without white space, and without auth0| before it.";
    private static final String EITHER = "Send either identifier or user_id, and not both.";
    private static final String CORRELATION = "correlation_id must be 1 to 128 printable ASCII characters.";
    private static final String MEDIA = "Send the body as Content-Type: application/json, in UTF-8.";
    private static final String CODING = "Send the body without Content-Encoding.";
    private static final String LENGTH = "Content-Length must be one number.";
    private static final String LARGE = "The body must not be over 16384 bytes.";

    private final InMemorySource okta =
            InMemorySource.named("okta").person("ada@example.com", Marked.PASSWORD, user -> user.name("Ada Winter"));
    private final MigrationEndpoint endpoint = MigrationEndpoint.builder(
                    EndpointSources.builder().source(okta).build())
            .callers(BearerSecrets.of(EndpointServer.SECRET))
            .time(new TestTime())
            .build();

    private static Arguments body(String path, String body, String sentence) {
        return arguments(FakeRequest.post(path, body), 400, "invalid_request", sentence);
    }

    private static Arguments body(byte[] body, String sentence) {
        return arguments(FakeRequest.post(LOGIN, body), 400, "invalid_request", sentence);
    }

    /** A login whose members are these. */
    private static Arguments login(String members, String sentence) {
        return body(LOGIN, "{" + members + "}", sentence);
    }

    private static String with(String member) {
        return GOOD.substring(1, GOOD.length() - 1) + "," + member;
    }

    static Stream<Arguments> bodiesThatAreNone() {
        return Stream.of(
                body(LOGIN, "", OBJECT),
                body(LOGIN, " ", OBJECT),
                body(LOGIN, "null", OBJECT),
                body(LOGIN, "[" + GOOD + "]", OBJECT),
                body(LOGIN, "\"" + Marked.PASSWORD + "\"", OBJECT),
                body(LOGIN, "1", OBJECT),
                body(LOGIN, Marked.PASSWORD, JSON),
                body(LOGIN, "identifier=ada%40example.com&password=" + Marked.PASSWORD, JSON),
                body(LOGIN, GOOD.substring(0, GOOD.length() - 1), JSON),
                body(LOGIN, GOOD + GOOD, JSON),
                body(LOGIN, GOOD + "x", JSON),
                body(LOGIN, GOOD + "\0", JSON),
                body(LOGIN, "\ufeff" + GOOD, JSON),
                body(LOGIN, GOOD.replace('"', '\''), JSON),
                body(LOGIN, GOOD.replace("}", ",}"), JSON),
                body(LOGIN, "{/**/" + GOOD.substring(1), JSON),
                body(LOGIN, GOOD.replace(Marked.PASSWORD, Marked.PASSWORD + "\n"), JSON),
                body(LOGIN, GOOD.replace(Marked.PASSWORD, Marked.PASSWORD + "\\x"), JSON),
                body(LOGIN, GOOD.replace(":1,", ":01,"), JSON),
                body(LOGIN, GOOD.replace(":1,", ":NaN,"), JSON),
                body(LOGIN, GOOD.replace(":1,", ":" + "1".repeat(21) + ","), JSON),
                login(with("\"password\":\"x\""), JSON),
                login(with("\"p\\u0061ssword\":\"x\""), JSON),
                login(with("\"x\":" + "[".repeat(5) + "]".repeat(5)), JSON),
                body(GOOD.getBytes(StandardCharsets.UTF_16), UTF8),
                body(GOOD.replace("ada", "\u00e4da").getBytes(StandardCharsets.ISO_8859_1), UTF8),
                body(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'}, UTF8),
                body(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', '}'}, UTF8));
    }

    static Stream<Arguments> membersThatBreakRules() {
        return Stream.of(
                login("", VERSION),
                login(GOOD.substring(1, GOOD.length() - 1).replace("\"version\":1,", ""), VERSION),
                login(with("\"x\":1").replace(":1,\"id", ":2,\"id"), VERSION),
                body(LOGIN, GOOD.replace(":1,", ":\"1\","), VERSION),
                body(LOGIN, GOOD.replace(":1,", ":1.0,"), VERSION),
                body(LOGIN, GOOD.replace(":1,", ":1e0,"), VERSION),
                body(LOGIN, GOOD.replace(":1,", ":4294967297,"), VERSION),
                body(LOGIN, GOOD.replace(":1,", ":null,"), VERSION),
                login(with("\"x\":1"), MEMBERS),
                login(with("\"user_id\":\"okta|1\""), MEMBERS),
                login(with("\"Password\":\"x\""), MEMBERS),
                login(with("\"\":\"x\""), MEMBERS),
                login("\"version\":1,\"password\":\"x\"", IDENTIFIER),
                login("\"version\":1,\"identifier\":null,\"password\":\"x\"", IDENTIFIER),
                login("\"version\":1,\"identifier\":1,\"password\":\"x\"", IDENTIFIER),
                login("\"version\":1,\"identifier\":[\"a\"],\"password\":\"x\"", IDENTIFIER),
                login("\"version\":1,\"identifier\":\"" + "a".repeat(1025) + "\",\"password\":\"x\"", IDENTIFIER),
                login("\"version\":1,\"identifier\":\"a\"", PASSWORD),
                login("\"version\":1,\"identifier\":\"a\",\"password\":{}", PASSWORD),
                login("\"version\":1,\"identifier\":\"a\",\"password\":true", PASSWORD),
                login("\"version\":1,\"identifier\":\"a\",\"password\":\"" + "b".repeat(4097) + "\"", PASSWORD),
                body(FIND, "{\"version\":1}", EITHER),
                body(FIND, "{\"version\":1,\"identifier\":\"a\",\"user_id\":\"b\"}", EITHER),
                body(FIND, "{\"version\":1,\"identifier\":null,\"user_id\":\"b\"}", EITHER),
                body(FIND, "{\"version\":1,\"user_id\":\"\"}", USER_ID),
                body(FIND, "{\"version\":1,\"user_id\":null}", USER_ID),
                body(FIND, "{\"version\":1,\"user_id\":\"okta 1\"}", USER_ID),
                body(FIND, "{\"version\":1,\"user_id\":\"okta\\u00001\"}", USER_ID),
                body(FIND, "{\"version\":1,\"user_id\":\"" + "u".repeat(256) + "\"}", USER_ID),
                login(with("\"correlation_id\":\"\""), CORRELATION),
                login(with("\"correlation_id\":null"), CORRELATION),
                login(with("\"correlation_id\":1"), CORRELATION),
                login(with("\"correlation_id\":\"a\\r\\nSet-Cookie: x\""), CORRELATION),
                login(with("\"correlation_id\":\"\u00e9\""), CORRELATION),
                login(with("\"correlation_id\":\"" + "c".repeat(129) + "\""), CORRELATION));
    }

    private static Arguments media(String sentence, String header, String... values) {
        return arguments(FakeRequest.post(LOGIN, GOOD).with(header, values), 415, "unsupported_media_type", sentence);
    }

    static Stream<Arguments> headersThatBreakRules() {
        return Stream.of(
                media(MEDIA, "Content-Type"),
                media(MEDIA, "Content-Type", ""),
                media(MEDIA, "Content-Type", "text/plain"),
                media(MEDIA, "Content-Type", "text/json"),
                media(MEDIA, "Content-Type", "application/jsonx"),
                media(MEDIA, "Content-Type", "application/x-www-form-urlencoded"),
                media(MEDIA, "Content-Type", "application/json; charset=utf-16"),
                media(MEDIA, "Content-Type", "application/json; charset=iso-8859-1"),
                media(MEDIA, "Content-Type", "application/json; charset=utf-8; charset=utf-16"),
                media(MEDIA, "Content-Type", "application/json, application/json"),
                media(MEDIA, "Content-Type", "application/json", "application/json"),
                media(CODING, "Content-Encoding", "gzip"),
                media(CODING, "Content-Encoding", "identity, gzip"),
                media(CODING, "Content-Encoding", "identity", "br"),
                arguments(
                        FakeRequest.post(LOGIN, GOOD).with("Content-Length", "1", "1"), 400, "invalid_request", LENGTH),
                arguments(FakeRequest.post(LOGIN, GOOD).with("Content-Length", "-1"), 400, "invalid_request", LENGTH),
                arguments(FakeRequest.post(LOGIN, GOOD).with("Content-Length", "+1"), 400, "invalid_request", LENGTH),
                arguments(
                        FakeRequest.post(LOGIN, GOOD).with("Content-Length", "9".repeat(30)),
                        400,
                        "invalid_request",
                        LENGTH),
                arguments(FakeRequest.post(LOGIN, GOOD).with("Content-Length", "16385"), 413, "too_large", LARGE),
                arguments(FakeRequest.post(LOGIN, padded(16385)), 413, "too_large", LARGE),
                arguments(FakeRequest.post(LOGIN, padded(16385)).with("Content-Length"), 413, "too_large", LARGE),
                arguments(FakeRequest.post(LOGIN, padded(16385)).with("Content-Length", "5"), 413, "too_large", LARGE));
    }

    private static byte[] padded(int length) {
        return (GOOD + " ".repeat(length - GOOD.length())).getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> bodiesThatDoNotArrive() {
        return Stream.of(
                broken(new IOException("cut"), 400, "The body ended before its announced length: send all of it."),
                broken(new InterruptedIOException("slow"), 408, "The body did not arrive in time: send it at once."),
                broken(
                        new IOException(new TimeoutException("slow")),
                        408,
                        "The body did not arrive in time: send it at once."));
    }

    private static Arguments broken(IOException e, int status, String sentence) {
        InputStream stream = new InputStream() {
            @Override
            public int read() throws IOException {
                throw e;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                throw e;
            }
        };
        return arguments(
                FakeRequest.post(LOGIN, GOOD).body(stream),
                status,
                status == 400 ? "invalid_request" : "timeout",
                sentence);
    }

    @ParameterizedTest
    @MethodSource({"bodiesThatAreNone", "membersThatBreakRules", "headersThatBreakRules", "bodiesThatDoNotArrive"})
    void isRefusedUnasked(FakeRequest request, int status, String error, String sentence) throws IOException {
        EndpointResponse response = endpoint.handle(request);

        JsonNode body = json(response);
        assertThat(response.status()).isEqualTo(status);
        assertThat(body.path("outcome").asText()).isEqualTo("error");
        assertThat(body.path("error").asText()).isEqualTo(error);
        assertThat(body.path("message").asText()).isEqualTo(sentence);
        assertThat(MessageSchema.ERROR.problems(body)).isEmpty();
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain(Marked.PASSWORD, "ada@");
        assertThat(okta.loginCalls()).isZero();
    }

    private static JsonNode json(EndpointResponse response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    static Stream<FakeRequest> requestsAtTheLimits() {
        return Stream.of(
                FakeRequest.post(LOGIN, padded(16384)),
                FakeRequest.post(LOGIN, padded(16384)).with("Content-Length"),
                FakeRequest.post(LOGIN, " \t\r\n" + GOOD + "\n"),
                FakeRequest.post(LOGIN, GOOD.replace("@", "\\u0040")),
                FakeRequest.post(LOGIN, GOOD).with("Content-Type", "APPLICATION/JSON"),
                FakeRequest.post(LOGIN, GOOD).with("Content-Type", "application/json;charset=UTF-8"),
                FakeRequest.post(LOGIN, GOOD).with("Content-Type", " application/json ; charset = \"utf-8\" "),
                FakeRequest.post(LOGIN, GOOD).with("Content-Encoding", "identity"),
                FakeRequest.post(LOGIN, "{" + with("\"correlation_id\":\"" + "~ ".repeat(64) + "\"") + "}"));
    }

    @ParameterizedTest
    @MethodSource("requestsAtTheLimits")
    void isUnderstood(FakeRequest request) throws IOException {
        assertThat(json(endpoint.handle(request)).path("outcome").asText()).isEqualTo("authenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,\"identifier\":\"\",\"password\":\"\"}",
                "{\"version\":1,\"identifier\":\"a\\u0000b\",\"password\":\"x\"}",
                "{\"version\":1,\"identifier\":\"a\\ud800\",\"password\":\"x\"}",
                "{\"version\":1,\"identifier\":\"a\",\"password\":\"\\udc00\"}"
            })
    void whatPeopleCanTypeIsRejectedAndNotAnError(String body) throws IOException {
        EndpointResponse response = endpoint.handle(FakeRequest.post(LOGIN, body));

        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response).path("outcome").asText()).isEqualTo("rejected");
        assertThat(okta.loginCalls()).isZero();
    }

    @Test
    void whatIsAsLongAsMayBeIsNoError() throws IOException {
        String body =
                "{\"version\":1,\"identifier\":\"" + "a".repeat(1024) + "\",\"password\":\"" + "b".repeat(4096) + "\"}";

        assertThat(json(endpoint.handle(FakeRequest.post(LOGIN, body)))
                        .path("outcome")
                        .asText())
                .isEqualTo("rejected");
    }

    @Test
    void anErrorWithAKnownCorrelationIdBringsItBack() throws IOException {
        EndpointResponse response =
                endpoint.handle(FakeRequest.post(FIND, "{\"version\":1,\"correlation_id\":\"c-9\"}"));

        assertThat(json(response).path("correlation_id").asText()).isEqualTo("c-9");
        assertThat(response.headers()).containsEntry("X-Correlation-Id", "c-9");
    }
}
