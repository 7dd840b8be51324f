package io.github.auth0migration.okta;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.SigningKey;

/**
 * A service app's access tokens, added to calls. A token that Okta refuses before its time is replaced once, and a proof
 * once more made with the nonce that Okta asks for. Thread-safe.
 */
final class ServiceAppTokens implements OktaCredentials {

    private final HttpTransport transport;
    private final AccessTokenCache tokens;
    private final DpopProofs proofs;

    private ServiceAppTokens(HttpTransport transport, AccessTokenCache tokens, DpopProofs proofs) {
        this.transport = transport;
        this.tokens = tokens;
        this.proofs = proofs;
    }

    static ServiceAppTokens of(OktaServiceApp app, BaseUrl orgUrl, HttpTransport transport) {
        // One key, but each endpoint has nonces of its own.
        SigningKey key = SigningKey.generateEc();
        TokenEndpoint endpoint = new TokenEndpoint(app, orgUrl, transport, new DpopProofs(key));
        return new ServiceAppTokens(transport, new AccessTokenCache(endpoint::fetch), new DpopProofs(key));
    }

    @Override
    public HttpReply send(HttpCall call) throws CallFailedException {
        AccessToken token = tokens.get(call.deadline());
        HttpReply reply = send(call, token);
        if (isRefusalOfToken(reply)) {
            tokens.drop(token);
            reply = send(call, tokens.get(call.deadline()));
        }
        OauthError error = OauthError.of(reply);
        if (error.is("invalid_dpop_proof") || error.is("use_dpop_nonce")) {
            throw CallFailedException.maybeSent(error.proofRefused());
        }
        return reply;
    }

    @Override
    public void prepare(Deadline deadline) throws CallFailedException {
        AccessToken ignored = tokens.get(deadline);
    }

    private HttpReply send(HttpCall call, AccessToken token) throws CallFailedException {
        HttpReply reply = transport.send(authorized(call, token));
        return proofs.learns(reply) && token.isDpop() ? transport.send(authorized(call, token)) : reply;
    }

    private HttpCall authorized(HttpCall call, AccessToken token) {
        return token.isDpop()
                ? proofs.prove(call.withHeader("Authorization", "DPoP " + token.value()), token)
                : call.withHeader("Authorization", "Bearer " + token.value());
    }

    /** A feature that is not enabled is a 401 too, and no token helps. */
    private static boolean isRefusalOfToken(HttpReply reply) {
        return reply.status() == 401
                && !OktaError.of(reply).code().equals("E0000015")
                && !OauthError.of(reply).is("use_dpop_nonce");
    }
}
