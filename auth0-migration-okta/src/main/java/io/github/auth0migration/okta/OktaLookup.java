package io.github.auth0migration.okta;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupOutcome.Evidence;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.Owner;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The Get User script: exactly the account that owns what was typed, or the one with an id. */
final class OktaLookup {

    /** What may go into the path as a login. A bare word could be somebody's short name, and "me" is the token's owner. */
    private static final Pattern PATH_LOGIN = Pattern.compile("[A-Za-z0-9._+'-]+@[A-Za-z0-9._@+'-]+");

    /** Factor statuses that protect nothing yet, or no longer. All others count as enrolled, unknown ones too. */
    private static final Set<String> NOT_ENROLLED =
            Set.of("NOT_SETUP", "PENDING_ACTIVATION", "INACTIVE", "DISABLED", "EXPIRED");

    private final OktaSettings settings;
    private final OktaApi api;
    private final OktaProfile profile;

    OktaLookup(OktaSettings settings, OktaApi api, OktaProfile profile) {
        this.settings = settings;
        this.api = api;
        this.profile = profile;
    }

    LookupOutcome run(LookupRequest request) throws CallFailedException {
        if (settings.isLoginOnly()) {
            return new LookupOutcome.Unavailable(Failure.of(
                    Failure.Kind.CONFIGURATION, "This source was built with loginOnly() and has no look-up."));
        }
        Optional<Identifier> typed = request.identifier();
        if (typed.isEmpty()) {
            return byUserId(request.userId().orElseThrow(), request.deadline());
        }
        return owner(typed.get(), request.deadline())
                .lookup(account -> found(account, typed, request.deadline()), Evidence.INDEX);
    }

    /**
     * Who owns what was typed. The path knows one account by its login at once; only the search knows whether others
     * share the address. What only the search brought is read again by id, for its index may lag behind.
     */
    Owner<OktaUser> owner(Identifier typed, Deadline deadline) throws CallFailedException {
        Map<String, OktaUser> accounts = new LinkedHashMap<>();
        if (PATH_LOGIN.matcher(typed.value()).matches()) {
            Optional<JsonObject> atPath = api.user(typed.value(), deadline);
            if (atPath.isPresent()) {
                OktaUser account = OktaUser.of(atPath.get());
                accounts.put(account.id(), account);
            }
        }
        Set<String> current = Set.copyOf(accounts.keySet());
        OktaApi.Hits found = api.search(searchFor(typed), deadline);
        for (JsonObject hit : found.hits()) {
            OktaUser account = OktaUser.of(hit);
            accounts.putIfAbsent(account.id(), account);
        }
        Owner<OktaUser> owner = ownerAmong(accounts.values(), typed);
        if (!found.complete() && !(owner instanceof Owner.Several<OktaUser>)) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE,
                    "Okta's search found more than a page: who owns it cannot be said."));
        }
        return owner instanceof Owner.One<OktaUser> one
                        && !current.contains(one.account().id())
                ? ownerAmong(byId(one.account().id(), deadline).stream().toList(), typed)
                : owner;
    }

    private Owner<OktaUser> ownerAmong(Collection<OktaUser> accounts, Identifier typed) {
        return Owner.among(accounts, OktaUser::owned, typed, settings.identifiers());
    }

    private static String searchFor(Identifier typed) {
        String literal = "\"" + typed.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String byLogin = "profile.login eq " + literal;
        return typed.isEmail() ? "profile.email eq " + literal + " or " + byLogin : byLogin;
    }

    private LookupOutcome byUserId(String userId, Deadline deadline) throws CallFailedException {
        Optional<String> id = settings.oktaId(userId);
        Optional<OktaUser> account = id.isEmpty() ? Optional.empty() : byId(id.get(), deadline);
        return account.isEmpty()
                ? new LookupOutcome.NotFound(Evidence.EXACT)
                : found(account.get(), Optional.empty(), deadline);
    }

    /** The account with this very id: the path form also takes logins and short names. */
    Optional<OktaUser> byId(String id, Deadline deadline) throws CallFailedException {
        Optional<JsonObject> json = api.user(id, deadline);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(OktaUser.of(json.get()))
                .filter(account -> account.id().equals(id));
    }

    private LookupOutcome found(OktaUser account, Optional<Identifier> typed, Deadline deadline)
            throws CallFailedException {
        Optional<Reason> obstacle = account.obstacle();
        if (obstacle.isPresent()) {
            return LookupOutcome.Refused.of(obstacle.get());
        }
        if (settings.secondFactor() == SecondFactorPolicy.REFUSE && hasSecondFactor(account.id(), deadline)) {
            return LookupOutcome.Refused.of(Reason.SECOND_FACTOR_REQUIRED);
        }
        return profile.mapping().found(profile.map(account), typed);
    }

    /** Whether the account has a second factor, as far as the token may see. */
    boolean hasSecondFactor(String id, Deadline deadline) throws CallFailedException {
        for (JsonObject factor : api.factors(id, deadline).orElse(List.of())) {
            if (!NOT_ENROLLED.contains(factor.string("status").orElse(""))) {
                return true;
            }
        }
        return false;
    }
}
