package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The access tokens of service apps, each good for an hour. */
final class AccessTokens {

    static final Duration LIFETIME = Duration.ofHours(1);

    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";

    private final Clock clock;
    private final DpopProofs proofs;
    private final Map<String, Grant> grants = new LinkedHashMap<>();

    AccessTokens(Clock clock, DpopProofs proofs) {
        this.clock = clock;
        this.proofs = proofs;
    }

    private record Grant(Set<String> scopes, String thumbprint, Instant end) {}

    /** A new token; with a thumbprint only the owner of that key may use it. */
    synchronized String issue(Set<String> scopes, String thumbprint) {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> !now.isBefore(grant.end()));
        String token = OktaIds.accessToken();
        grants.put(token, new Grant(scopes, thumbprint, now.plus(LIFETIME)));
        return token;
    }

    synchronized void revokeAll() {
        grants.clear();
    }

    static boolean isOne(String authorization) {
        return authorization.startsWith(BEARER) || authorization.startsWith(DPOP);
    }

    /** Why a call with an access token may not pass. */
    Optional<Reply> refusal(ReceivedRequest<OktaOperation> request, String authorization) {
        boolean dpop = authorization.startsWith(DPOP);
        String token = authorization.substring(dpop ? DPOP.length() : BEARER.length());
        Optional<Grant> grant = valid(token).filter(known -> known.thumbprint().isEmpty() != dpop);
        if (grant.isEmpty()) {
            return Optional.of(OktaErrors.invalidToken());
        }
        if (dpop) {
            DpopProofs.Checked proof = proofs.atApi(request, token);
            if (proof.refusal().isPresent()) {
                return proof.refusal();
            }
            if (!proof.thumbprint().equals(grant.get().thumbprint())) {
                return Optional.of(OktaErrors.invalidToken());
            }
        }
        return grant.get().scopes().contains("okta.users.read")
                ? Optional.empty()
                : Optional.of(OktaErrors.accessDenied());
    }

    private synchronized Optional<Grant> valid(String token) {
        return Optional.ofNullable(grants.get(token))
                .filter(grant -> clock.instant().isBefore(grant.end()));
    }
}
