package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.auth0migration.testkit.InMemorySource;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.TestTls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords do not travel in clear. */
class TransportRuleTest {

    private static final String ADA =
            "{\"version\":1,\"identifier\":\"ada@example.com\",\"password\":\"" + Marked.PASSWORD + "\"}";

    private final InMemorySource okta =
            InMemorySource.named("okta").person("ada@example.com", Marked.PASSWORD, user -> user.name("Ada Winter"));

    private MigrationEndpoint endpoint(PlainHttp plainHttp) {
        return MigrationEndpoint.builder(EndpointSources.builder().source(okta).build())
                .callers(BearerSecrets.of(EndpointServer.SECRET))
                .time(new TestTime())
                .plainHttp(plainHttp)
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # connection | X-Forwarded-Proto | Forwarded | LOOPBACK_ONLY | BEHIND_TLS_PROXY
            TLS      | -            | -                                  | true  | true
            TLS      | https        | -                                  | true  | true
            TLS      | http         | -                                  | false | false
            TLS      | -            | for=192.0.2.1;proto=http           | false | false
            LOOPBACK | -            | -                                  | true  | true
            LOOPBACK | https        | -                                  | true  | true
            LOOPBACK | http         | -                                  | false | false
            LOOPBACK | https, http  | -                                  | false | false
            LOOPBACK | http, https  | -                                  | false | false
            LOOPBACK | ''           | -                                  | false | false
            LOOPBACK | wss          | -                                  | false | false
            LOOPBACK | -            | for=192.0.2.1                      | true  | true
            LOOPBACK | -            | proto=https, for=192.0.2.1;proto=http | false | false
            PLAIN    | -            | -                                  | false | false
            PLAIN    | https        | -                                  | false | true
            PLAIN    | HTTPS        | -                                  | false | true
            PLAIN    | https, https | -                                  | false | true
            PLAIN    | https, http  | -                                  | false | false
            PLAIN    | http         | -                                  | false | false
            PLAIN    | ''           | -                                  | false | false
            PLAIN    | -            | for=192.0.2.1;proto=https;by=x     | false | true
            PLAIN    | -            | for=192.0.2.1; Proto="https"       | false | true
            PLAIN    | -            | for=192.0.2.1                      | false | false
            PLAIN    | -            | for=x;proto=https, for=y;proto=http | false | false
            PLAIN    | -            | xproto=https                       | false | false
            PLAIN    | https        | proto=http                         | false | false
            PLAIN    | http         | proto=https                        | false | false
            """)
    void plainHttpIsGoodEnoughWhereTheHostSaysSo(
            String connection,
            @Nullable String xForwardedProto,
            @Nullable String forwarded,
            boolean loopback,
            boolean proxy) {
        assertThat(isLetIn(PlainHttp.LOOPBACK_ONLY, connection, xForwardedProto, forwarded))
                .isEqualTo(loopback);
        assertThat(isLetIn(PlainHttp.BEHIND_TLS_PROXY, connection, xForwardedProto, forwarded))
                .isEqualTo(proxy);
    }

    private boolean isLetIn(
            PlainHttp plainHttp, String connection, @Nullable String xForwardedProto, @Nullable String forwarded) {
        FakeRequest request = FakeRequest.post("/login", ADA);
        request = connection.equals("TLS")
                ? request
                : connection.equals("PLAIN") ? request.plain() : request.onLoopback();
        if (xForwardedProto != null) {
            request.with("X-Forwarded-Proto", xForwardedProto);
        }
        if (forwarded != null) {
            request.with("Forwarded", forwarded);
        }
        EndpointResponse response = endpoint(plainHttp).handle(request);
        assertThat(response.status()).isIn(200, 403);
        return response.status() == 200;
    }

    @Test
    void severalHeadersCountLikeOne() {
        FakeRequest request = FakeRequest.post("/login", ADA).plain().with("X-Forwarded-Proto", "https", "http");

        assertThat(endpoint(PlainHttp.BEHIND_TLS_PROXY).handle(request).status())
                .isEqualTo(403);
    }

    @Test
    void aRefusedRequestIsNotRead() {
        FakeRequest request = FakeRequest.post("/login", ADA).plain().body(new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }

            @Override
            public int read(byte[] into, int from, int most) {
                throw new AssertionError("read");
            }
        });

        assertThat(endpoint(PlainHttp.LOOPBACK_ONLY).handle(request).status()).isEqualTo(403);
        assertThat(okta.loginCalls()).isZero();
    }

    @Test
    void anAddressOfThisMachineThatOthersSeeIsNotLoopback() throws Exception {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(outside.isPresent(), "this machine has no other address");

        HttpServer server = HttpServer.create(new InetSocketAddress(outside.get(), 0), 0);
        int status = post(server, "http://" + outside.get().getHostAddress(), SSLContext.getDefault());

        assertThat(status).isEqualTo(403);
        assertThat(okta.loginCalls()).isZero();
    }

    @Test
    void overTlsEverybodyIsHeard(@TempDir Path directory) throws Exception {
        TestTls tls = TestTls.in(directory);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.server(TestTls.Certificate.GOOD)));

        assertThat(post(server, "https://127.0.0.1", tls.client())).isEqualTo(200);
    }

    private int post(HttpServer server, String origin, SSLContext client) throws IOException, InterruptedException {
        server.createContext("/auth0", new MigrationHttpHandler(endpoint(PlainHttp.LOOPBACK_ONLY)));
        server.start();
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(origin + ":" + server.getAddress().getPort() + "/auth0/login"))
                    .header("Authorization", "Bearer " + EndpointServer.SECRET)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(ADA))
                    .build();
            return HttpClient.newBuilder()
                    .sslContext(client)
                    .build()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
        } finally {
            server.stop(0);
        }
    }
}
