package io.github.auth0migration.simulators.okta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A JSON Web Token in compact form, read but not yet believed.
 *
 * @param header its header
 * @param claims its claims
 * @param signed what was signed
 * @param signature the signature, in Base64
 */
record SignedToken(JsonNode header, JsonNode claims, String signed, String signature) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<SignedToken> parse(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignedToken(
                    JSON.readTree(decode(parts[0])),
                    JSON.readTree(decode(parts[1])),
                    parts[0] + "." + parts[1],
                    parts[2]));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    String header(String name) {
        return header.path(name).asText("");
    }

    String claim(String name) {
        return claims.path(name).asText("");
    }

    long seconds(String name) {
        return claims.path(name).asLong(0);
    }

    boolean isSignedBy(PublicKey key) {
        String algorithm = header("alg").equals("ES256") && key.getAlgorithm().equals("EC")
                ? "SHA256withECDSAinP1363Format"
                : header("alg").equals("RS256") && key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "";
        if (algorithm.isEmpty()) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The EC key that the header carries. */
    Optional<PublicKey> ownKey() {
        JsonNode jwk = header.path("jwk");
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(coordinate(jwk, "x"), coordinate(jwk, "y"));
            return Optional.of(KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BigInteger coordinate(JsonNode jwk, String name) {
        return new BigInteger(1, decode(jwk.path(name).asText("")));
    }

    /** What identifies the key that the header carries, after RFC 7638. */
    String thumbprint() {
        JsonNode jwk = header.path("jwk");
        return hash("{\"crv\":\"" + jwk.path("crv").asText() + "\",\"kty\":\""
                + jwk.path("kty").asText() + "\",\"x\":\"" + jwk.path("x").asText() + "\",\"y\":\""
                + jwk.path("y").asText() + "\"}");
    }

    /** SHA-256 in Base64 for addresses, as {@code ath} has it. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SignedToken";
    }
}
