package io.github.auth0migration.simulators.gigya;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A JWT that a server signs each of its calls with; its id may be used once. */
final class BearerToken {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode header;
    private final JsonNode claims;
    private final String signed;
    private final byte[] signature;

    private BearerToken(JsonNode header, JsonNode claims, String signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** Empty when it is not a JWT of RS256 with the key's id, an issue time and an id of its own. */
    static Optional<BearerToken> parse(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            BearerToken token = new BearerToken(
                    JSON.readTree(decode(parts[0])),
                    JSON.readTree(decode(parts[1])),
                    parts[0] + "." + parts[1],
                    decode(parts[2]));
            return Optional.of(token).filter(BearerToken::isWhole);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String keyId() {
        return header.path("kid").textValue();
    }

    String id() {
        return claims.path("jti").textValue();
    }

    Instant issuedAt() {
        return Instant.ofEpochSecond(claims.path("iat").longValue());
    }

    boolean isSignedBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A key of another kind, or a signature of another length.
            return false;
        }
    }

    private boolean isWhole() {
        return header.path("alg").asText().equals("RS256")
                && header.path("kid").isTextual()
                && claims.path("iat").canConvertToLong()
                && !claims.path("jti").asText().isEmpty();
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
