package io.github.auth0migration.endpoint;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.auth0migration.spi.CallFailedException;
import java.text.ParseException;
import java.util.regex.Pattern;

/**
 * A JWT in the form that Auth0 gives access tokens. Its header says which of the issuer's keys signed it, and nothing else
 * that we believe: not the algorithm, and no key or address of keys ({@code jwk}, {@code jku}, {@code x5u}).
 */
record SignedToken(SignedJWT jwt) {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");
    private static final int MIN_BITS = 2048;

    static SignedToken parse(String token, SigningAlgorithm algorithm) throws RefusedTokenException {
        if (!COMPACT.matcher(token).matches()) {
            throw new RefusedTokenException("no signed JWT");
        }
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token);
        } catch (ParseException | RuntimeException e) {
            // The exception quotes what it read. A header that is null ends in another one than the documented one.
            throw new RefusedTokenException("no signed JWT");
        }
        checkHeader(jwt.getHeader(), algorithm);
        return new SignedToken(jwt);
    }

    private static void checkHeader(JWSHeader header, SigningAlgorithm algorithm) throws RefusedTokenException {
        require(algorithm.name().equals(header.getAlgorithm().getName()), "the token is signed by another algorithm");
        require(
                JOSEObjectType.JWT.equals(header.getType()) || AT_JWT.equals(header.getType()),
                "the token's typ is neither JWT nor at+jwt");
        require(header.getKeyID() != null, "the token names no key");
        require(
                header.getCriticalParams() == null && header.isBase64URLEncodePayload(),
                "the token demands an extension that is not understood");
    }

    private static void require(boolean met, String rule) throws RefusedTokenException {
        if (!met) {
            throw new RefusedTokenException(rule);
        }
    }

    /** {@return whether it has the form of RFC 9068, which Auth0 offers beside its own} */
    boolean isRfc9068() {
        return AT_JWT.equals(jwt.getHeader().getType());
    }

    /**
     * {@return what it says, proved to be its issuer's words}
     *
     * @throws RefusedTokenException if none of the keys signed it
     * @throws CallFailedException if the keys are not to be had
     */
    JWTClaimsSet claims(SigningKeys keys) throws RefusedTokenException, CallFailedException {
        for (RSAKey key : keys.matching(matcher())) {
            if (isSignedBy(key)) {
                return parsedClaims();
            }
        }
        throw new RefusedTokenException("the token is not signed by a key of the issuer's");
    }

    private JWKMatcher matcher() {
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        return new JWKMatcher.Builder()
                .keyType(KeyType.RSA)
                .keyID(jwt.getHeader().getKeyID())
                .keyUses(KeyUse.SIGNATURE, null)
                .keyOperations(KeyOperation.VERIFY, null)
                .algorithms(algorithm, null)
                .minKeySize(MIN_BITS)
                .build();
    }

    private boolean isSignedBy(RSAKey key) {
        try {
            return jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private JWTClaimsSet parsedClaims() throws RefusedTokenException {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            require(claims != null, "the token holds no claims");
            return claims;
        } catch (ParseException | RuntimeException e) {
            throw new RefusedTokenException("the token holds claims of a wrong type");
        }
    }

    @Override
    public String toString() {
        return "SignedToken";
    }
}
