package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.okta.OktaClient;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An OAuth 2.0 service app against an org that checks everything; the assertions and proofs read by another library. */
class ServiceAppTest {

    private static final String ADA = "ada+x@example.com";

    private final TestTime time = new TestTime();
    private final OktaSimulator okta =
            OktaSimulator.builder().clock(time.clock()).start();
    private final OktaClient client = OktaClient.of(Keys.CLIENT_ID, Keys.RSA.getPublic());
    private OktaSource source = source(Keys.app());

    ServiceAppTest() {
        okta.register(client);
        okta.add(OktaPerson.builder(ADA).password(Marked.PASSWORD).build());
    }

    @AfterEach
    void stop() {
        source.close();
        okta.close();
    }

    private OktaSource source(OktaServiceApp app) {
        return OktaSource.builder()
                .orgUrl(okta.url())
                .serviceApp(app)
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build(time);
    }

    private String lookup() {
        return lookup(ADA);
    }

    private String lookup(String identifier) {
        return Outcomes.of(source.getUser(LookupRequest.byIdentifier(identifier).withDeadline(deadline())));
    }

    private Deadline deadline() {
        return Deadline.after(Duration.ofSeconds(8), time);
    }

    private List<ReceivedRequest<OktaOperation>> received(OktaOperation operation) {
        return okta.received().stream()
                .filter(request -> request.operation() == operation)
                .toList();
    }

    private SignedJWT assertion() throws ParseException {
        List<ReceivedRequest<OktaOperation>> calls = received(OktaOperation.TOKEN);
        String body = calls.get(calls.size() - 1).body();
        return SignedJWT.parse(body.substring(body.indexOf("client_assertion=") + "client_assertion=".length()));
    }

    private static SignedJWT proof(ReceivedRequest<OktaOperation> request) throws ParseException, JOSEException {
        SignedJWT proof = SignedJWT.parse(request.header("DPoP").orElseThrow());
        JWSVerifier verifier =
                new ECDSAVerifier(proof.getHeader().getJWK().toECKey().toECPublicKey());
        assertThat(proof.verify(verifier)).isTrue();
        assertThat(proof.getHeader().getType()).hasToString("dpop+jwt");
        assertThat(proof.getHeader().getJWK().isPrivate()).isFalse();
        return proof;
    }

