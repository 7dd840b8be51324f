package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Auth0AccessTokensTest {

    private static final String ISSUER = "https://tenant.example.com/";
    private static final RSAKey KEY = TestTokens.KEY;
    private static final TestTime TIME = new TestTime();
    private static final TestTokens TOKENS = new TestTokens(ISSUER, TIME.instant());

    private static HttpTransport publishing(JWK... keys) {
        byte[] body = TestTokens.published(keys).getBytes(StandardCharsets.UTF_8);
        return call -> new HttpReply(200, Map.of(), body);
    }

    private static Auth0AccessTokens.Builder settings() {
        return Auth0AccessTokens.builder()
                .issuer(URI.create(ISSUER))
                .audience(TestTokens.AUDIENCE)
                .clients(Set.of("other-client", TestTokens.CLIENT))
                .scope(TestTokens.SCOPE)
                .time(TIME)
                .transport(publishing(KEY));
    }

    private static Arguments claims(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return arguments(what, TOKENS.with(change));
    }

    private static Arguments header(String what, UnaryOperator<JWSHeader.Builder> change) {
        return arguments(what, TOKENS.withHeader(change));
    }

    private static Date at(long seconds) {
        return Date.from(TIME.instant().plusSeconds(seconds));
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                claims("as Auth0 makes them", c -> c),
                claims("one of several audiences", c -> c.audience(List.of("https://x.example", TestTokens.AUDIENCE))),
                claims("expired within the leeway", c -> c.expirationTime(at(-29))),
                claims("made by a clock that is ahead", c -> c.issueTime(at(30)).notBeforeTime(at(30))),
                claims("with both names of the same client", c -> c.claim("client_id", TestTokens.CLIENT)),
                claims("with permissions", c -> c.claim("permissions", List.of("read:nothing"))),
                header(
                        "with jku, x5u and jwk, which nobody follows",
                        h -> h.jwkURL(URI.create("https://evil.example/"))
                                .x509CertURL(URI.create("https://evil.example/"))
                                .jwk(TestTokens.rsa("evil", 2048).toPublicJWK())),
                arguments("in RFC 9068's profile", rfc9068(c -> c)));
    }

    private static String rfc9068(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return TOKENS.signed(
                    new RSASSASigner(KEY),
                    TestTokens.header(KEY.getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    c -> change.apply(c.claim("gty", null).claim("azp", null).claim("client_id", TestTokens.CLIENT)));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void letsInTheTokensOfAListedClient(String what, String token) {
        assertThat(settings().build().check(token)).isEqualTo(new CallerVerdict.Accepted());
    }

    static Stream<Arguments> foreignTokens() {
        return Stream.of(
                claims("a client not on the list", c -> c.claim("azp", "x").subject("x@clients")),
                claims("without scopes", c -> c.claim("scope", null)),
                claims("another scope", c -> c.claim("scope", "migrate:users2 xmigrate:users")),
                claims("scopes in a list", c -> c.claim("scope", List.of(TestTokens.SCOPE))),
                claims("an empty scope", c -> c.claim("scope", "")),
                arguments(
                        "RFC 9068: a client not on the list",
                        rfc9068(c -> c.claim("client_id", "x").subject("x@clients"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreignTokens")
    void forbidsGenuineTokensOfOthers(String what, String token) {
        assertThat(settings().build().check(token)).isInstanceOf(CallerVerdict.Forbidden.class);
    }

    private static Stream<Arguments> because(String reason, Arguments... tokens) {
        return Stream.of(tokens).map(token -> arguments(token.get()[0], token.get()[1], reason));
    }

    static Stream<Arguments> tokensThatSayTheWrongThing() {
        return Stream.of(
                        because("is expired", claims("expired", c -> c.expirationTime(at(-30)))),
                        because("never expires", claims("without an end", c -> c.expirationTime(null))),
                        because(
                                "holds claims of a wrong type",
                                claims("an end that is no number", c -> c.claim("exp", "2999-01-01"))),
                        because(
                                "is not valid yet",
                                claims("not valid yet", c -> c.notBeforeTime(at(31))),
                                claims("made in the future", c -> c.issueTime(at(31)))),
                        because(
                                "is for another audience",
                                claims("another audience", c -> c.audience("https://other.example.com/")),
                                claims("others", c -> c.audience(List.of("https://x.example/", "https://y.example/"))),
                                claims("an audience that begins alike", c -> c.audience(TestTokens.AUDIENCE + "x")),
                                claims("no audience", c -> c.audience((String) null))),
                        because(
                                "is of another issuer",
                                claims("another issuer", c -> c.issuer("https://evil.example.com/")),
                                claims("an issuer without its slash", c -> c.issuer("https://tenant.example.com")),
                                claims("an issuer in capitals", c -> c.issuer("https://TENANT.example.com/")),
                                claims("no issuer", c -> c.issuer(null))),
                        because(
                                "is of another grant than client-credentials",
                                claims("no grant", c -> c.claim("gty", null)),
                                claims(
                                        "a user's password",
                                        c -> c.claim("gty", "password").subject("auth0|1")),
                                claims(
                                        "a user's code",
                                        c -> c.claim("gty", null).subject("auth0|1")),
                                arguments("RFC 9068: another grant", rfc9068(c -> c.claim("gty", "password")))),
                        because(
                                "is not about its client",
                                claims("a user as the subject", c -> c.subject("auth0|1")),
                                claims("no subject", c -> c.subject(null)),
                                claims("another client as the subject", c -> c.subject("other-client@clients")),
                                arguments("RFC 9068: a user's", rfc9068(c -> c.subject("auth0|1")))),
                        because(
                                "names no client, or two",
                                claims("no client", c -> c.claim("azp", null)),
                                claims("two clients", c -> c.claim("client_id", "other-client")),
                                claims("a client in a list", c -> c.claim("azp", List.of(TestTokens.CLIENT)))),
                        because(
                                "is bound to a key that nobody showed",
                                claims("bound to a key", c -> c.claim("cnf", Map.of("jkt", "x")))))
                .flatMap(tokens -> tokens);
    }

    static Stream<Arguments> tokensThatProveNothing() throws JOSEException {
        String good = TOKENS.good();
        String[] parts = good.split("\\.", -1);
        return Stream.of(
                        because("names no key", header("no key named", h -> h.keyID(null))),
                        because(
                                "typ is neither JWT nor at+jwt",
                                header("no type", h -> h.type(null)),
                                header("a logout token", h -> h.type(new JOSEObjectType("logout+jwt")))),
                        because(
                                "demands an extension that is not understood",
                                header(
                                        "an unknown extension",
                                        h -> h.customParam("x", 1).criticalParams(Set.of("x"))),
                                header("a known extension", h -> h.criticalParams(Set.of("b64")))),
                        because(
                                "is signed by another algorithm",
                                arguments("RS512", rsa(JWSAlgorithm.RS512)),
                                arguments("PS256 where RS256 is expected", rsa(JWSAlgorithm.PS256)),
                                arguments("ES256", ec()),
                                arguments("HS256 with the public key as secret", confused())),
                        because(
                                "is not signed by a key of the issuer's",
                                header("a made-up key named", h -> h.keyID("made-up")),
                                arguments("changed claims", parts[0] + "." + otherClaims() + "." + parts[2]),
                                arguments("a changed signature", parts[0] + "." + parts[1] + "." + reversed(parts[2])),
                                arguments("another's signature", TOKENS.signedBy(TestTokens.rsa("key-1", 2048)))),
                        because(
                                "no signed JWT",
                                arguments(
                                        "unsigned", new PlainJWT(TOKENS.claims().build()).serialize()),
                                arguments("a signature removed", parts[0] + "." + parts[1] + "."),
                                arguments("a header that is null", base64Url("null") + "." + parts[1] + "." + parts[2]),
                                arguments("a header of none", none() + "." + parts[1] + "." + parts[2]),
                                arguments("a header that is none", "e30." + parts[1] + "." + parts[2]),
                                arguments("encrypted", "e30.e30.e30.e30.e30"),
                                arguments("a shared secret", "0123456789abcdef0123456789abcdef"),
                                arguments("dots", ".."),
                                arguments("white space", good + " ")))
                .flatMap(tokens -> tokens);
    }

    private static String rsa(JWSAlgorithm algorithm) throws JOSEException {
        return TOKENS.signed(
                new RSASSASigner(KEY),
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(KEY.getKeyID())
                        .build(),
                c -> c);
    }

    private static String ec() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID(KEY.getKeyID()).generate();
        return TOKENS.signed(
                new ECDSASigner(key),
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(KEY.getKeyID())
                        .build(),
                c -> c);
    }

    /** The oldest trick: whoever lets the token choose the algorithm takes the public key for a shared secret. */
    private static String confused() throws JOSEException {
        return TOKENS.signed(
                new MACSigner(KEY.toRSAPublicKey().getEncoded()),
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(KEY.getKeyID())
                        .build(),
                c -> c);
    }

    private static String none() {
        return base64Url("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"key-1\"}");
    }

    private static String otherClaims() {
        return base64Url(TOKENS.claims().expirationTime(at(999_999)).build().toString());
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"tokensThatSayTheWrongThing", "tokensThatProveNothing"})
    void letsInNothingElse(String what, String token, String reason) {
        assertThat(settings().build().check(token))
                .isInstanceOfSatisfying(
                        CallerVerdict.Unauthorized.class,
                        verdict -> assertThat(verdict.reason()).endsWith(reason));
    }

    static Stream<Arguments> unfitKeys() {
        return Stream.of(
                arguments(
                        "for encryption",
                        new RSAKey.Builder(KEY).keyUse(KeyUse.ENCRYPTION).build()),
                arguments(
                        "for another algorithm",
                        new RSAKey.Builder(KEY).algorithm(JWSAlgorithm.RS512).build()),
                arguments(
                        "for other operations",
                        new RSAKey.Builder(KEY)
                                .keyUse(null)
                                .keyOperations(Set.of(KeyOperation.ENCRYPT))
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfitKeys")
    void usesNoKeyThatIsMeantForSomethingElse(String what, RSAKey key) {
        Auth0AccessTokens tokens = settings().transport(publishing(key)).build();

        assertThat(tokens.check(TOKENS.good())).isInstanceOf(CallerVerdict.Unauthorized.class);
    }

    @Test
    void usesNoKeyThatIsTooShort() {
        RSAKey shortKey = TestTokens.rsa("short", 1024);
        Auth0AccessTokens tokens =
                settings().transport(publishing(shortKey, KEY)).build();

        assertThat(tokens.check(TOKENS.signedBy(shortKey))).isInstanceOf(CallerVerdict.Unauthorized.class);
        assertThat(tokens.check(TOKENS.good())).isEqualTo(new CallerVerdict.Accepted());
    }

    @Test
    void findsTheRightOneOfTwoKeysWithOneName() {
        RSAKey twin = TestTokens.rsa(KEY.getKeyID(), 2048);

        assertThat(settings().transport(publishing(twin, KEY)).build().check(TOKENS.good()))
                .isEqualTo(new CallerVerdict.Accepted());
    }

    @Test
    void takesAnotherAlgorithmWhenToldToAndThenNoRs256() throws JOSEException {
        RSAKey anyAlgorithm = new RSAKey.Builder(KEY).algorithm(null).build();
        Auth0AccessTokens tokens = settings()
                .algorithm(SigningAlgorithm.PS256)
                .transport(publishing(anyAlgorithm))
                .build();

        assertThat(tokens.check(rsa(JWSAlgorithm.PS256))).isEqualTo(new CallerVerdict.Accepted());
        assertThat(tokens.check(TOKENS.good())).isInstanceOf(CallerVerdict.Unauthorized.class);
    }

    @Test
    void needsNoScopeUnlessOneIsSet() {
        Auth0AccessTokens tokens = Auth0AccessTokens.builder()
                .issuer(URI.create(ISSUER))
                .audience(TestTokens.AUDIENCE)
                .clients(Set.of(TestTokens.CLIENT))
                .time(TIME)
                .transport(publishing(KEY))
                .build();

        assertThat(tokens.check(TOKENS.with(c -> c.claim("scope", null)))).isEqualTo(new CallerVerdict.Accepted());
    }

    @Test
    void aTokenEndsWhileTheHostRuns() {
        TestTime time = new TestTime();
        Auth0AccessTokens tokens = settings().time(time).build();
        String token = TOKENS.good();
        assertThat(tokens.check(token)).isEqualTo(new CallerVerdict.Accepted());

        time.advance(Duration.ofSeconds(630));

        assertThat(tokens.check(token)).isEqualTo(new CallerVerdict.Unauthorized("the token is expired"));
    }

    @Test
    void mistakesInSettingsThrowAtBuild() {
        refused(settings().issuer(URI.create("https://tenant.example.com")), "issuer", "slash");
        refused(settings().issuer(URI.create("http://tenant.example.com/")), "issuer", "https");
        refused(settings().issuer(URI.create("https://tenant.example.com/?a=b/")), "issuer", "query");
        refused(settings().audience(" "), "audience");
        refused(settings().clients(Set.of()), "clients");
        refused(settings().clients(Set.of(" ")), "clients");
        refused(settings().scope("two scopes"), "scope");
        refused(settings().scope(""), "scope");
        refused(Auth0AccessTokens.builder(), "issuer");
    }

    private static void refused(Auth0AccessTokens.Builder settings, String... words) {
        assertThatIllegalArgumentException().isThrownBy(settings::build).withMessageContainingAll(words);
    }

    @Test
    void tellsIssuerAndAudienceAndNoMore() {
        assertThat(settings().build()).hasToString("Auth0AccessTokens[" + ISSUER + ", " + TestTokens.AUDIENCE + "]");
    }
}
