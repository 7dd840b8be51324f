package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.Reply;
import java.util.Map;

/** Errors in OAuth's own form, as the token endpoint has them. */
final class OauthErrors {

    private OauthErrors() {}

    static Reply invalidRequest(String description) {
        return error(400, "invalid_request", description);
    }

    static Reply unsupportedGrantType() {
        return error(400, "unsupported_grant_type", "The authorization grant type is not supported.");
    }

    static Reply invalidClient(String description) {
        return error(401, "invalid_client", description);
    }

    static Reply invalidScope() {
        return error(400, "invalid_scope", "One or more scopes are not configured for the client.");
    }

    static Reply invalidProof(String description) {
        return error(400, "invalid_dpop_proof", description);
    }

    static Reply nonceRequired(String nonce) {
        return error(400, "use_dpop_nonce", "Authorization server requires nonce in DPoP proof.")
                .with("dpop-nonce", nonce);
    }

    private static Reply error(int status, String error, String description) {
        return Reply.json(status, Map.of("error", error, "error_description", description));
    }
}
