package io.github.auth0migration.gigya;

import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.Repeat;
import io.github.auth0migration.spi.Retrier;
import io.github.auth0migration.spi.ScriptBoundary;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The calls that this source makes, one method each. All are POSTs of a form: a password or secret in a URL ends up in
 * logs.
 */
final class GigyaApi {

    /** A page of 1000 accounts with all their data. */
    private static final int MAX_PAGE_BYTES = 64 << 20;

    // Naming anything drops the default, so the list is whole. No blanks.
    private static final String LOGIN_INCLUDE = "profile,data,emails,loginIDs";
    private static final String ACCOUNT_INCLUDE = LOGIN_INCLUDE + ",identities-active,isLockedOut";

    private final GigyaSettings settings;
    private final HttpTransport transport;
    private final Retrier retrier;

    GigyaApi(GigyaSettings settings) {
        this.settings = settings;
        this.transport = settings.live().transport();
        this.retrier = settings.live().retrier();
    }

    /** accounts.login. Never sent twice: each try counts towards a lockout and opens a session. */
    GigyaReply login(LoginRequest request) throws CallFailedException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("loginID", request.identifier().value());
        fields.put("password", request.password());
        fields.put("include", LOGIN_INCLUDE);
        Map<String, Object> context = clientContext(request.client());
        if (!context.isEmpty()) {
            fields.put("clientContext", Json.write(context));
        }
        return call("accounts.login", fields, Repeat.ONLY_IF_UNSENT, request.deadline(), UnaryOperator.identity());
    }

    /** With it a rule per address sees the person's address, without it ours. Only what the host trusts. */
    private static Map<String, Object> clientContext(ClientInfo client) {
        Map<String, Object> context = new LinkedHashMap<>();
        client.trustedAddress().ifPresent(address -> context.put("clientIP", address.getHostAddress()));
        client.deviceId().ifPresent(id -> context.put("deviceID", id));
        return context;
    }

    /** accounts.identifiers.find: whose identifier it is, exact at once. */
    GigyaReply find(String kind, String id, Deadline deadline) throws CallFailedException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("identifierSchema", "gigya.com/identifiers/" + kind);
        fields.put("id", id);
        return read("accounts.identifiers.find", fields, deadline);
    }

    /** accounts.getAccountInfo of one account; empty if there is no such account any more. */
    Optional<JsonObject> account(String uid, Deadline deadline) throws CallFailedException {
        return account("UID", uid, ACCOUNT_INCLUDE, deadline);
    }

    /** accounts.getAccountInfo with the password hash, as far as the key may see it. */
    Optional<JsonObject> accountWithPassword(String uid, Deadline deadline) throws CallFailedException {
        return account("UID", uid, ACCOUNT_INCLUDE + ",password", deadline);
    }

    /** accounts.getAccountInfo of somebody whose sign-in is not finished. */
    Optional<JsonObject> unfinished(String regToken, Deadline deadline) throws CallFailedException {
        return account("regToken", regToken, ACCOUNT_INCLUDE, deadline);
    }

    private Optional<JsonObject> account(String by, String value, String include, Deadline deadline)
            throws CallFailedException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(by, value);
        fields.put("include", include);
        GigyaReply reply = read("accounts.getAccountInfo", fields, deadline);
        return isNobody(reply, deadline) ? Optional.empty() : Optional.of(accepted(reply));
    }

    /**
     * Whether a read says that there is nobody. 403005 says this and also that our own user key is unknown: it counts
     * only if another call with the same credentials works.
     */
    boolean isNobody(GigyaReply reply, Deadline deadline) throws CallFailedException {
        if (reply.code() == 403005) {
            JsonObject ignored = accepted(probe(deadline));
            return true;
        }
        return reply.code() == GigyaError.NO_SUCH_ACCOUNT || reply.code() == 403047;
    }

    /** accounts.search for anybody: works exactly if site, credentials and data centre are right. */
    GigyaReply probe(Deadline deadline) throws CallFailedException {
        return read("accounts.search", Map.of("query", "SELECT UID FROM accounts LIMIT 1"), deadline);
    }

    /** accounts.search, whose index lags behind: the first page. */
    SearchPage search(String query, Deadline deadline) throws CallFailedException {
        return SearchPage.of(accepted(read("accounts.search", Map.of("query", query), deadline)));
    }

    /** accounts.search for everybody: the first page, which opens a cursor. */
    SearchPage firstPage(String query, Deadline deadline) throws CallFailedException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query", query);
        fields.put("openCursor", "true");
        return page(fields, deadline);
    }

    /** accounts.search for everybody: a page after the first. The query must not be sent again. */
    SearchPage nextPage(String cursorId, Deadline deadline) throws CallFailedException {
        return page(Map.of("cursorId", cursorId), deadline);
    }

    private SearchPage page(Map<String, String> fields, Deadline deadline) throws CallFailedException {
        return SearchPage.of(accepted(call(
                "accounts.search", fields, Repeat.FREELY, deadline, call -> call.withMaxBodyBytes(MAX_PAGE_BYTES))));
    }

    private GigyaReply read(String method, Map<String, String> fields, Deadline deadline) throws CallFailedException {
        return call(method, fields, Repeat.FREELY, deadline, UnaryOperator.identity());
    }

    /** Each attempt is signed anew: Gigya takes a nonce or a token once. */
    private GigyaReply call(
            String method, Map<String, String> fields, Repeat repeat, Deadline deadline, UnaryOperator<HttpCall> limits)
            throws CallFailedException {
        URI uri = settings.baseUrl().resolve(List.of(method), Map.of());
        Map<String, String> all = new LinkedHashMap<>();
        all.put("apiKey", settings.apiKey());
        all.put("format", "json");
        all.put("httpStatusCodes", "false");
        all.putAll(fields);
        return retrier.call(repeat, deadline, () -> {
            HttpCall call = settings.credentials().call(uri, all, deadline);
            GigyaReply reply = GigyaReply.of(transport.send(limits.apply(call)));
            reply.error().callId().ifPresent(ScriptBoundary::answered);
            if (reply.error().isTransient()) {
                throw CallFailedException.maybeSent(reply.error().failure());
            }
            return reply;
        });
    }

    static JsonObject accepted(GigyaReply reply) throws CallFailedException {
        if (!reply.isOk()) {
            throw CallFailedException.maybeSent(reply.error().failure());
        }
        return reply.json();
    }
}
