package io.github.auth0migration.gigya;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Failure.Kind;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an error code means where it says nothing about a person. Texts are never looked at, and {@code statusCode} is
 * deprecated: one of them mixes outcomes, the others change.
 *
 * @param code the error code
 * @param apiDomain the data centre that Gigya names; shown to the operator, never called
 * @param callId Gigya's id of the call, for its support
 */
record GigyaError(int code, Optional<String> apiDomain, Optional<String> callId) {

    static final int NO_SUCH_ACCOUNT = 404003;

    private static final Pattern CALL_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

    static GigyaError of(GigyaReply reply) {
        return new GigyaError(
                reply.code(), text(reply.json(), "apiDomain", HOST), text(reply.json(), "callId", CALL_ID));
    }

    private static Optional<String> text(JsonObject json, String name, Pattern form) {
        try {
            return json.string(name).filter(text -> form.matcher(text).matches());
        } catch (CallFailedException e) {
            return Optional.empty();
        }
    }

    /** Whether the same call may well succeed a moment later. */
    boolean isTransient() {
        Kind kind = failure().kind();
        return kind == Kind.RATE_LIMITED || kind == Kind.SERVER_ERROR || kind == Kind.TIMEOUT;
    }

    /** Whether the site or the key does not have this method at all. */
    boolean isMissingMethod() {
        boolean aboutTheCall = code / 1000 == 400 || code / 1000 == 404 || code / 1000 == 405 || code == 403007;
        return aboutTheCall && code != NO_SUCH_ACCOUNT && failure().kind() != Kind.SOURCE_CREDENTIALS;
    }

    Failure failure() {
        if (code >= 500_000 && code < 501_000) {
            return failure(Kind.SERVER_ERROR, "Gigya reports an error of its own");
        }
        return switch (code) {
            case 301001 -> wrongDataCenter();
            case 400093 -> failure(Kind.SOURCE_CREDENTIALS, "Gigya does not know the apiKey");
            case 403002 ->
                failure(Kind.SOURCE_CREDENTIALS, "Gigya calls our request expired: synchronize this machine's clock");
            case 403006 -> failure(Kind.CONFIGURATION, "Gigya wants https: correct baseUrl");
            case 403007 ->
                failure(Kind.CONFIGURATION, "The user key may not do this: widen its application's permission group");
            case 400008, 403003, 403004, 403005, 403010, 403036 ->
                failure(Kind.SOURCE_CREDENTIALS, "Gigya refuses our user key, secret or signature");
            case 400002, 400006 -> failure(Kind.INTERNAL, "Gigya calls our request wrong");
            case 400302 -> failure(Kind.SERVER_ERROR, "An extension of the site failed");
            case 403048, 503001 -> failure(Kind.RATE_LIMITED, "The limit of calls is reached");
            case 409030 -> failure(Kind.RATE_LIMITED, "Too many calls at once for one account");
            case 504001, 504002 -> failure(Kind.TIMEOUT, "Gigya ran out of time");
            default -> failure(Kind.MALFORMED_RESPONSE, "Gigya answered in a way that we do not understand");
        };
    }

    private Failure wrongDataCenter() {
        return failure(
                Kind.CONFIGURATION,
                "The site lives in another data centre"
                        + apiDomain
                                .map(domain -> ", it says " + domain + ": set that as dataCenter")
                                .orElse(": correct dataCenter"));
    }

    Failure failure(Kind kind, String what) {
        Failure failure = Failure.of(kind, what + " (" + code + ").");
        return callId.map(failure::withUpstreamRequestId).orElse(failure);
    }
}
