package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.JdkHttpTransport;
import io.github.auth0migration.testsupport.Fault;
import io.github.auth0migration.testsupport.FaultServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens whose keys come from a real socket. */
class KeyHostTest {

    private static final String KEYS = TestTokens.published(TestTokens.KEY);

    /** Long enough to connect on a busy machine. */
    private static final Duration BRIEF = Duration.ofSeconds(2);

    private final TestTime time = new TestTime();
    private final JdkHttpTransport transport = JdkHttpTransport.create();

    @AfterEach
    void close() {
        transport.close();
    }

    /** With more than the 3 seconds of a fetch, for a busy machine may need them for itself. */
    private Auth0AccessTokens tokens(URI issuer) {
        return tokens(issuer, within(Duration.ofSeconds(30)));
    }

    private HttpTransport within(Duration limit) {
        return call -> {
            HttpCall same = HttpCall.get(call.uri(), Deadline.after(limit))
                    .withMaxBodyBytes(call.maxBodyBytes().orElseThrow());
            for (HttpCall.Header header : call.headers()) {
                same = same.withHeader(header.name(), header.value());
            }
            return transport.send(same);
        };
    }

    private Auth0AccessTokens tokens(URI issuer, HttpTransport through) {
        return Auth0AccessTokens.builder()
                .issuer(issuer)
                .audience(TestTokens.AUDIENCE)
                .clients(Set.of(TestTokens.CLIENT))
                .transport(through)
                .time(time)
                .build();
    }

    private TestTokens of(URI issuer) {
        return new TestTokens(issuer.toString(), time.instant());
    }

    /** The verdict on a good token when the host of the keys does this. */
    private CallerVerdict when(Fault... faults) {
        return when(Duration.ofSeconds(30), faults);
    }

    /** The same within another limit. */
    private CallerVerdict when(Duration limit, Fault... faults) {
        try (FaultServer host = FaultServer.start(faults)) {
            URI issuer = host.uri("/");
            return tokens(issuer, within(limit)).check(of(issuer).good());
        }
    }

