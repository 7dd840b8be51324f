package io.github.auth0migration.endpoint;

import static io.github.auth0migration.endpoint.Attack.kept;
import static io.github.auth0migration.endpoint.AttackTarget.RIGHT;
import static io.github.auth0migration.endpoint.AttackTarget.TOKENS;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Access tokens that an endpoint with {@link Auth0AccessTokens} must not take, and one that it must. */
final class TokenAttacks {

    private static final String NO = "401 unauthorized";
    private static final String FORBIDDEN = "403 forbidden";

    private static final RSAKey OWN = TestTokens.rsa(TestTokens.KEY.getKeyID(), 2048);

    private TokenAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("none: a good token", "200 authenticated", "1 password", token(TOKENS.good())),
                kept("an expired token", NO, claims(c -> c.expirationTime(at(-60)))),
                kept("a token without an end", NO, claims(c -> c.expirationTime(null))),
                kept("a token for later", NO, claims(c -> c.notBeforeTime(at(60)))),
                kept(
                        "a token for another API of the tenant",
                        NO,
                        claims(c -> c.audience("https://other.example.com/"))),
                kept("a token of another tenant", NO, claims(c -> c.issuer("https://evil.example.com/"))),
                kept(
                        "a token of another client of the tenant",
                        FORBIDDEN,
                        claims(c -> c.claim("azp", "other-client").subject("other-client@clients"))),
                kept(
                        "a token of a user who signed in with the right client",
                        NO,
                        claims(c -> c.claim("gty", "password").subject("auth0|1"))),
                kept("a token without the scope", FORBIDDEN, claims(c -> c.claim("scope", "read:nothing"))),
                kept(
                        "alg none, no signature",
                        NO,
                        token(new PlainJWT(TOKENS.claims().build()).serialize())),
                kept("a good token without its signature", NO, token(beforeSignature() + ".")),
                kept("a good token with another client written into it", NO, token(altered())),
                kept("HS256, with the public key as the secret", NO, token(confused())),
                kept("RS512 instead of RS256", NO, token(header(JWSAlgorithm.RS512))),
                kept("another key under the name of the right one", NO, token(TOKENS.signedBy(OWN))),
                kept(
                        "another key that the token brings along (jwk)",
                        NO,
                        token(own(header -> header.jwk(OWN.toPublicJWK())))),
                kept(
                        "another key at an address that the token names (jku)",
                        NO,
                        token(own(header -> header.jwkURL(URI.create("https://evil.example.com/keys"))))),
                kept("a key that nobody published", NO, token(TOKENS.signedBy(TestTokens.rsa("../../evil", 2048)))),
                kept(
                        "a token of another type (dpop+jwt)",
                        NO,
                        token(TOKENS.withHeader(h -> h.type(new JOSEObjectType("dpop+jwt"))))),
                kept("a token of 9,000 characters", NO, claims(c -> c.claim("x", "x".repeat(6_000)))),
                kept("a token encrypted, by its five parts", NO, token("a.b.c.d.e")),
                kept("a token whose header is null", NO, token("bnVsbA.e30.AAAA")));
    }

    private static Attack.Play token(String token) {
        return t -> t.send(
                "/login",
                request -> request.setHeader("Authorization", "Bearer " + token).POST(BodyPublishers.ofString(RIGHT)));
    }

    private static Attack.Play claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(TOKENS.with(change));
    }

    private static Date at(long seconds) {
        return Date.from(TOKENS.now().plusSeconds(seconds));
    }

    private static String beforeSignature() {
        String good = TOKENS.good();
        return good.substring(0, good.lastIndexOf('.'));
    }

    private static String altered() {
        String[] parts = TOKENS.good().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(TestTokens.CLIENT, "another-client");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    private static String confused() {
        try {
            byte[] publicKey = TestTokens.KEY.toRSAPublicKey().getEncoded();
            return TOKENS.signed(
                    new MACSigner(publicKey),
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(TestTokens.KEY.getKeyID())
                            .build(),
                    claims -> claims);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String header(JWSAlgorithm algorithm) {
        try {
            return TOKENS.signed(
                    new RSASSASigner(TestTokens.KEY),
                    new JWSHeader.Builder(algorithm)
                            .keyID(TestTokens.KEY.getKeyID())
                            .build(),
                    claims -> claims);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String own(UnaryOperator<JWSHeader.Builder> change) {
        try {
            JWSHeader header = change.apply(TestTokens.header(OWN.getKeyID())).build();
            return TOKENS.signed(new RSASSASigner(OWN), header, claims -> claims);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
