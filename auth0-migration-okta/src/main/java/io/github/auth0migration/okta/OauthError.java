package io.github.auth0migration.okta;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer says in OAuth's own form: {@code error} in its body, or in {@code WWW-Authenticate}.
 *
 * @param reply the answer
 * @param error OAuth's code; empty when there is none
 */
record OauthError(HttpReply reply, String error) {

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");
    private static final Pattern CHALLENGE = Pattern.compile("(?:^|[\\s,])error=\"([a-z_]{1,64})\"");

    static OauthError of(HttpReply reply) {
        return new OauthError(reply, reply.status() < 400 ? "" : codeOf(reply));
    }

    private static String codeOf(HttpReply reply) {
        try {
            String code = reply.jsonObject().string("error").orElse("");
            if (CODE.matcher(code).matches()) {
                return code;
            }
        } catch (CallFailedException e) {
            // Not Okta's; what the header says counts all the same.
        }
        for (String challenge : reply.headers("WWW-Authenticate")) {
            Matcher matcher = CHALLENGE.matcher(challenge);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }

    boolean is(String code) {
        return error.equals(code);
    }

    /** What it means at the token endpoint. */
    Failure atTokenEndpoint() {
        return switch (error) {
            case "invalid_client", "invalid_grant" ->
                failure(
                        Failure.Kind.SOURCE_CREDENTIALS,
                        "Okta refuses the service app: check client id, key, key id and this machine's clock");
            case "invalid_dpop_proof", "use_dpop_nonce" -> proofRefused();
            case "invalid_scope" ->
                failure(Failure.Kind.CONFIGURATION, "The service app is not granted the scope okta.users.read");
            case "unauthorized_client", "unsupported_grant_type", "access_denied" ->
                failure(
                        Failure.Kind.CONFIGURATION,
                        "Okta gives this app no token for client credentials: it must be an API service app");
            case "invalid_request" -> failure(Failure.Kind.INTERNAL, "Okta calls our request for a token wrong");
            default -> withoutCode();
        };
    }

    Failure proofRefused() {
        return failure(
                Failure.Kind.SOURCE_CREDENTIALS, "Okta refuses the source's DPoP proof: check this machine's clock");
    }

    private Failure withoutCode() {
        OktaError okta = OktaError.of(reply);
        return error.isEmpty() && !okta.code().isEmpty()
                ? okta.onManagementCall()
                : failure(
                        Failure.Kind.MALFORMED_RESPONSE,
                        "The token endpoint answered in a way that we do not understand");
    }

    private Failure failure(Failure.Kind kind, String what) {
        String code = error.isEmpty() ? "" : " " + error;
        return OktaError.of(reply).describe(Failure.of(kind, what + " (" + reply.status() + code + ")."));
    }

    @Override
    public String toString() {
        return "OauthError[" + error + "]";
    }
}
