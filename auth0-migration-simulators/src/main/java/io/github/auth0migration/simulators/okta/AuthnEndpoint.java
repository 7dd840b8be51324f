package io.github.auth0migration.simulators.okta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/authn} and its cancel. */
final class AuthnEndpoint {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Clock clock;
    private final SignIn signIn;
    private final Directory directory;
    private final Transactions transactions = new Transactions();
    private final Map<String, Reply> scripted = new ConcurrentHashMap<>();

    AuthnEndpoint(Clock clock, SignIn signIn, Directory directory) {
        this.clock = clock;
        this.signIn = signIn;
        this.directory = directory;
    }

    int openTransactions() {
        return transactions.count();
    }

    void script(String login, Reply reply) {
        scripted.put(key(login), reply);
    }

    void unscript(String login) {
        scripted.remove(key(login));
    }

    Reply authenticate(ReceivedRequest<OktaOperation> request) {
        return wrongHeaders(request)
                .orElseGet(() ->
                        body(request).map(body -> authenticate(body, request)).orElseGet(OktaErrors::malformedBody));
    }

    Reply cancel(ReceivedRequest<OktaOperation> request) {
        return wrongHeaders(request)
                .orElseGet(() -> body(request).map(this::cancel).orElseGet(OktaErrors::malformedBody));
    }

    private Reply authenticate(ObjectNode body, ReceivedRequest<OktaOperation> request) {
        String username = text(body, "username");
        String password = text(body, "password");
        String stateToken = text(body, "stateToken");
        if (username.isEmpty() && password.isEmpty() && !stateToken.isEmpty()) {
            return transactions.state(stateToken).orElseGet(OktaErrors::invalidToken);
        }
        if (username.isEmpty() || password.isEmpty()) {
            return OktaErrors.usernameAndPasswordRequired();
        }
        Reply canned = scripted.get(key(username));
        if (canned != null) {
            return opened(canned);
        }
        boolean warn = body.path("options").path("warnBeforePasswordExpired").asBoolean(false);
        return signIn.answer(username, password, warn, answers(body, request));
    }

    private Reply cancel(ObjectNode body) {
        String stateToken = text(body, "stateToken");
        if (stateToken.isEmpty()) {
            return OktaErrors.validation("stateToken", "The field cannot be left blank");
        }
        return transactions.cancel(stateToken) ? Reply.json(200, Map.of()) : OktaErrors.invalidToken();
    }

    private AuthnAnswers answers(ObjectNode body, ReceivedRequest<OktaOperation> request) {
        @Nullable JsonNode relayState = body.get("relayState");
        return new AuthnAnswers(clock, transactions, OktaService.url(request), relayState);
    }

    /** A scripted answer that hands out a state token begins a transaction, like any other. */
    private Reply opened(Reply canned) {
        try {
            String stateToken = JSON.readTree(canned.text()).path("stateToken").asText("");
            if (!stateToken.isEmpty()) {
                transactions.open(stateToken, canned);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scripted answer is always JSON", e);
        }
        return canned;
    }

    /** The same for a login, its short name and any case of them. */
    private String key(String username) {
        return directory
                .byLoginOrShortName(username)
                .map(OktaPerson::login)
                .orElse(username)
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<Reply> wrongHeaders(ReceivedRequest<OktaOperation> request) {
        Optional<String> type = request.header("Content-Type").map(value -> value.toLowerCase(Locale.ROOT));
        if (type.isEmpty()) {
            return Optional.of(OktaErrors.headersNotSet());
        }
        if (!type.get().split(";", 2)[0].strip().equals("application/json")) {
            return Optional.of(OktaErrors.mediaTypeNotSupported());
        }
        return OktaService.acceptsJson(request) ? Optional.empty() : Optional.of(OktaErrors.notAcceptable());
    }

    private static Optional<ObjectNode> body(ReceivedRequest<OktaOperation> request) {
        try {
            return JSON.readTree(request.body()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String text(ObjectNode body, String member) {
        return body.path(member).asText("");
    }
}
