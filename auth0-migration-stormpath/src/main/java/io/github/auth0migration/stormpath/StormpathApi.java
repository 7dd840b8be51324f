package io.github.auth0migration.stormpath;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls that this source makes, one method each. */
final class StormpathApi {

    static final int PAGE = 100;

    /** What a server gives that does not say how much it gives. */
    private static final int DEFAULT_PAGE = 25;

    /** Stormpath's limit for custom data, 10 MB, and room for the account around it. */
    private static final int MAX_ACCOUNT_BYTES = 12 * 1024 * 1024;

    private static final int MAX_PAGE_BYTES = 32 * 1024 * 1024;

    private final StormpathSettings settings;
    private final HttpTransport transport;
    private final Retrier retrier;

    StormpathApi(StormpathSettings settings) {
        this.settings = settings;
        this.transport = settings.live().transport();
        this.retrier = settings.live().retrier();
    }

    /** POST loginAttempts: checks a password. Never sent twice. */
    HttpReply loginAttempt(String login, String password, Deadline deadline) throws CallFailedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "basic");
        body.put("value", Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8)));
        if (settings.accountStore() != null) {
            body.put("accountStore", settings.accountStore().json());
        }
        return send(
                Repeat.ONLY_IF_UNSENT,
                HttpCall.postJson(
                        settings.baseUrl()
                                .resolve(List.of("applications", settings.applicationId(), "loginAttempts"), Map.of()),
                        body,
                        deadline));
    }

    /** GET the application. */
    HttpReply application(Deadline deadline) throws CallFailedException {
        return accepted(read(List.of("applications", settings.applicationId()), Map.of(), deadline, 1 << 20));
    }

    /** GET the application's account stores, one mapping each. */
    Hits storeMappings(int offset, Deadline deadline) throws CallFailedException {
        return hits(
                List.of("applications", settings.applicationId(), "accountStoreMappings"), Map.of(), offset, deadline);
    }

    /** GET an account, if need be without the custom data that are too large or too odd; empty if there is none. */
    Optional<StormpathAccount> account(String id, Deadline deadline) throws CallFailedException {
        List<String> path = List.of("accounts", id);
        if (expansion().isEmpty()) {
            return account(read(path, Map.of(), deadline, MAX_ACCOUNT_BYTES));
        }
        try {
            return account(read(path, expansion(), deadline, MAX_ACCOUNT_BYTES));
        } catch (CallFailedException e) {
            if (e.failure().kind() != Failure.Kind.MALFORMED_RESPONSE) {
                throw e;
            }
            return account(read(path, Map.of(), deadline, MAX_ACCOUNT_BYTES));
        }
    }

    private static Optional<StormpathAccount> account(HttpReply reply) throws CallFailedException {
        return StormpathError.of(reply).isAbsence()
                ? Optional.empty()
                : Optional.of(StormpathAccount.of(accepted(reply).jsonObject()));
    }

    /**
     * A page of a collection.
     *
     * @param hits what is on it, whether it was asked for or not
     * @param complete whether the server calls it the last one
     */
    record Hits(List<JsonObject> hits, boolean complete) {}

    /** GET the application's accounts whose attribute is a value, or whatever the server makes of that. */
    Hits search(String attribute, String value, int offset, Deadline deadline) throws CallFailedException {
        return hits(accountsPath(), Map.of(attribute, value), offset, deadline);
    }

    /** GET the account's groups. */
    Hits groups(String accountId, int offset, Deadline deadline) throws CallFailedException {
        return hits(List.of("accounts", accountId, "groups"), Map.of(), offset, deadline);
    }

    private Hits hits(List<String> path, Map<String, String> query, int offset, Deadline deadline)
            throws CallFailedException {
        Map<String, String> limited = new TreeMap<>(query);
        limited.put("limit", String.valueOf(PAGE));
        if (offset > 0) {
            limited.put("offset", String.valueOf(offset));
        }
        JsonObject page =
                accepted(read(path, limited, deadline, MAX_PAGE_BYTES)).jsonObject();
        List<JsonObject> hits = items(page);
        long limit = page.integer("limit").orElse(DEFAULT_PAGE);
        // The items of this page to some servers, the total to others; old ones say nothing.
        long size = page.integer("size").orElse(0);
        boolean isLast = hits.size() < Math.min(PAGE, limit > 0 ? limit : DEFAULT_PAGE) && offset + hits.size() >= size;
        return new Hits(hits, hits.isEmpty() || isLast);
    }

    /** GET the application's accounts in the order in which they were made, from an offset on. */
    List<JsonObject> accounts(long offset, Expand expand, Deadline deadline) throws CallFailedException {
        Map<String, String> query = new TreeMap<>(expand == Expand.CUSTOM_DATA ? expansion() : Map.of());
        query.put("limit", String.valueOf(PAGE));
        query.put("offset", String.valueOf(offset));
        // The address makes the order total: a database may show rows of one moment now in this order, now in that.
        query.put("orderBy", "createdAt asc,email asc");
        return items(
                accepted(read(accountsPath(), query, deadline, MAX_PAGE_BYTES)).jsonObject());
    }

    /** What comes along with an account. */
    enum Expand {
        CUSTOM_DATA,
        NOTHING
    }

    private Map<String, String> expansion() {
        return settings.customData() == CustomData.OMIT ? Map.of() : Map.of("expand", "customData");
    }

    private List<String> accountsPath() {
        return List.of("applications", settings.applicationId(), "accounts");
    }

    /** The items of a collection; one without them is none. */
    private static List<JsonObject> items(JsonObject page) throws CallFailedException {
        if (!page.has("items")) {
            throw CallFailedException.maybeSent(
                    Failure.of(Failure.Kind.MALFORMED_RESPONSE, "The platform's answer has no member \"items\"."));
        }
        return page.objects("items");
    }

    /** The query goes out sorted by name: that is what SAuthc1 signs. */
    private HttpReply read(List<String> path, Map<String, String> query, Deadline deadline, int maxBytes)
            throws CallFailedException {
        return send(
                Repeat.FREELY,
                HttpCall.get(settings.baseUrl().resolve(path, new TreeMap<>(query)), deadline)
                        .withMaxBodyBytes(maxBytes));
    }

    private HttpReply send(Repeat repeat, HttpCall call) throws CallFailedException {
        return retrier.call(
                repeat,
                call.deadline(),
                () -> ofPlatform(transport.send(settings.apiKey().prove(call))));
    }

    /** Lets through what Stormpath itself says; a redirect, a rate limit or a server error is a failure whatever its code. */
    private static HttpReply ofPlatform(HttpReply reply) throws CallFailedException {
        StormpathError error = StormpathError.of(reply);
        error.requestId().ifPresent(ScriptBoundary::answered);
        if (reply.status() >= 300 && error.isDirectoryAgent()) {
            throw CallFailedException.maybeSent(error.failure(
                    Failure.Kind.SERVER_ERROR, "A directory behind Stormpath is down, slow or not understood"));
        }
        Optional<Failure> failure = reply.failure();
        if (failure.isPresent()) {
            throw CallFailedException.maybeSent(error.describe(failure.get()));
        }
        return reply;
    }

    private static HttpReply accepted(HttpReply reply) throws CallFailedException {
        if (reply.status() != 200) {
            throw CallFailedException.maybeSent(StormpathError.of(reply).failure());
        }
        return reply;
    }
}
