package io.github.auth0migration.stormpath;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupOutcome.Evidence;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.Owner;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import java.util.Optional;
import java.util.function.Function;

/** The Get User script: exactly the account that owns what was typed, or the one with an id. */
final class StormpathLookup {

    private final StormpathSettings settings;
    private final StormpathApi api;
    private final StormpathSearch search;
    private final ApplicationGate gate;
    private final StormpathProfile profile;

    StormpathLookup(
            StormpathSettings settings,
            StormpathApi api,
            StormpathSearch search,
            ApplicationGate gate,
            StormpathProfile profile) {
        this.settings = settings;
        this.api = api;
        this.search = search;
        this.gate = gate;
        this.profile = profile;
    }

    LookupOutcome run(LookupRequest request) throws CallFailedException {
        Optional<Identifier> typed = request.identifier();
        if (typed.isEmpty()) {
            return byUserId(request.userId().orElseThrow(), request.deadline());
        }
        return owner(typed.get(), request.deadline())
                .lookup(account -> byIdentifier(account.id(), typed.get(), request.deadline()), Evidence.INDEX);
    }

    /**
     * Who owns what was typed. An address is looked for among the addresses, and only if nobody has it among the
     * usernames, which may look like one: whoever is called so must type their own address.
     */
    Owner<StormpathAccount> owner(Identifier typed, Deadline deadline) throws CallFailedException {
        gate.pass(deadline);
        if (!typed.isEmail()) {
            return ownerBy("username", typed, deadline);
        }
        Owner<StormpathAccount> byEmail = ownerBy("email", typed, deadline);
        return byEmail instanceof Owner.None<StormpathAccount> ? ownerBy("username", typed, deadline) : byEmail;
    }

    private Owner<StormpathAccount> ownerBy(String attribute, Identifier typed, Deadline deadline)
            throws CallFailedException {
        return StormpathAccount.ownerAmong(search.by(attribute, typed.value(), deadline), Function.identity(), typed);
    }

    /** Whether somebody else is called what would be sent for this account: the attempt may then mean either. */
    boolean isOthersUsername(StormpathAccount account, String login, Deadline deadline) throws CallFailedException {
        Identifier sent = Identifier.of(login);
        return search.by("username", login, deadline).stream()
                .filter(other -> !other.id().equals(account.id()))
                .anyMatch(other -> sent.matches(other.email())
                        || other.username().filter(sent::matches).isPresent());
    }

    /** The search brings no custom data, which may be large, and the account may have changed since. */
    private LookupOutcome byIdentifier(String id, Identifier typed, Deadline deadline) throws CallFailedException {
        return StormpathAccount.ownerAmong(byId(id, deadline).stream().toList(), Function.identity(), typed)
                .lookup(account -> found(account, Optional.of(typed), deadline), Evidence.INDEX);
    }

    private LookupOutcome byUserId(String userId, Deadline deadline) throws CallFailedException {
        Optional<String> id = settings.accountId(userId);
        if (id.isEmpty()) {
            return new LookupOutcome.NotFound(Evidence.EXACT);
        }
        gate.pass(deadline);
        Optional<StormpathAccount> account = byId(id.get(), deadline);
        if (account.isEmpty()) {
            return new LookupOutcome.NotFound(Evidence.EXACT);
        }
        return isOfApplication(account.get(), deadline)
                ? found(account.get(), Optional.empty(), deadline)
                : new LookupOutcome.NotFound(Evidence.INDEX);
    }

    /** An id may be of any application of the tenant; only a search is bound to ours. */
    private boolean isOfApplication(StormpathAccount account, Deadline deadline) throws CallFailedException {
        return search.by("email", account.email(), deadline).stream()
                .anyMatch(other -> other.id().equals(account.id()));
    }

    /** The account with this very id that counts: some servers take ids in any case of letters. */
    Optional<StormpathAccount> byId(String id, Deadline deadline) throws CallFailedException {
        Optional<StormpathAccount> account = api.account(id, deadline);
        if (account.isEmpty() || !isAsked(account.get().id(), id)) {
            return Optional.empty();
        }
        return search.counts(account.get()) ? account : Optional.empty();
    }

    private static boolean isAsked(String shown, String asked) throws CallFailedException {
        if (!shown.equalsIgnoreCase(asked)) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE, "The platform showed another account than the one asked for."));
        }
        return shown.equals(asked);
    }

    private LookupOutcome found(StormpathAccount account, Optional<Identifier> typed, Deadline deadline)
            throws CallFailedException {
        return account.obstacle().isPresent()
                ? LookupOutcome.Refused.of(account.obstacle().get())
                : profile.mapping().found(profile.map(account, deadline), typed);
    }
}
