package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The org behind the server: limits first, then the token, then rights, then the operation itself. */
final class OktaService {

    private final RateLimits limits;
    private final ApiTokens tokens;
    private final DpopProofs proofs;
    private final AccessTokens accessTokens;
    private final TokenEndpoint token;
    private final Directory directory;
    private final SearchIndex index;
    private final SignIn signIn;
    private final AuthnEndpoint authn;
    private final UsersEndpoint users;
    private final UserList list;
    private final Set<OktaOperation> denied = Collections.synchronizedSet(EnumSet.noneOf(OktaOperation.class));
    private volatile String pipeline = "v1";

    OktaService(Clock clock, String apiToken, OktaPerson owner) {
        this.limits = new RateLimits(clock);
        this.tokens = new ApiTokens(apiToken);
        this.proofs = new DpopProofs(clock);
        this.accessTokens = new AccessTokens(clock, proofs);
        this.token = new TokenEndpoint(clock, proofs, accessTokens);
        this.index = new SearchIndex(clock);
        this.directory = new Directory(clock, index);
        this.signIn = new SignIn(directory);
        this.authn = new AuthnEndpoint(clock, signIn, directory);
        this.list = new UserList(directory, index);
        this.users = new UsersEndpoint(directory, list, directory.add(owner).id());
    }

    RateLimits limits() {
        return limits;
    }

    ApiTokens tokens() {
        return tokens;
    }

    DpopProofs proofs() {
        return proofs;
    }

    AccessTokens accessTokens() {
        return accessTokens;
    }

    TokenEndpoint token() {
        return token;
    }

    Directory directory() {
        return directory;
    }

    SearchIndex index() {
        return index;
    }

    SignIn signIn() {
        return signIn;
    }

    AuthnEndpoint authn() {
        return authn;
    }

    Set<OktaOperation> denied() {
        return denied;
    }

    void pipeline(String engine) {
        this.pipeline = engine;
    }

    /** The address that the client used, for links. */
    static String url(ReceivedRequest<OktaOperation> request) {
        return "http://" + request.header("Host").orElse("127.0.0.1");
    }

    static boolean acceptsJson(ReceivedRequest<OktaOperation> request) {
        String accept = request.header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
        return List.of("*/*", "application/*", "application/json").stream().anyMatch(accept::contains);
    }

    Reply answer(ReceivedRequest<OktaOperation> request) {
        RateLimits.Quota quota = limits.take(request.operation());
        Reply reply = quota.allowed() ? withinLimits(request) : OktaErrors.tooManyRequests();
        return reply.with("x-rate-limit-limit", String.valueOf(quota.limit()))
                .with("x-rate-limit-remaining", String.valueOf(quota.remaining()))
                .with("x-rate-limit-reset", String.valueOf(quota.reset()))
                .with("X-Okta-Request-Id", OktaIds.request());
    }

    private Reply withinLimits(ReceivedRequest<OktaOperation> request) {
        Optional<Reply> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (denied.contains(request.operation())) {
            return OktaErrors.accessDenied();
        }
        return allowed(request);
    }

    /** Why the credential that came with a request, or did not, keeps it out. */
    private Optional<Reply> refusal(ReceivedRequest<OktaOperation> request) {
        Optional<String> authorization = request.header("Authorization");
        return switch (request.operation()) {
            case GET_USER, SEARCH_USERS, LIST_FACTORS ->
                authorization.filter(AccessTokens::isOne).isPresent()
                        ? accessTokens.refusal(request, authorization.get())
                        : invalidTokenUnless(tokens.accepts(authorization));
            case AUTHN, CANCEL -> invalidTokenUnless(tokens.acceptsAnonymousOr(authorization));
            case TOKEN, ORGANIZATION, OTHER -> Optional.empty();
        };
    }

    private static Optional<Reply> invalidTokenUnless(boolean accepted) {
        return accepted ? Optional.empty() : Optional.of(OktaErrors.invalidToken());
    }

    private Reply allowed(ReceivedRequest<OktaOperation> request) {
        return switch (request.operation()) {
            case AUTHN -> authn.authenticate(request);
            case CANCEL -> authn.cancel(request);
            case GET_USER -> users.get(request);
            case SEARCH_USERS -> list.answer(request);
            case LIST_FACTORS -> users.factors(request);
            case TOKEN -> token.answer(request);
            case ORGANIZATION -> organization(url(request));
            case OTHER ->
                OktaRoutes.knows(request.rawPath()) ? OktaErrors.methodNotSupported() : OktaErrors.noSuchPath();
        };
    }

    private Reply organization(String url) {
        return Reply.json(
                200,
                Map.of(
                        "id",
                        "00oExample0org000000",
                        "pipeline",
                        pipeline,
                        "_links",
                        Map.of("organization", Map.of("href", url))));
    }
}
