package io.github.auth0migration.simulators.stormpath;

import static io.github.auth0migration.simulators.stormpath.StormpathDialect.COMPATIBLE;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.STORMPATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StormpathKeysTest {

    private final TestClock clock = new TestClock();
    private final StormpathSimulator stormpath = start(STORMPATH);
    private final StormpathSimulator compatible = start(COMPATIBLE);

    @BeforeEach
    void addAda() {
        for (StormpathSimulator server : List.of(stormpath, compatible)) {
            server.add(StormpathPerson.builder("ada/x@example.com")
                    .username("ada")
                    .password(Marked.PASSWORD)
                    .build());
        }
    }

    @AfterEach
    void close() {
        stormpath.close();
        compatible.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !", "Basic a2V5", "Bearer 5ecr3t-api-token", "SAuthc1 a", "SAuthc1"})
    void withoutTheKeyNothingIsAnswered(String authorization) throws IOException {
        for (StormpathSimulator server : List.of(stormpath, compatible)) {
            Client.Answer answer = Client.send(new Caller(server)
                    .client()
                    .request("/v1/applications/" + server.applicationId())
                    .header("Authorization", authorization));
            assertThat(Caller.verdict(answer)).isEqualTo("401 401");
            assertThat(answer.json().has("message")).isEqualTo(server == stormpath);
            assertThat(answer.text("/developerMessage")).isNotEmpty();
        }
    }

    @Test
    void aKeyIsRotatedAndRevoked() throws IOException {
        Caller caller = new Caller(stormpath);
        String path = "/v1/applications/" + stormpath.applicationId();
        String before = caller.basic();
        assertThat(caller.get(path).status()).isEqualTo(200);

        stormpath.rotateApiKey();
        assertThat(stormpath.apiKeyId()).isNotEqualTo("key");
        assertThat(stormpath.apiKeySecret()).isNotEqualTo(Marked.TOKEN);
        assertThat(caller.get(path).status()).isEqualTo(200);
        assertThat(Client.send(caller.client().request(path).header("Authorization", before))
                        .status())
                .isEqualTo(401);

        stormpath.revokeApiKey();
        assertThat(caller.get(path).status()).isEqualTo(401);
        stormpath.rotateApiKey();
        assertThat(caller.get(path).status()).isEqualTo(200);
    }

    @Test
    void aSignatureStandsForTheKey() throws IOException {
        for (StormpathSimulator server : List.of(stormpath, compatible)) {
            String path = "/v1/applications/" + server.applicationId();
            assertThat(signer(server).get(path, "", "").status()).isEqualTo(200);
            assertThat(signer(server)
                            .nonce("other")
                            .secret(Marked.WRONG_PASSWORD)
                            .get(path, "", "")
                            .status())
                    .isEqualTo(401);
            assertThat(signer(server)
                            .nonce("third")
                            .get(path + "/accounts", "", "limit=2")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void theBodyIsSigned() throws IOException {
        String body = Client.json(Map.of("type", "basic", "value", Caller.base64("ada:" + Marked.PASSWORD)));
        for (StormpathSimulator server : List.of(stormpath, compatible)) {
            String path = "/v1/applications/" + server.applicationId() + "/loginAttempts";
            assertThat(signer(server).post(path, body, body).status()).isEqualTo(200);
            assertThat(signer(server)
                            .nonce("other")
                            .post(path, body, body + " ")
                            .status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "email=ada%40example.com&limit=2, 200, 200",
        "limit=2&email=ada%40example.com, 200, 401",
        "email=ada@example.com&limit=2, 200, 401"
    })
    void aCompatibleServerTakesTheQueryAsItWasSent(String sent, int status, int compatibleStatus) throws IOException {
        String signed = "email=ada%40example.com&limit=2";

        assertThat(search(stormpath, sent, signed).status()).isEqualTo(status);
        assertThat(search(compatible, sent, signed).status()).isEqualTo(compatibleStatus);
    }

    @Test
    void aSlashInTheQueryIsBeyondACompatibleServer() throws IOException {
        String query = "email=ada%2Fx%40example.com";

        assertThat(search(stormpath, query, query).text("/items/0/email")).isEqualTo("ada/x@example.com");
        assertThat(search(compatible, query, query).status()).isEqualTo(401);
        assertThat(new Caller(compatible).search("?" + query).text("/items/0/email"))
                .isEqualTo("ada/x@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "20260301T114500Z, 200",
        "20260301T114459Z, 401",
        "20260301T121500Z, 200",
        "20260301T121501Z, 401",
        "20260301T250000Z, 401",
        "20250301T120000Z, 401"
    })
    void onlyStormpathLooksAtTheTime(String time, int status) throws IOException {
        String path = "/v1/applications/";

        assertThat(signer(stormpath)
                        .at(time)
                        .get(path + stormpath.applicationId(), "", "")
                        .status())
                .isEqualTo(status);
        assertThat(signer(compatible)
                        .at(time)
                        .get(path + compatible.applicationId(), "", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyStormpathRefusesANonceItHasSeen() throws IOException {
        String path = "/v1/applications/" + stormpath.applicationId();
        assertThat(signer(stormpath).get(path, "", "").status()).isEqualTo(200);
        assertThat(signer(stormpath).get(path, "", "").status()).isEqualTo(401);
        assertThat(signer(stormpath).nonce("new").get(path, "", "").status()).isEqualTo(200);

        String other = "/v1/applications/" + compatible.applicationId();
        assertThat(signer(compatible).get(other, "", "").status()).isEqualTo(200);
        assertThat(signer(compatible).get(other, "", "").status()).isEqualTo(200);
    }

    @Test
    void aRevokedKeySignsNothing() throws IOException {
        stormpath.revokeApiKey();

        assertThat(signer(stormpath)
                        .get("/v1/applications/" + stormpath.applicationId(), "", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nothingShowsASecret() {
        StormpathPerson ada = SecretScan.clean(StormpathPerson.builder("ada@example.com")
                .password(Marked.PASSWORD)
                .build());
        assertThat(SecretScan.clean(stormpath).toString()).startsWith("StormpathSimulator[http://127.0.0.1:");
        assertThat(ada.toString()).isEqualTo("StormpathPerson[null, ENABLED]");
        assertThat(SecretScan.clean(new ApiKeys.Key("key", Marked.TOKEN)).toString())
                .isEqualTo("Key[key]");
    }

    private StormpathSimulator start(StormpathDialect dialect) {
        return StormpathSimulator.builder()
                .dialect(dialect)
                .clock(clock)
                .apiKey("key", Marked.TOKEN)
                .start();
    }

    private static Signer signer(StormpathSimulator server) {
        return new Signer(server);
    }

    private static Client.Answer search(StormpathSimulator server, String sent, String signed) throws IOException {
        return signer(server).get("/v1/applications/" + server.applicationId() + "/accounts", sent, signed);
    }
}
