package io.github.auth0migration.okta;

import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.Jwt;
import io.github.auth0migration.spi.Sha256;
import io.github.auth0migration.spi.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Proofs that whoever sends a call owns the key to which its access token is bound. One endpoint's nonce is remembered.
 * Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
final class DpopProofs {

    private static final Pattern NONCE = Pattern.compile("[\\x21-\\x7e]{1,512}");

    private final SigningKey key;
    private volatile @Nullable String nonce;

    DpopProofs(SigningKey key) {
        this.key = key;
    }

    /** The call with a proof of its own; a proof is good for one call only. */
    HttpCall prove(HttpCall call, @Nullable AccessToken token) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("htm", call.method());
        claims.put("htu", htu(call.uri()));
        claims.put("iat", call.deadline().time().instant().getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        String known = nonce;
        if (known != null) {
            claims.put("nonce", known);
        }
        if (token != null) {
            byte[] hash = Sha256.of(token.value().getBytes(StandardCharsets.US_ASCII));
            claims.put("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        }
        return call.withHeader("DPoP", Jwt.signed(key, Map.of("typ", "dpop+jwt", "jwk", key.publicJwk()), claims));
    }

    /** Remembers the nonce that an answer brings, if any; whether it asks for another proof, with that nonce. */
    boolean learns(HttpReply reply) {
        Optional<String> brought =
                reply.header("dpop-nonce").filter(text -> NONCE.matcher(text).matches());
        brought.ifPresent(text -> nonce = text);
        return brought.isPresent() && OauthError.of(reply).is("use_dpop_nonce");
    }

    /**
     * The address without query, as Okta compares it: with the path decoded, and only what no address can hold encoded
     * again. With {@code %40} for an @ it refuses the proof: okta/okta-sdk-python issue 541, okta/okta-sdk-nodejs issue
     * 521; okta/okta-sdk-java does it like this since pull request 1526.
     */
    static String htu(URI uri) {
        String path = uri.getPath()
                .replace("%", "%25")
                .replace(" ", "%20")
                .replace("\"", "%22")
                .replace("#", "%23");
        return uri.getScheme() + "://" + uri.getRawAuthority() + path;
    }
}
