package io.github.auth0migration.gigya;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupOutcome.Evidence;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.gigya.internal.GigyaAccount;
import io.github.auth0migration.gigya.internal.GigyaMapping;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.Owner;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Get User script: exactly the account that owns what was typed, or the one with an id. A second factor does not show
 * on an account, so nobody is refused for it here.
 */
final class GigyaLookup {

    /** One page is plenty: two owners are ambiguous already. */
    static final int SEARCH_LIMIT = 25;

    private final GigyaSettings settings;
    private final GigyaApi api;
    private final GigyaMapping profile;

    GigyaLookup(GigyaSettings settings, GigyaApi api, GigyaMapping profile) {
        this.settings = settings;
        this.api = api;
        this.profile = profile;
    }

    /**
     * Whom a way of looking brought.
     *
     * @param owner who owns what was typed
     * @param evidence how sure it is if nobody does
     */
    private record Looked(Owner<GigyaAccount> owner, Evidence evidence) {}

    LookupOutcome run(LookupRequest request) throws CallFailedException {
        Optional<Identifier> typed = request.identifier();
        if (typed.isEmpty()) {
            return byUserId(request.userId().orElseThrow(), request.deadline());
        }
        Looked looked = look(typed.get(), request.deadline());
        return looked.owner().lookup(account -> found(account, typed, request.deadline()), looked.evidence());
    }

    Owner<GigyaAccount> owner(Identifier typed, Deadline deadline) throws CallFailedException {
        return look(typed, deadline).owner();
    }

    private Looked look(Identifier typed, Deadline deadline) throws CallFailedException {
        Optional<Looked> found =
                settings.lookup() == GigyaLookupMethod.SEARCH_ONLY ? Optional.empty() : byIdentifiers(typed, deadline);
        return found.isPresent() ? found.get() : new Looked(bySearch(typed, deadline), Evidence.INDEX);
    }

    /** By the identifiers themselves; empty if the site or the key does not have this call. */
    private Optional<Looked> byIdentifiers(Identifier typed, Deadline deadline) throws CallFailedException {
        Map<String, GigyaAccount> accounts = new LinkedHashMap<>();
        boolean pointedAtSomebody = false;
        for (String kind : typed.isEmail() ? List.of("email", "username") : List.of("username")) {
            GigyaReply reply = api.find(kind, typed.value(), deadline);
            if (reply.error().isMissingMethod()) {
                return Optional.empty();
            }
            Optional<String> uid = uidOf(reply, deadline);
            if (uid.isPresent()) {
                pointedAtSomebody = true;
                byUid(uid.get(), deadline).ifPresent(account -> accounts.put(account.uid(), account));
            }
            if (ownerAmong(accounts.values(), typed) instanceof Owner.One<GigyaAccount>) {
                // A username of the same form could only be somebody's by another name.
                break;
            }
        }
        Evidence evidence = pointedAtSomebody ? Evidence.INDEX : Evidence.EXACT;
        return Optional.of(new Looked(ownerAmong(accounts.values(), typed), evidence));
    }

    private Optional<String> uidOf(GigyaReply reply, Deadline deadline) throws CallFailedException {
        // A yes without a name is no answer: whoever it leaves out would be nobody for certain.
        return api.isNobody(reply, deadline)
                ? Optional.empty()
                : Optional.of(GigyaAccount.uidOf(GigyaApi.accepted(reply)));
    }

    /** By the index; whom it brings is read again by id, for it lags behind. */
    private Owner<GigyaAccount> bySearch(Identifier typed, Deadline deadline) throws CallFailedException {
        if (!AccountQuery.canHold(typed)) {
            throw CallFailedException.unsent(Failure.of(
                    Failure.Kind.CONFIGURATION,
                    "An identifier with a quotation mark or a backslash can be looked for by accounts.identifiers.find"
                            + " only: allow that call to the user key."));
        }
        Owner<GigyaAccount> owner = searched(AccountQuery.exact(typed), typed, deadline);
        if (!(owner instanceof Owner.One || owner instanceof Owner.Several)) {
            owner = searched(AccountQuery.anyCase(typed), typed, deadline);
        }
        return owner instanceof Owner.One<GigyaAccount> one
                ? ownerAmong(byUid(one.account().uid(), deadline).stream().toList(), typed)
                : owner;
    }

    private Owner<GigyaAccount> searched(String query, Identifier typed, Deadline deadline) throws CallFailedException {
        SearchPage page = api.search(query, deadline);
        Map<String, GigyaAccount> accounts = new LinkedHashMap<>();
        for (JsonObject row : page.rows()) {
            // Lite accounts have neither UID nor password.
            if (row.has("UID")) {
                GigyaAccount account = GigyaAccount.of(row);
                accounts.put(account.uid(), account);
            }
        }
        Owner<GigyaAccount> owner = ownerAmong(accounts.values(), typed);
        if (page.isPart() && !(owner instanceof Owner.Several)) {
            throw SearchPage.malformed("Gigya's search found more than a page: who owns it cannot be said.");
        }
        return owner;
    }

    private Owner<GigyaAccount> ownerAmong(Collection<GigyaAccount> accounts, Identifier typed) {
        return GigyaAccount.ownerAmong(accounts, typed, settings.identifiers());
    }

    private LookupOutcome byUserId(String userId, Deadline deadline) throws CallFailedException {
        Optional<String> uid = settings.description().platformId(userId).filter(id -> !id.isEmpty());
        Optional<GigyaAccount> account = uid.isEmpty() ? Optional.empty() : byUid(uid.get(), deadline);
        return account.isEmpty()
                ? new LookupOutcome.NotFound(Evidence.EXACT)
                : found(account.get(), Optional.empty(), deadline);
    }

    /** The account with this very id. */
    Optional<GigyaAccount> byUid(String uid, Deadline deadline) throws CallFailedException {
        Optional<JsonObject> json = api.account(uid, deadline);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        GigyaAccount account = GigyaAccount.of(json.get());
        if (!account.uid().equals(uid)) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE, "Gigya shows another account than the one that was asked for."));
        }
        return Optional.of(account);
    }

    /** The account whose sign-in was begun. */
    Optional<GigyaAccount> unfinished(String regToken, Deadline deadline) throws CallFailedException {
        Optional<JsonObject> json = api.unfinished(regToken, deadline);
        return json.isEmpty() ? Optional.empty() : Optional.of(GigyaAccount.of(json.get()));
    }

    private LookupOutcome found(GigyaAccount account, Optional<Identifier> typed, Deadline deadline)
            throws CallFailedException {
        Optional<Reason> obstacle = account.obstacle(
                settings.policies().incompleteRegistration(), deadline.time().instant());
        return obstacle.isPresent()
                ? LookupOutcome.Refused.of(obstacle.get())
                : profile.mapping().found(profile.map(account), typed);
    }
}
