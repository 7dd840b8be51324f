package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.PathSegment;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Checks DPoP proofs. {@code htu} must hold the decoded path, in which only what no address can hold is encoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
final class DpopProofs {

    // How old a proof may be is not documented.
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Clock clock;
    private final OnlyOnce used = new OnlyOnce();
    private volatile String nonce = OktaIds.nonce();
    private volatile boolean nonceOnApiCalls;

    DpopProofs(Clock clock) {
        this.clock = clock;
    }

    void renewNonce() {
        nonce = OktaIds.nonce();
    }

    void requireNonceOnApiCalls() {
        nonceOnApiCalls = true;
    }

    /** What a check found: a refusal, or the thumbprint of the key that signed. */
    record Checked(Optional<Reply> refusal, String thumbprint) {}

    /** The proof that comes with a request for a token. */
    Checked atTokenEndpoint(ReceivedRequest<OktaOperation> request) {
        return check(request, "", true);
    }

    /** The proof that comes with an access token. */
    Checked atApi(ReceivedRequest<OktaOperation> request, String accessToken) {
        return check(request, SignedToken.hash(accessToken), nonceOnApiCalls);
    }

    private Checked check(ReceivedRequest<OktaOperation> request, String hash, boolean needsNonce) {
        List<String> headers = request.headers().getOrDefault("DPoP", List.of());
        if (headers.size() != 1) {
            return refused("The DPoP proof JWT header is missing.");
        }
        Optional<SignedToken> proof = SignedToken.parse(headers.get(0));
        String wrong = proof.map(token -> wrongWith(token, request, hash)).orElse("The DPoP proof JWT is malformed.");
        if (!wrong.isEmpty()) {
            return refused(wrong);
        }
        return needsNonce && !proof.orElseThrow().claim("nonce").equals(nonce)
                ? new Checked(Optional.of(OauthErrors.nonceRequired(nonce)), "")
                : new Checked(Optional.empty(), proof.orElseThrow().thumbprint());
    }

    private static Checked refused(String description) {
        return new Checked(Optional.of(OauthErrors.invalidProof(description)), "");
    }

    private String wrongWith(SignedToken proof, ReceivedRequest<OktaOperation> request, String hash) {
        Optional<PublicKey> key = proof.ownKey();
        if (!proof.header("typ").equals("dpop+jwt") || key.isEmpty() || !proof.isSignedBy(key.get())) {
            return "The DPoP proof JWT is not signed by the key in its header.";
        }
        if (!proof.claim("htm").equals(request.method()) || !proof.claim("htu").equals(htu(request))) {
            return "The DPoP proof JWT is for another request.";
        }
        long age = Math.abs(clock.instant().getEpochSecond() - proof.seconds("iat"));
        if (age > TOLERATED.toSeconds() || !used.first(proof.claim("jti"))) {
            return "The DPoP proof JWT is too old, or was used before.";
        }
        return proof.claim("ath").equals(hash) ? "" : "The DPoP proof JWT is for another access token.";
    }

    private static String htu(ReceivedRequest<OktaOperation> request) {
        String path = PathSegment.decode(request.rawPath());
        return OktaService.url(request)
                + path.replace("%", "%25")
                        .replace(" ", "%20")
                        .replace("\"", "%22")
                        .replace("#", "%23");
    }
}
