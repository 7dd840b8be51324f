package io.github.auth0migration.stormpath;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginOutcome.Refused;
import io.github.auth0migration.LoginOutcome.Rejected;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import java.util.Optional;
import java.util.Set;

/** The Login script: find the account that owns what was typed, try its login, read it again. */
final class StormpathLogin {

    private final StormpathSettings settings;
    private final StormpathApi api;
    private final StormpathLookup lookup;
    private final StormpathProfile profile;

    StormpathLogin(StormpathSettings settings, StormpathApi api, StormpathLookup lookup, StormpathProfile profile) {
        this.settings = settings;
        this.api = api;
        this.lookup = lookup;
        this.profile = profile;
    }

    LoginOutcome run(LoginRequest request) throws CallFailedException {
        if (hasColon(request.identifier().value())) {
            return Rejected.of(Cause.UNSPECIFIED);
        }
        return lookup.owner(request.identifier(), request.deadline())
                .login(owner -> loginOf(owner, request), Cause.UNSPECIFIED);
    }

    /** What is sent is login:password, split at the first colon: the rest of such a login would be taken as password. */
    private static boolean hasColon(String login) {
        return login.indexOf(':') >= 0;
    }

    private LoginOutcome loginOf(StormpathAccount owner, LoginRequest request) throws CallFailedException {
        if (owner.obstacle().isPresent()) {
            return unproved(owner.obstacle().get());
        }
        Optional<String> login = unmistakable(owner, request.identifier(), request.deadline());
        if (login.isEmpty()) {
            return unproved(Reason.AMBIGUOUS);
        }
        LoginVerdict verdict = LoginVerdict.of(api.loginAttempt(login.get(), request.password(), request.deadline()));
        if (verdict.outcome().isPresent()) {
            LoginOutcome outcome = verdict.outcome().get();
            return outcome instanceof Rejected rejected
                    ? new Rejected(rejected.cause(), settings.description().userId(owner.id()))
                    : outcome;
        }
        return verdict.accountId().equals(owner.id())
                ? withProfile(owner.id(), request)
                : proved(Reason.IDENTITY_MISMATCH);
    }

    /**
     * A login that means this account and nobody else; empty if there is none. An attempt takes username or address, and
     * somebody else's username may be this address. Whoever was found by the username was found alone.
     */
    private Optional<String> unmistakable(StormpathAccount owner, Identifier typed, Deadline deadline)
            throws CallFailedException {
        Optional<String> username = owner.plainUsername().filter(name -> !hasColon(name));
        if (!typed.isEmail()) {
            return username;
        }
        if (!lookup.isOthersUsername(owner, owner.email(), deadline)) {
            return Optional.of(owner.email());
        }
        return username.isPresent() && !lookup.isOthersUsername(owner, username.get(), deadline)
                ? username
                : Optional.empty();
    }

    /** Between proof and reading the account may have been disabled, or may have got another address. */
    private LoginOutcome withProfile(String id, LoginRequest request) throws CallFailedException {
        StormpathAccount account = lookup.byId(id, request.deadline())
                .orElseThrow(() -> CallFailedException.maybeSent(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE,
                        "Stormpath proved the password of an account that it cannot show.")));
        if (account.obstacle().isPresent()) {
            return proved(account.obstacle().get());
        }
        return profile.mapping()
                .authenticated(
                        account.owned(), profile.map(account, request.deadline()), Set.of(), request.identifier());
    }

    private static LoginOutcome proved(Reason reason) {
        return new Refused(Refusal.proved(reason));
    }

    private static LoginOutcome unproved(Reason reason) {
        return new Refused(Refusal.unproved(reason));
    }
}