    @Test
    void theAssertionIsWhatAnotherLibraryExpects() throws Exception {
        assertThat(lookup()).isEqualTo("Found");

        SignedJWT assertion = assertion();
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) Keys.RSA.getPublic())))
                .isTrue();
        assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(assertion.getHeader().getKeyID()).isNull();
        assertThat(claims.getAudience()).containsExactly(okta.url() + "/oauth2/v1/token");
        assertThat(claims.getIssuer()).isEqualTo(Keys.CLIENT_ID).isEqualTo(claims.getSubject());
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(time.instant().plus(Duration.ofMinutes(5))));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(received(OktaOperation.TOKEN).get(0).body())
                .startsWith("grant_type=client_credentials&scope=okta.users.read&client_assertion_type="
                        + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=");
    }

    @Test
    void anEcKeyWithItsIdWorksToo() throws Exception {
        okta.register(client.withKey("ec-1", Keys.EC.getPublic()));
        source.close();
        source = source(
                OktaServiceApp.of(Keys.CLIENT_ID, () -> Keys.pem(Keys.EC)).withKeyId("ec-1"));

        assertThat(lookup()).isEqualTo("Found");

        assertThat(assertion().verify(new ECDSAVerifier((ECPublicKey) Keys.EC.getPublic())))
                .isTrue();
        assertThat(assertion().getHeader().getKeyID()).isEqualTo("ec-1");
    }

    @Test
    @Row(value = "2.2 token, lifetime", outcome = "kept for 55 minutes of its hour, then renewed")
    void oneTokenServesUntilFiveMinutesBeforeItsEnd() {
        assertThat(lookup()).isEqualTo("Found");
        time.advance(Duration.ofMinutes(54));
        assertThat(lookup()).isEqualTo("Found");
        assertThat(okta.requests(OktaOperation.TOKEN)).isEqualTo(1);

        time.advance(Duration.ofMinutes(1));

        assertThat(lookup()).isEqualTo("Found");
        assertThat(okta.requests(OktaOperation.TOKEN)).isEqualTo(2);
    }

    @Test
    @Row(value = "2.2 access token, refused before its end", outcome = "Found, with a new one")
    void aRevokedTokenIsReplacedOnce() {
        assertThat(lookup()).isEqualTo("Found");
        okta.revokeAccessTokens();

        assertThat(lookup()).isEqualTo("Found");
        assertThat(okta.requests(OktaOperation.TOKEN)).isEqualTo(2);
    }

    @Test
    @Row(
            value = "8.20 service app",
            outcome = "Unavailable SOURCE_CREDENTIALS; the key supplier is asked at each token")
    void anAppThatIsGoneIsOurOwnTrouble() {
        okta.unregister(Keys.CLIENT_ID);
        assertThat(lookup()).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        assertThat(okta.requests(OktaOperation.AUTHN)).isZero();

        okta.register(OktaClient.of(Keys.CLIENT_ID, Keys.EC.getPublic()));
        source.close();
        List<String> keys = new ArrayList<>(List.of(Keys.pem(Keys.RSA), Keys.pem(Keys.EC)));
        source = source(OktaServiceApp.of(Keys.CLIENT_ID, () -> keys.remove(0)));
        assertThat(lookup()).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        assertThat(lookup()).isEqualTo("Found");
    }

    @Test
    void aKeyThatIsNoneIsOurOwnTrouble() {
        source.close();
        source = source(OktaServiceApp.of(Keys.CLIENT_ID, () -> Marked.secret("key")));

        assertThat(lookup()).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        assertThat(okta.received()).isEmpty();
    }

    @Test
    void missingScopeIsConfiguration() {
        okta.register(client.withScopes(Set.of("okta.groups.read")));

        assertThat(lookup()).isEqualTo("Unavailable CONFIGURATION");
    }

    @Test
    @Row(
            value = {"2.2 token, invalid_dpop_proof", "2.2 token, use_dpop_nonce", "8.21"},
            outcome = "DPoP is spoken from then on")
    void dpopIsSpokenWhenOktaAsksForIt() throws Exception {
        okta.register(client.requiringDpop());

        assertThat(lookup()).isEqualTo("Found");
        assertThat(lookup()).isEqualTo("Found");

        List<ReceivedRequest<OktaOperation>> calls = received(OktaOperation.TOKEN);
        assertThat(calls).hasSize(3);
        assertThat(calls.get(0).header("DPoP")).isEmpty();
        JWTClaimsSet first = proof(calls.get(1)).getJWTClaimsSet();
        JWTClaimsSet second = proof(calls.get(2)).getJWTClaimsSet();
        assertThat(first.getClaim("nonce")).isNull();
        assertThat(second.getStringClaim("nonce")).isNotBlank();
        assertThat(second.getStringClaim("htu")).isEqualTo(okta.url() + "/oauth2/v1/token");
        assertThat(second.getStringClaim("htm")).isEqualTo("POST");
        assertThat(second.getClaim("ath")).isNull();
        assertThat(first.getJWTID()).isNotEqualTo(second.getJWTID());
    }

    @Test
    @Row(value = "2.2 DPoP, htu", outcome = "Found: htu holds the decoded path")
    void proofsOfApiCallsAreForTheDecodedAddressAndTheToken() throws Exception {
        okta.register(client.requiringDpop());

        assertThat(lookup()).isEqualTo("Found");

        ReceivedRequest<OktaOperation> call = received(OktaOperation.GET_USER).get(0);
        assertThat(call.rawPath()).isEqualTo("/api/v1/users/ada%2Bx%40example.com");
        JWTClaimsSet claims = proof(call).getJWTClaimsSet();
        assertThat(claims.getStringClaim("htu")).isEqualTo(okta.url() + "/api/v1/users/" + ADA);
        assertThat(claims.getStringClaim("htm")).isEqualTo("GET");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(time.instant()));
        String token = call.header("Authorization").orElseThrow().substring("DPoP ".length());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        assertThat(claims.getStringClaim("ath"))
                .isEqualTo(Base64URL.encode(hash).toString());
        assertThat(proof(received(OktaOperation.SEARCH_USERS).get(0))
                        .getJWTClaimsSet()
                        .getStringClaim("htu"))
                .isEqualTo(okta.url() + "/api/v1/users");
    }

    @Test
    void noProofIsUsedTwice() throws Exception {
        okta.register(client.requiringDpop());
        okta.faultOnce(OktaOperation.GET_USER, io.github.auth0migration.simulators.Fault.status(503, "{}"));

        assertThat(lookup()).isEqualTo("Found");

        List<ReceivedRequest<OktaOperation>> calls = received(OktaOperation.GET_USER);
        assertThat(calls).hasSize(2);
        assertThat(proof(calls.get(0)).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(proof(calls.get(1)).getJWTClaimsSet().getJWTID());
    }

    @Test
    @Row(value = "2.2 DPoP, new nonce", outcome = "Found: the token is asked for again with the new nonce")
    void aNewNonceIsLearnt() {
        okta.register(client.requiringDpop());
        assertThat(lookup()).isEqualTo("Found");
        okta.renewDpopNonce();
        okta.revokeAccessTokens();

        assertThat(lookup()).isEqualTo("Found");
        assertThat(okta.requests(OktaOperation.TOKEN)).isEqualTo(5);
    }

    @Test
    @Row(value = "2.2 DPoP, nonce at an API call", outcome = "Found: the call is made again with the nonce")
    void anApiCallMayAskForANonceToo() {
        okta.register(client.requiringDpop());
        okta.requireNonceOnApiCalls();

        assertThat(lookup()).isEqualTo("Found");
        int asked = okta.requests(OktaOperation.GET_USER);
        assertThat(asked).isEqualTo(2);
        assertThat(lookup()).isEqualTo("Found");
        assertThat(okta.requests(OktaOperation.GET_USER)).isEqualTo(asked + 1);
        okta.renewDpopNonce();
        assertThat(lookup()).isEqualTo("Found");
    }

    @Test
    @Row(value = "2.2 DPoP, our clock is wrong", outcome = "Unavailable SOURCE_CREDENTIALS")
    void aWrongClockIsTold() {
        okta.register(client.requiringDpop());
        TestTime wrong = new TestTime();
        wrong.advance(Duration.ofMinutes(10));
        Deadline deadline = Deadline.after(Duration.ofSeconds(8), wrong);

        assertThat(Outcomes.of(source.getUser(LookupRequest.byIdentifier(ADA).withDeadline(deadline))))
                .isEqualTo("Unavailable SOURCE_CREDENTIALS");
    }

    @Test
    void manyThreadsMakeOneTokenCall() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(threads.submit(() -> lookup()));
            }
            for (Future<String> each : all) {
                assertThat(each.get()).isEqualTo("Found");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(okta.requests(OktaOperation.TOKEN)).isEqualTo(1);
    }

    @Test
    void aListingGoesOnWhenItsTokenEnds() {
        okta.register(client.requiringDpop());
        okta.crowd(500);
        List<String> ids = new ArrayList<>();

        source.users().forEach(user -> {
            ids.add(user.id());
            if (ids.size() % 100 == 0) {
                time.advance(Duration.ofMinutes(30));
            }
        });

        assertThat(ids).hasSize(502).doesNotHaveDuplicates();
        assertThat(okta.requests(OktaOperation.TOKEN)).isGreaterThan(3);
    }

    @Test
    void tellsNoSecret() {
        assertThat(SecretScan.clean(
                        OktaServiceApp.of(Keys.CLIENT_ID, () -> Marked.TOKEN).withKeyId("k")))
                .hasToString("OktaServiceApp[0oaMigration1]");
    }
}