    private static void assertUnavailable(CallerVerdict verdict, Failure.Kind kind) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        CallerVerdict.Unavailable.class,
                        unavailable -> assertThat(unavailable.failure().kind()).isEqualTo(kind));
    }

    @Test
    void keysComeFromTheIssuersWellKnownPlace() {
        try (FaultServer host = FaultServer.start(Fault.answer(200, KEYS))) {
            URI issuer = host.uri("/");
            Auth0AccessTokens tokens = tokens(issuer);

            assertThat(tokens.check(of(issuer).good())).isEqualTo(new CallerVerdict.Accepted());
            assertThat(tokens.check(of(issuer).good())).isEqualTo(new CallerVerdict.Accepted());

            assertThat(host.requests())
                    .singleElement()
                    .asString()
                    .startsWith("GET /.well-known/jwks.json HTTP/1.1")
                    .doesNotContainIgnoringCase("authorization");
        }
    }

    @Test
    void aThousandTokensWithMadeUpKeysCauseOneFetch() {
        try (FaultServer host = FaultServer.start(Fault.answer(200, KEYS))) {
            URI issuer = host.uri("/");
            Auth0AccessTokens tokens = tokens(issuer);
            for (int madeUp = 0; madeUp < 1000; madeUp++) {
                String kid = "made-up-" + madeUp;
                assertThat(tokens.check(of(issuer).withHeader(header -> header.keyID(kid))))
                        .isInstanceOf(CallerVerdict.Unauthorized.class);
            }
            assertThat(host.requests()).hasSize(1);
        }
    }

    @Test
    void aRotatedKeyIsFetchedAndTheOldOneNoLongerGood() {
        RSAKey next = TestTokens.rsa("key-2", 2048);
        try (FaultServer host =
                FaultServer.start(Fault.answer(200, KEYS), Fault.answer(200, TestTokens.published(next)))) {
            URI issuer = host.uri("/");
            Auth0AccessTokens tokens = tokens(issuer);
            assertThat(tokens.check(of(issuer).good())).isEqualTo(new CallerVerdict.Accepted());
            time.advance(SigningKeys.PAUSE);

            assertThat(tokens.check(of(issuer).signedBy(next))).isEqualTo(new CallerVerdict.Accepted());
            assertThat(tokens.check(of(issuer).good())).isInstanceOf(CallerVerdict.Unauthorized.class);
            assertThat(host.requests()).hasSize(2);
        }
    }

    @Test
    void afterTheFirstAnswerAnOutageOfTheHostStopsNobody() {
        Instant start = time.instant();
        try (FaultServer host = FaultServer.start(
                Fault.answer(200, KEYS), Fault.reset(), Fault.gatewayPage(502), Fault.answer(200, "{\"keys\":[]}"))) {
            URI issuer = host.uri("/");
            Auth0AccessTokens tokens = tokens(issuer);
            for (int hour = 0; hour < 24; hour++) {
                assertThat(tokens.check(of(issuer).good()))
                        .as("after %s", Duration.between(start, time.instant()))
                        .isEqualTo(new CallerVerdict.Accepted());
                time.advance(Duration.ofHours(1));
            }
            assertUnavailable(tokens.check(of(issuer).good()), Failure.Kind.MALFORMED_RESPONSE);
        }
    }

    @Test
    void whatIsNotAKeySetGivesNoVerdict() {
        assertUnavailable(when(Fault.gatewayPage(200)), Failure.Kind.MALFORMED_RESPONSE);
        assertUnavailable(when(Fault.gatewayPage(503)), Failure.Kind.SERVER_ERROR);
        assertUnavailable(when(Fault.answer(429, "{}")), Failure.Kind.RATE_LIMITED);
        assertUnavailable(when(Fault.answer(404, KEYS)), Failure.Kind.CONFIGURATION);
        assertUnavailable(when(Fault.answer(200, "{}")), Failure.Kind.MALFORMED_RESPONSE);
        assertUnavailable(when(Fault.answer(200, "[]")), Failure.Kind.MALFORMED_RESPONSE);
        assertUnavailable(when(Fault.answer(200, "{\"keys\":[1]}")), Failure.Kind.MALFORMED_RESPONSE);
        assertUnavailable(when(Fault.answer(200, "{\"keys\":[]}")), Failure.Kind.MALFORMED_RESPONSE);
        assertUnavailable(when(Fault.cutBody("{\"keys\":[")), Failure.Kind.TIMEOUT);
    }

    @Test
    void aHugeOrSlowOrAbsentHostGivesNoVerdict() {
        String padded = "{\"x\":\"" + "x".repeat(KeyHost.MAX_BYTES) + "\"," + KEYS.substring(1);
        assertUnavailable(when(Fault.answer(200, padded)), Failure.Kind.MALFORMED_RESPONSE);
        assertUnavailable(when(Fault.endless()), Failure.Kind.MALFORMED_RESPONSE);
        assertUnavailable(when(BRIEF, Fault.stall()), Failure.Kind.TIMEOUT);
        assertUnavailable(when(BRIEF, Fault.stallInBody("{")), Failure.Kind.TIMEOUT);
        URI absent = FaultServer.refusing();
        assertUnavailable(tokens(absent).check(of(absent).good()), Failure.Kind.CONNECT);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (FaultServer elsewhere = FaultServer.start(Fault.answer(200, KEYS))) {
            assertUnavailable(
                    when(Fault.redirect(
                            302, elsewhere.uri("/.well-known/jwks.json").toString())),
                    Failure.Kind.MALFORMED_RESPONSE);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void keysOfOtherKindsDoNotSpoilTheOthers() throws JOSEException {
        String ec = new ECKeyGenerator(Curve.P_256)
                .keyID("ec")
                .generate()
                .toPublicJWK()
                .toJSONString();
        String keys = "{\"keys\":[" + ec + ",{\"kty\":\"AKP\",\"kid\":\"a\"},{},{\"kty\":\"RSA\",\"n\":1},"
                + "{\"kty\":\"RSA\",\"kid\":\"broken\"}," + KEYS.substring("{\"keys\":[".length());

        assertThat(when(Fault.answer(200, keys))).isEqualTo(new CallerVerdict.Accepted());
        assertUnavailable(when(Fault.answer(200, "{\"keys\":[" + ec + "]}")), Failure.Kind.MALFORMED_RESPONSE);
    }

    @Test
    void aFetchMayTakeThreeSecondsAndHappensWhenNeeded() {
        List<HttpCall> calls = new ArrayList<>();
        URI issuer = URI.create("https://tenant.example.com/");
        Auth0AccessTokens tokens = tokens(issuer, call -> {
            calls.add(call);
            throw CallFailedException.unsent(Failure.of(Failure.Kind.CONNECT, "No."));
        });
        assertThat(tokens.check("no.token")).isInstanceOf(CallerVerdict.Unauthorized.class);
        assertThat(calls).isEmpty();

        assertUnavailable(tokens.check(of(issuer).good()), Failure.Kind.CONNECT);

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.uri()).hasToString("https://tenant.example.com/.well-known/jwks.json");
            assertThat(call.deadline().remaining()).isEqualTo(Duration.ofSeconds(3));
            assertThat(call.deadline().time()).isSameAs(time);
        });
    }
}
