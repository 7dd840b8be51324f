package io.github.auth0migration.simulators.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Service apps: assertions, access tokens and DPoP proofs, right ones and wrong ones. */
class OktaOauthTest {

    private static final String APP = "0oaExample0app";
    private static final String USERS = "/api/v1/users";

    private final TestClock clock = new TestClock();
    private final OktaSimulator okta = OktaSimulator.builder().clock(clock).start();
    private final Client client = new Client(okta);
    private final KeyPair rsa = keys("RSA");
    private final KeyPair ec = keys("EC");
    private final KeyPair proofKey = keys("EC");
    private final AtomicInteger ids = new AtomicInteger();

    OktaOauthTest() {
        okta.register(OktaClient.of(APP, rsa.getPublic()));
    }

    @AfterEach
    void close() {
        okta.close();
    }

    private static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(KeyPair keys, Map<String, ?> header, Map<String, ?> claims) {
        boolean isRsa = keys.getPublic().getAlgorithm().equals("RSA");
        Map<String, Object> whole = new HashMap<>(header);
        whole.put("alg", isRsa ? "RS256" : "ES256");
        String text = base64(Client.json(whole).getBytes(StandardCharsets.UTF_8)) + "."
                + base64(Client.json(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(isRsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Map<String, Object> assertion() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", APP);
        claims.put("sub", APP);
        claims.put("aud", okta.url() + "/oauth2/v1/token");
        claims.put("exp", clock.instant().plus(Duration.ofMinutes(5)).getEpochSecond());
        claims.put("jti", "id-" + ids.incrementAndGet());
        return claims;
    }

    private Client.Answer token(String assertion, String... headers) throws IOException {
        return tokenFor("okta.users.read", assertion, headers);
    }

    private Client.Answer tokenFor(String scope, String assertion, String... headers) throws IOException {
        Map<String, String> form = Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                scope,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = client.request("/oauth2/v1/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return Client.send(headers.length == 0 ? request : request.headers(headers));
    }

    private Client.Answer users(String... headers) throws IOException {
        return Client.send(client.request(USERS).headers(headers));
    }

    private static String oauthError(Client.Answer answer) {
        return answer.status() + " " + answer.text("/error");
    }

    private String proof(String method, String path, Map<String, ?> more) {
        ECPublicKey key = (ECPublicKey) proofKey.getPublic();
        Map<String, String> jwk = Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                coordinate(key.getW().getAffineX().toString(16)),
                "y",
                coordinate(key.getW().getAffineY().toString(16)));
        Map<String, Object> claims = new HashMap<>();
        claims.put("htm", method);
        claims.put("htu", okta.url() + path);
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("jti", "proof-" + ids.incrementAndGet());
        claims.putAll(more);
        return signed(proofKey, Map.of("typ", "dpop+jwt", "jwk", jwk), claims);
    }

    private static String coordinate(String hex) {
        return base64(HexFormat.of().parseHex("0".repeat(64 - hex.length()) + hex));
    }

    @Test
    void aSignedAssertionBuysABearerTokenForAnHour() throws IOException {
        Client.Answer answer = token(signed(rsa, Map.of(), assertion()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/token_type")).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
        String bearer = "Bearer " + answer.text("/access_token");
        assertThat(users("Authorization", bearer).status()).isEqualTo(200);
        assertThat(Client.send(client.request(USERS + "/me").header("Authorization", bearer))
                        .error())
                .isEqualTo("404 E0000007");
        clock.advance(Duration.ofHours(1));
        assertThat(users("Authorization", bearer).error()).isEqualTo("401 E0000011");
    }

    @Test
    void everythingInAnAssertionCounts() throws IOException {
        assertThat(oauthError(token("no token"))).isEqualTo("400 invalid_request");
        assertThat(oauthError(token(signed(keys("RSA"), Map.of(), assertion()))))
                .isEqualTo("401 invalid_client");
        for (Map<String, ?> wrong : Set.of(
                Map.of("iss", "somebody"),
                Map.of("sub", "somebody"),
                Map.of("aud", okta.url().toString()),
                Map.of("exp", clock.instant().getEpochSecond()),
                Map.of("exp", clock.instant().plus(Duration.ofHours(2)).getEpochSecond()))) {
            Map<String, Object> claims = assertion();
            claims.putAll(wrong);
            assertThat(oauthError(token(signed(rsa, Map.of(), claims)))).isEqualTo("401 invalid_client");
        }
        String twice = signed(rsa, Map.of(), assertion());
        assertThat(token(twice).status()).isEqualTo(200);
        assertThat(oauthError(token(twice))).isEqualTo("401 invalid_client");
        assertThat(oauthError(tokenFor("okta.users.manage", signed(rsa, Map.of(), assertion()))))
                .isEqualTo("400 invalid_scope");
        okta.unregister(APP);
        assertThat(oauthError(token(signed(rsa, Map.of(), assertion())))).isEqualTo("401 invalid_client");
    }

    @Test
    void withSeveralKeysTheAssertionNamesIts() throws IOException {
        okta.register(OktaClient.of(APP, rsa.getPublic()).withKey("second", ec.getPublic()));

        assertThat(token(signed(ec, Map.of("kid", "second"), assertion())).status())
                .isEqualTo(200);
        assertThat(oauthError(token(signed(ec, Map.of(), assertion())))).isEqualTo("401 invalid_client");
        assertThat(oauthError(token(signed(rsa, Map.of(), assertion())))).isEqualTo("401 invalid_client");
    }

    @Test
    void aTokenWithoutTheScopeReadsNobody() throws IOException {
        okta.register(OktaClient.of(APP, rsa.getPublic()).withScopes(Set.of("okta.groups.read")));

        Client.Answer answer = tokenFor("okta.groups.read", signed(rsa, Map.of(), assertion()));

        assertThat(users("Authorization", "Bearer " + answer.text("/access_token"))
                        .error())
                .isEqualTo("403 E0000006");
    }

    @Test
    void dpopAsksForAProofThenForANonceThenForBothAtEachCall() throws IOException {
        okta.register(OktaClient.of(APP, rsa.getPublic()).requiringDpop());
        String path = "/oauth2/v1/token";
        assertThat(oauthError(token(signed(rsa, Map.of(), assertion())))).isEqualTo("400 invalid_dpop_proof");
        Client.Answer asked = token(signed(rsa, Map.of(), assertion()), "DPoP", proof("POST", path, Map.of()));
        assertThat(oauthError(asked)).isEqualTo("400 use_dpop_nonce");
        Map<String, String> nonce = Map.of("nonce", asked.header("dpop-nonce"));
        Client.Answer answer = token(signed(rsa, Map.of(), assertion()), "DPoP", proof("POST", path, nonce));
        assertThat(answer.text("/token_type")).isEqualTo("DPoP");

        String access = answer.text("/access_token");
        Map<String, String> ath = Map.of("ath", SignedToken.hash(access));
        String proof = proof("GET", USERS, ath);
        assertThat(users("Authorization", "DPoP " + access, "DPoP", proof).status())
                .isEqualTo(200);
        assertThat(oauthError(users("Authorization", "DPoP " + access, "DPoP", proof)))
                .isEqualTo("400 invalid_dpop_proof");
        assertThat(users("Authorization", "Bearer " + access).error()).isEqualTo("401 E0000011");
        for (String wrong : Set.of(
                proof("POST", USERS, ath),
                proof("GET", "/api/v1/groups", ath),
                proof("GET", USERS, Map.of("ath", "other")),
                proof("GET", USERS, Map.of("ath", ath.get("ath"), "iat", 1)))) {
            assertThat(oauthError(users("Authorization", "DPoP " + access, "DPoP", wrong)))
                    .isEqualTo("400 invalid_dpop_proof");
        }
        okta.requireNonceOnApiCalls();
        assertThat(oauthError(users("Authorization", "DPoP " + access, "DPoP", proof("GET", USERS, ath))))
                .isEqualTo("400 use_dpop_nonce");
        okta.revokeAccessTokens();
        assertThat(users("Authorization", "DPoP " + access, "DPoP", proof("GET", USERS, ath))
                        .error())
                .isEqualTo("401 E0000011");
    }
}
