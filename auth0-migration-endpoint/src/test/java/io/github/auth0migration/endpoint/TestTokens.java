package io.github.auth0migration.endpoint;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.auth0migration.testsupport.Marked;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tokens as a tenant makes them, and as others would like them to be taken for. */
record TestTokens(String issuer, Instant now) {

    static final String AUDIENCE = "https://migration.example.com/";
    static final String CLIENT = "script-client";
    static final String SCOPE = "migrate:users";
    static final RSAKey KEY = rsa("key-1", 2048);

    static RSAKey rsa(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A key set as it is published: without what is private. */
    static String published(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(true);
    }

    /** A good token. */
    String good() {
        return with(claims -> claims);
    }

    /** A token that is good but for its claims. */
    String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(KEY, header(KEY.getKeyID()), change);
    }

    /** A token that is good but for its header. */
    String withHeader(UnaryOperator<JWSHeader.Builder> change) {
        return signed(KEY, change.apply(header(KEY.getKeyID())), claims -> claims);
    }

    /** A token that is good but for its key. */
    String signedBy(RSAKey key) {
        return signed(key, header(key.getKeyID()), claims -> claims);
    }

    static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(kid);
    }

    private String signed(RSAKey key, JWSHeader.Builder header, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return signed(
                    new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())),
                    header.build(),
                    change);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A token with another signer. */
    String signed(JWSSigner signer, JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT jwt = new SignedJWT(header, change.apply(claims()).build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** What the token of a client says, in Auth0's own profile; the mark lets a scan of logs find any of it. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(CLIENT + "@clients")
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("azp", CLIENT)
                .claim("gty", "client-credentials")
                .claim("scope", "read:nothing " + SCOPE)
                .claim("https://example.com/mark", Marked.TOKEN);
    }
}
