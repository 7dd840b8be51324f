package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code POST /oauth2/v1/token}: client credentials, proved by a signed assertion. */
final class TokenEndpoint {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final DpopProofs proofs;
    private final AccessTokens tokens;
    private final Map<String, OktaClient> clients = new ConcurrentHashMap<>();
    private final OnlyOnce assertions = new OnlyOnce();

    TokenEndpoint(Clock clock, DpopProofs proofs, AccessTokens tokens) {
        this.clock = clock;
        this.proofs = proofs;
        this.tokens = tokens;
    }

    void register(OktaClient client) {
        clients.put(client.id(), client);
    }

    void unregister(String clientId) {
        clients.remove(clientId);
    }

    Reply answer(ReceivedRequest<OktaOperation> request) {
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.equals("application/x-www-form-urlencoded")) {
            return OauthErrors.invalidRequest("The content type must be application/x-www-form-urlencoded.");
        }
        QueryParameters form = QueryParameters.parse(request.body());
        if (!form.get("grant_type").equals("client_credentials")) {
            return OauthErrors.unsupportedGrantType();
        }
        Optional<SignedToken> assertion = SignedToken.parse(form.get("client_assertion"));
        if (!form.get("client_assertion_type").equals(JWT_BEARER) || assertion.isEmpty()) {
            return OauthErrors.invalidRequest("The client assertion is missing or malformed.");
        }
        Optional<OktaClient> client =
                Optional.ofNullable(clients.get(assertion.get().claim("sub")));
        String wrong = client.map(known -> wrongWith(assertion.get(), known, OktaService.url(request)))
                .orElse("The client is not known.");
        return wrong.isEmpty()
                ? grant(client.orElseThrow(), form.get("scope"), request)
                : OauthErrors.invalidClient(wrong);
    }

    private String wrongWith(SignedToken assertion, OktaClient client, String url) {
        Optional<PublicKey> key = client.key(assertion.header("kid"));
        if (key.isEmpty() || !assertion.isSignedBy(key.get())) {
            return "The client assertion's signature is invalid.";
        }
        if (!assertion.claim("iss").equals(client.id())
                || !assertion.claim("aud").equals(url + OktaRoutes.TOKEN)) {
            return "The client assertion is for another issuer or audience.";
        }
        long left = assertion.seconds("exp") - clock.instant().getEpochSecond();
        if (left <= 0 || left > LONGEST.toSeconds()) {
            return "The client assertion has expired, or lives too long.";
        }
        return assertions.first(assertion.claim("jti")) ? "" : "The client assertion was used before.";
    }

    private Reply grant(OktaClient client, String scope, ReceivedRequest<OktaOperation> request) {
        Set<String> scopes = Set.copyOf(List.of(scope.split(" ", -1)));
        if (!client.scopes().containsAll(scopes)) {
            return OauthErrors.invalidScope();
        }
        if (!client.isDpopRequired() && request.header("DPoP").isEmpty()) {
            return granted("Bearer", scopes, "");
        }
        DpopProofs.Checked proof = proofs.atTokenEndpoint(request);
        return proof.refusal().orElseGet(() -> granted("DPoP", scopes, proof.thumbprint()));
    }

    private Reply granted(String type, Set<String> scopes, String thumbprint) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", type);
        answer.put("expires_in", AccessTokens.LIFETIME.toSeconds());
        answer.put("access_token", tokens.issue(scopes, thumbprint));
        answer.put("scope", String.join(" ", scopes));
        return Reply.json(200, answer);
    }
}
