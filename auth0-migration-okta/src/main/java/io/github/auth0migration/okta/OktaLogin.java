package io.github.auth0migration.okta;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginOutcome.Refused;
import io.github.auth0migration.LoginOutcome.Rejected;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.OwnedIdentifiers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Login script: find the account that owns what was typed, ask Okta about its password, read its profile. */
final class OktaLogin {

    private final OktaSettings settings;
    private final OktaApi api;
    private final OktaLookup lookup;
    private final OktaProfile profile;

    OktaLogin(OktaSettings settings, OktaApi api, OktaLookup lookup, OktaProfile profile) {
        this.settings = settings;
        this.api = api;
        this.lookup = lookup;
        this.profile = profile;
    }

    LoginOutcome run(LoginRequest request) throws CallFailedException {
        if (settings.isLoginOnly()) {
            AuthnVerdict verdict = authenticate(request.identifier().value(), request);
            return verdict.outcome().isPresent() ? verdict.outcome().get() : loginOnly(verdict, request);
        }
        // Nobody is not UNKNOWN_USER: the search's index may lag behind.
        return lookup.owner(request.identifier(), request.deadline())
                .login(owner -> loginOf(owner, request), Cause.UNSPECIFIED);
    }

    private LoginOutcome loginOf(OktaUser owner, LoginRequest request) throws CallFailedException {
        Optional<Reason> obstacle = owner.obstacle();
        if (obstacle.isPresent()) {
            return unproved(obstacle.get());
        }
        AuthnVerdict verdict = authenticate(owner.login(), request);
        if (verdict.outcome().isPresent()) {
            LoginOutcome outcome = verdict.outcome().get();
            return outcome instanceof Rejected rejected
                    ? new Rejected(rejected.cause(), settings.description().userId(owner.id()))
                    : outcome;
        }
        if (!verdict.userId().equals(owner.id())) {
            return proved(Reason.IDENTITY_MISMATCH);
        }
        return withProfile(owner.id(), verdict, request);
    }

    private AuthnVerdict authenticate(String login, LoginRequest request) throws CallFailedException {
        HttpReply reply = api.authn(login, request.password(), request.client(), request.deadline());
        AuthnVerdict verdict = AuthnVerdict.of(reply, settings);
        verdict.stateToken().ifPresent(token -> api.cancel(token, request.deadline()));
        return verdict;
    }

    /** The profile is read after the proof: Okta moves an account's status at sign-in. */
    private LoginOutcome withProfile(String id, AuthnVerdict verdict, LoginRequest request) throws CallFailedException {
        Optional<OktaUser> read = lookup.byId(id, request.deadline());
        if (read.isEmpty()) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE, "Okta proved the password of an account that it cannot show."));
        }
        OktaUser account = read.get();
        Optional<Reason> obstacle = obstacleAfterProof(account);
        if (obstacle.isPresent()) {
            return proved(obstacle.get());
        }
        Set<Caveat> caveats = new LinkedHashSet<>(verdict.caveats());
        if (account.status().equals("PASSWORD_EXPIRED")) {
            caveats.add(Caveat.of(Caveat.Kind.PASSWORD_EXPIRED));
        }
        if (account.hasPasswordInDirectory()) {
            caveats.add(Caveat.of(Caveat.Kind.PASSWORD_FROM_DIRECTORY));
        }
        // A factor that the sign-on policy did not ask us for is a factor all the same.
        Caveat factorLost = Caveat.of(Caveat.Kind.SECOND_FACTOR_NOT_MIGRATED);
        if (!caveats.contains(factorLost) && lookup.hasSecondFactor(id, request.deadline())) {
            if (settings.secondFactor() == SecondFactorPolicy.REFUSE) {
                return proved(Reason.SECOND_FACTOR_REQUIRED);
            }
            caveats.add(factorLost);
        }
        return profile.mapping().authenticated(account.owned(), profile.map(account), caveats, request.identifier());
    }

    /**
     * What is in the way of somebody whose password was just proved. A look-up may find people in these states, for a
     * reset gives them a new password; but no state that ends the old password may let it live on in the target.
     */
    private Optional<Reason> obstacleAfterProof(OktaUser account) {
        return switch (account.status()) {
            case "RECOVERY" -> Optional.of(Reason.PASSWORD_RESET_REQUIRED);
            case "LOCKED_OUT" -> Optional.of(Reason.LOCKED_OUT);
            case "PROVISIONED" -> Optional.of(Reason.NOT_ACTIVATED);
            case "PASSWORD_EXPIRED" ->
                settings.expiredPassword() == ExpiredPasswordPolicy.REFUSE
                        ? Optional.of(Reason.PASSWORD_EXPIRED)
                        : account.obstacle();
            default -> account.obstacle();
        };
    }

    private LoginOutcome loginOnly(AuthnVerdict verdict, LoginRequest request) throws CallFailedException {
        String login = verdict.user().object("profile").requiredString("login");
        boolean isAddress = Identifier.of(login).isEmail();
        OwnedIdentifiers owned = new OwnedIdentifiers(isAddress ? login : null, List.of(login));
        return profile.mapping()
                .authenticated(owned, profile.mapLoginOnly(verdict.user()), verdict.caveats(), request.identifier());
    }

    private static LoginOutcome proved(Reason reason) {
        return new Refused(Refusal.proved(reason));
    }

    private static LoginOutcome unproved(Reason reason) {
        return new Refused(Refusal.unproved(reason));
    }
}
