package io.github.auth0migration.gigya;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.gigya.internal.GigyaAccount;
import io.github.auth0migration.gigya.internal.GigyaMapping;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.Owner;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The Login script: one call, for its answer tells whose password it was. Identifiers that sign in are unique at Gigya, so
 * nobody has to be looked for first; what the account owns is checked afterwards.
 */
final class GigyaLogin {

    private final GigyaSettings settings;
    private final GigyaApi api;
    private final GigyaLookup lookup;
    private final GigyaMapping profile;

    GigyaLogin(GigyaSettings settings, GigyaApi api, GigyaLookup lookup, GigyaMapping profile) {
        this.settings = settings;
        this.api = api;
        this.lookup = lookup;
        this.profile = profile;
    }

    LoginOutcome run(LoginRequest request) throws CallFailedException {
        GigyaReply reply = api.login(request);
        LoginVerdict verdict = LoginVerdict.of(reply, settings.policies());
        if (verdict instanceof LoginVerdict.Proved proved) {
            return afterProof(proved, reply, request);
        }
        return verdict instanceof LoginVerdict.Throttled throttled
                ? throttled(throttled, request)
                : ((LoginVerdict.Decided) verdict).outcome();
    }

    private LoginOutcome afterProof(LoginVerdict.Proved proved, GigyaReply reply, LoginRequest request)
            throws CallFailedException {
        GigyaAccount account = account(reply, request);
        Optional<Reason> obstacle = obstacle(reply, account, request).filter(GigyaLogin::countsAfterProof);
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        if (proved.addressPending() && !account.signsInWith(request.identifier())) {
            return refused(Reason.EMAIL_UNVERIFIED);
        }
        Set<Caveat> caveats = new LinkedHashSet<>(proved.caveats());
        if (account.isRegistrationIncomplete()) {
            caveats.add(Caveat.of(Caveat.Kind.REGISTRATION_INCOMPLETE));
        }
        MigratedUser user = proved.addressPending() ? profile.mapUnverified(account) : profile.map(account);
        return profile.mapping().authenticated(account.owned(), user, caveats, request.identifier());
    }

    /** Only 0 lets somebody in; whether the other codes that prove a password come before 403041 is not confirmed. */
    private Optional<Reason> obstacle(GigyaReply reply, GigyaAccount account, LoginRequest request)
            throws CallFailedException {
        Instant now = request.deadline().time().instant();
        return reply.isOk()
                ? account.obstacleAfterSignIn(settings.policies().incompleteRegistration(), now)
                : account.obstacle(settings.policies().incompleteRegistration(), now);
    }

    /** Whoever just proved a password has one, whatever the list of identities says. */
    private static boolean countsAfterProof(Reason obstacle) {
        return obstacle != Reason.NO_PASSWORD;
    }

    /** The account of the answer; read again where the answer is cut, as it may be while something is pending. */
    private GigyaAccount account(GigyaReply reply, LoginRequest request) throws CallFailedException {
        JsonObject json = reply.json();
        Optional<String> uid = json.string("UID");
        if (uid.isPresent()) {
            GigyaAccount account = GigyaAccount.of(json);
            return account.isComplete() ? account : shown(lookup.byUid(account.uid(), request.deadline()));
        }
        Optional<String> regToken = json.string("regToken").filter(token -> !token.isEmpty());
        if (reply.isOk() || regToken.isEmpty()) {
            throw CallFailedException.maybeSent(
                    reply.error().failure(Failure.Kind.MALFORMED_RESPONSE, "Gigya does not say whose password it was"));
        }
        return shown(lookup.unfinished(regToken.get(), request.deadline()));
    }

    private static GigyaAccount shown(Optional<GigyaAccount> account) throws CallFailedException {
        return account.orElseThrow(() -> CallFailedException.maybeSent(Failure.of(
                Failure.Kind.MALFORMED_RESPONSE, "Gigya proved the password of an account that it cannot show.")));
    }

    /** The account's own lock can be seen; a lock of our address cannot, and is nobody's fault but ours. */
    private LoginOutcome throttled(LoginVerdict.Throttled throttled, LoginRequest request) {
        try {
            Owner<GigyaAccount> owner = lookup.owner(request.identifier(), request.deadline());
            if (owner instanceof Owner.One<GigyaAccount> one
                    && one.account().isLocked(request.deadline().time().instant())) {
                return new LoginOutcome.Refused(Refusal.unproved(Reason.LOCKED_OUT));
            }
        } catch (CallFailedException e) {
            // What stands in the way of looking says no more than what stood in the way of signing in.
        }
        return new LoginOutcome.Unavailable(throttled.failure());
    }

    private static LoginOutcome refused(Reason reason) {
        return new LoginOutcome.Refused(Refusal.proved(reason));
    }
}
