package io.github.auth0migration.okta;

import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.Repeat;
import io.github.auth0migration.spi.Retrier;
import io.github.auth0migration.spi.ScriptBoundary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that this source makes, one method each. */
final class OktaApi {

    /** One page is plenty: two owners are ambiguous already. */
    private static final int SEARCH_LIMIT = 25;

    private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(1);

    /** 200 people with long profiles are more than the transport's own limit takes. */
    private static final int MAX_PAGE_BYTES = 16 * 1024 * 1024;

    private final OktaSettings settings;
    private final HttpTransport transport;
    private final OktaCredentials credentials;
    private final Retrier retrier;

    OktaApi(OktaSettings settings) {
        this.settings = settings;
        this.transport = settings.live().transport();
        this.credentials = OktaCredentials.of(settings);
        this.retrier = settings.live().retrier();
    }

    /** POST /api/v1/authn: primary authentication. Never sent twice. */
    HttpReply authn(String login, String password, ClientInfo client, Deadline deadline) throws CallFailedException {
        boolean trusted = settings.authnApplication() == AuthnApplication.TRUSTED;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", login);
        body.put("password", password);
        if (trusted) {
            client.deviceId().ifPresent(id -> body.put("context", Map.of("deviceToken", id)));
        }
        HttpCall call = HttpCall.postJson(uri("api", "v1", "authn"), body, deadline);
        if (client.userAgent().isPresent()) {
            call = call.withHeader("User-Agent", client.userAgent().get());
        }
        if (client.trustedAddress().isPresent()) {
            call = call.withHeader(
                    "X-Forwarded-For", client.trustedAddress().get().getHostAddress());
        }
        if (trusted && client.deviceId().isPresent()) {
            call = call.withHeader("X-Device-Fingerprint", client.deviceId().get());
        }
        HttpCall sent = call;
        return retrier.call(
                Repeat.ONLY_IF_UNSENT,
                deadline,
                () -> ofPlatform(trusted ? credentials.send(sent) : transport.send(sent)));
    }

    /** POST /api/v1/authn/cancel: revokes a state token. What goes wrong does not matter: it expires anyway. */
    void cancel(String stateToken, Deadline deadline) {
        if (deadline.isExpired()) {
            return;
        }
        try {
            HttpReply ignored = transport.send(HttpCall.postJson(
                    uri("api", "v1", "authn", "cancel"),
                    Map.of("stateToken", stateToken),
                    deadline.within(CANCEL_TIMEOUT)));
        } catch (CallFailedException | RuntimeException e) {
            // Nothing depends on it.
        }
    }

    /** GET /api/v1/users/{id or login}; empty on the one answer that means absence: 404 with E0000007. */
    Optional<JsonObject> user(String idOrLogin, Deadline deadline) throws CallFailedException {
        HttpReply reply = read(uri("api", "v1", "users", idOrLogin), deadline);
        return isAbsence(reply) ? Optional.empty() : Optional.of(accepted(reply).jsonObject());
    }

    /**
     * The first page of a search.
     *
     * @param hits what it found
     * @param complete whether there is no other page
     */
    record Hits(List<JsonObject> hits, boolean complete) {}

    /** GET /api/v1/users?search=: eventually consistent; never more than the first page. */
    Hits search(String expression, Deadline deadline) throws CallFailedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("search", expression);
        query.put("limit", String.valueOf(SEARCH_LIMIT));
        HttpReply reply = read(usersUri(query), deadline);
        boolean more = NextLink.isIn(reply);
        return new Hits(accepted(reply).jsonObjects(), !more);
    }

    /**
     * A page of a list.
     *
     * @param rows who is on it
     * @param next the query of the page after it; empty at the end
     * @param date when Okta answered, by its own clock; empty if it does not tell
     */
    record Page(List<JsonObject> rows, Optional<Map<String, String>> next, Optional<Instant> date) {}

    /** GET /api/v1/users, one page. */
    Page users(Map<String, String> query, Deadline deadline) throws CallFailedException {
        URI asked = usersUri(query);
        HttpReply reply = accepted(send(HttpCall.get(asked, deadline).withMaxBodyBytes(MAX_PAGE_BYTES)));
        return new Page(reply.jsonObjects(), NextLink.queryOf(reply, asked), reply.date("Date"));
    }

    /** GET /api/v1/users/{id}/factors; empty if the token may not see them. */
    Optional<List<JsonObject>> factors(String id, Deadline deadline) throws CallFailedException {
        HttpReply reply = read(uri("api", "v1", "users", id, "factors"), deadline);
        if (isAbsence(reply)) {
            throw CallFailedException.maybeSent(OktaError.of(reply)
                    .failure(Failure.Kind.MALFORMED_RESPONSE, "Okta showed a person whom it does not know any more"));
        }
        return isMissingRight(reply)
                ? Optional.empty()
                : Optional.of(accepted(reply).jsonObjects());
    }

    /** GET /.well-known/okta-organization: which engine; needs no token. */
    HttpReply organization(Deadline deadline) throws CallFailedException {
        HttpCall call = HttpCall.get(uri(".well-known", "okta-organization"), deadline);
        return accepted(retrier.call(Repeat.FREELY, deadline, () -> ofPlatform(transport.send(call))));
    }

    /** Fetches an access token, where the source needs one and has none. */
    void prepareCredentials(Deadline deadline) throws CallFailedException {
        retrier.call(Repeat.FREELY, deadline, () -> {
            credentials.prepare(deadline);
            return "";
        });
    }

    private HttpReply read(URI uri, Deadline deadline) throws CallFailedException {
        return send(HttpCall.get(uri, deadline));
    }

    private HttpReply send(HttpCall call) throws CallFailedException {
        return retrier.call(Repeat.FREELY, call.deadline(), () -> ofPlatform(credentials.send(call)));
    }

    private URI usersUri(Map<String, String> query) {
        return settings.orgUrl().resolve(List.of("api", "v1", "users"), query);
    }

    private URI uri(String... segments) {
        return settings.orgUrl().resolve(List.of(segments), Map.of());
    }

    /** Lets through what Okta itself says; a redirect, a rate limit or a server error is a failure whatever was asked. */
    static HttpReply ofPlatform(HttpReply reply) throws CallFailedException {
        OktaError.requestIdOf(reply).ifPresent(ScriptBoundary::answered);
        Optional<Failure> failure = reply.failure();
        if (failure.isPresent()) {
            throw CallFailedException.maybeSent(
                    OktaError.of(reply).describe(OktaRateLimit.refine(failure.get(), reply)));
        }
        return reply;
    }

    private static boolean isAbsence(HttpReply reply) {
        return reply.status() == 404 && OktaError.of(reply).code().equals("E0000007");
    }

    /** Okta's own word that the token lacks a right; a gateway's 403 is none. */
    private static boolean isMissingRight(HttpReply reply) {
        return reply.status() == 403 && OktaError.of(reply).code().equals("E0000006");
    }

    private static HttpReply accepted(HttpReply reply) throws CallFailedException {
        if (reply.status() != 200) {
            throw CallFailedException.maybeSent(OktaError.of(reply).onManagementCall());
        }
        return reply;
    }
}
