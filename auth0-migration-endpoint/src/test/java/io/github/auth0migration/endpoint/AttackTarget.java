package io.github.auth0migration.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.testsupport.Marked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An endpoint on a socket, in front of a simulated Okta with one person, whose login is another address than her e-mail. */
final class AttackTarget implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String EMAIL = "ada@example.com";
    static final String LOGIN = "awinter@corp.example.com";
    static final String RIGHT = login(EMAIL, Marked.PASSWORD);
    static final int TOTAL = 1_000;
    static final TestTokens TOKENS = new TestTokens("https://tenant.example.com/", new TestTime().instant());

    private static final byte[] KEYS = TestTokens.published(TestTokens.KEY).getBytes(StandardCharsets.UTF_8);
    private static final Auth0AccessTokens ACCESS_TOKENS = Auth0AccessTokens.builder()
            .issuer(URI.create(TOKENS.issuer()))
            .audience(TestTokens.AUDIENCE)
            .clients(Set.of(TestTokens.CLIENT))
            .scope(TestTokens.SCOPE)
            .time(new TestTime())
            .transport(call -> new HttpReply(200, Map.of(), KEYS))
            .build();

    private static final int CLIENTS = 16;
    static final String SERVER = "the server refuses it";
    private static final List<String> DETAILS = List.of("error", "reason", "cause", "kind");

    final AtomicReference<List<String>> secrets = new AtomicReference<>(List.of(EndpointServer.SECRET));
    final OktaSimulator okta = OktaSimulator.start();
    final MigrationEndpoint endpoint = MigrationEndpoint.builder(EndpointSources.builder()
                    .source(Sites.of(okta))
                    .guard(InMemoryAttemptGuard.builder().total(TOTAL).build())
                    .build())
            .callers(this::caller)
            .operators(BearerSecrets.of(EndpointServer.OPERATORS_SECRET))
            .timeout(Duration.ofSeconds(18))
            .build();
    private final EndpointServer server = EndpointServer.start(endpoint);

    AttackTarget() {
        okta.add(
                OktaPerson.builder(LOGIN).email(EMAIL).password(Marked.PASSWORD).build());
    }

    /** Secrets have no dots, access tokens have. */
    private CallerVerdict caller(String token) {
        return token.indexOf('.') < 0 ? BearerSecrets.of(secrets::get).check(token) : ACCESS_TOKENS.check(token);
    }

    static String login(String identifier, String password) {
        try {
            return "{\"version\":1,\"identifier\":" + JSON.writeValueAsString(identifier) + ",\"password\":"
                    + JSON.writeValueAsString(password) + "}";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A request with the right secret. */
    String post(String path, String body) {
        return said(server.post(path, body));
    }

    String send(String path, UnaryOperator<HttpRequest.Builder> change) {
        return said(server.send(path, change));
    }

    static String said(Answer answer) {
        return said(answer.status(), answer.body());
    }

    static String said(EndpointResponse response) throws IOException {
        return said(response.status(), JSON.readTree(response.body()));
    }

    private static String said(int status, JsonNode body) {
        String outcome = body.path("outcome").asText();
        String detail = DETAILS.stream()
                .filter(body::has)
                .map(name -> body.path(name).asText())
                .findFirst()
                .orElse("");
        return (status + " " + (outcome.equals("error") ? "" : outcome + " ") + detail).strip();
    }

    /** As many logins, from several clients at once; how often each answer came. */
    String logins(int count, IntFunction<String> identifier) throws InterruptedException {
        return posts("/login", count, n -> login(identifier.apply(n), Marked.WRONG_PASSWORD + n));
    }

    String posts(String path, int count, IntFunction<String> body) throws InterruptedException {
        Map<String, Integer> said = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Callable<Void> client = () -> {
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    said.merge(post(path, body.apply(n)), 1, Integer::sum);
                }
                return null;
            };
            for (Future<Void> one : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            clients.shutdownNow();
        }
        return summary(said);
    }

    /** How often each answer came. */
    static String summary(Map<String, Integer> said) {
        return new TreeMap<>(said)
                .entrySet().stream()
                        .map(each -> String.format(Locale.ROOT, "%,d × %s", each.getValue(), each.getKey()))
                        .collect(Collectors.joining(", "));
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
    }

    /** Sends bytes as they are, ends its side, and tells the answers. */
    String raw(String request) throws IOException {
        return sent(request, true);
    }

    /** Sends the beginning of a request, and nothing more, until the server ends the connection. */
    String stalled(String begin) throws IOException {
        return sent(begin, false);
    }

    private String sent(String bytes, boolean end) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(60_000);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
                if (end) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                return SERVER; // it hung up before it had read everything
            }
            return answers(socket);
        }
    }

    private static String read(Socket socket) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (IOException e) {
            // A reset: what came before it counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String answers(Socket socket) {
        String all = read(socket);
        List<String> answers = Stream.of(all.split("(?=HTTP/1\\.1 [0-9]{3})"))
                .filter(each -> !each.isEmpty())
                .map(AttackTarget::answer)
                .toList();
        return answers.isEmpty() ? SERVER : String.join(", then ", answers);
    }

    private static String answer(String text) {
        int status = Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        int json = text.indexOf("\r\n\r\n{");
        try {
            return json >= 0 ? said(status, JSON.readTree(text.substring(json))) : bodiless(status, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** With {@code nosniff} it is ours, an answer to HEAD; else the server's own, whose words differ from release to release. */
    private static String bodiless(int status, String text) {
        return text.toLowerCase(Locale.ROOT).contains("nosniff") || status < 400 ? String.valueOf(status) : SERVER;
    }

    /** The head of a request of a script, up to its own headers. */
    static String head(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: auth.example.com\r\nAuthorization: Bearer " + EndpointServer.SECRET
                + "\r\nContent-Type: application/json\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    /** What the platform saw. */
    String reached() {
        int all = Stream.of(OktaOperation.values()).mapToInt(okta::requests).sum();
        int passwords = okta.requests(OktaOperation.AUTHN);
        if (all == 0) {
            return "nothing";
        }
        return passwords == 0
                ? String.format(Locale.ROOT, "%,d calls to look people up", all)
                : String.format(Locale.ROOT, "%,d password%s", passwords, passwords == 1 ? "" : "s");
    }

    @Override
    public void close() {
        server.close();
        okta.close();
    }
}
