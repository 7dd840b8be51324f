package io.github.auth0migration.okta;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginOutcome.Refused;
import io.github.auth0migration.LoginOutcome.Rejected;
import io.github.auth0migration.LoginOutcome.Unavailable;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the Authentication API's answer means for a password. Decided on {@code status} alone, kept as a string: a user in
 * the answer is no proof, and what we do not understand is no proof either.
 *
 * @param outcome what to answer; empty if the password is proved and the person may come in
 * @param user the user of the answer; empty where there is none
 * @param caveats what a policy let pass
 * @param stateToken an open transaction that should be cancelled
 * @see <a href="https://developer.okta.com/docs/reference/api/authn/#transaction-state">Transaction state</a>
 */
record AuthnVerdict(Optional<LoginOutcome> outcome, JsonObject user, Set<Caveat> caveats, Optional<String> stateToken) {

    static AuthnVerdict of(HttpReply reply, OktaSettings settings) throws CallFailedException {
        if (reply.status() != 200) {
            return new AuthnVerdict(
                    Optional.of(onError(OktaError.of(reply))), JsonObject.empty(), Set.of(), Optional.empty());
        }
        JsonObject answer = reply.jsonObject();
        JsonObject embedded = answer.object("_embedded");
        Set<Caveat> caveats = Set.of();
        Optional<LoginOutcome> outcome = onStatus(answer, embedded, reply);
        Optional<Caveat> passable = outcome.isEmpty() ? Optional.empty() : passable(outcome.get(), settings);
        if (passable.isPresent()) {
            outcome = Optional.empty();
            caveats = Set.of(passable.get());
        }
        JsonObject user = embedded.object("user");
        if (outcome.isEmpty() && !OktaSettings.isOktaId(user.requiredString("id"))) {
            outcome = Optional.of(notUnderstood("Okta proved the password of an account without an id", reply));
        }
        return new AuthnVerdict(
                outcome, user, caveats, answer.string("stateToken").filter(token -> !token.isEmpty()));
    }

    String userId() throws CallFailedException {
        return user.requiredString("id");
    }

    /** What a status says; empty if it proves the password and nothing is in the way. */
    private static Optional<LoginOutcome> onStatus(JsonObject answer, JsonObject embedded, HttpReply reply)
            throws CallFailedException {
        String status = answer.requiredString("status");
        return switch (status) {
            case "SUCCESS" ->
                answer.string("sessionToken").filter(t -> !t.isEmpty()).isPresent()
                        ? Optional.empty()
                        : Optional.of(notUnderstood("Okta says SUCCESS without a session token", reply));
            case "PASSWORD_WARN" -> Optional.empty();
            case "PASSWORD_EXPIRED" -> proved(Reason.PASSWORD_EXPIRED);
            case "MFA_REQUIRED" -> afterPassword(embedded, Reason.SECOND_FACTOR_REQUIRED);
            case "MFA_ENROLL" -> afterPassword(embedded, Reason.SECOND_FACTOR_ENROLLMENT_REQUIRED);
            case "LOCKED_OUT" -> unproved(Reason.LOCKED_OUT);
            case "PASSWORD_RESET", "RECOVERY", "RECOVERY_CHALLENGE" -> unproved(Reason.PASSWORD_RESET_REQUIRED);
            case "MFA_CHALLENGE", "FACTOR_REQUIRED", "FACTOR_CHALLENGE" -> unproved(Reason.SECOND_FACTOR_REQUIRED);
            case "MFA_ENROLL_ACTIVATE", "FACTOR_ENROLL", "FACTOR_ENROLL_ACTIVATE" ->
                unproved(Reason.SECOND_FACTOR_ENROLLMENT_REQUIRED);
            case "PROFILE_REQUIRED" -> unproved(Reason.REGISTRATION_INCOMPLETE);
            case "UNAUTHENTICATED", "CONSENT_REQUIRED", "ADMIN_CONSENT_REQUIRED", "DEVICE_ACTIVATE", "POLL" ->
                unproved(Reason.POLICY_DENIED);
            default -> Optional.of(notUnderstood("Okta answered with a status that we do not know", reply));
        };
    }

    /**
     * The password was right, unless it is itself still one of the open factors: an organization may ask for the factors
     * in any order. No list of factors, no proof.
     */
    private static Optional<LoginOutcome> afterPassword(JsonObject embedded, Reason reason) throws CallFailedException {
        List<JsonObject> factors = new ArrayList<>(embedded.objects("factors"));
        // Okta's own page prints "factor" where its fixtures have "factors".
        factors.addAll(embedded.objectOrObjects("factor"));
        for (JsonObject factor : factors) {
            String type = factor.string("factorType").orElse("password");
            if (type.equalsIgnoreCase("password")) {
                return unproved(reason);
            }
        }
        return factors.isEmpty() ? unproved(reason) : proved(reason);
    }

    /** The caveat with which a policy lets a proved password pass; empty if it does not. */
    private static Optional<Caveat> passable(LoginOutcome outcome, OktaSettings settings) {
        if (!(outcome instanceof Refused refused) || !refused.refusal().passwordProved()) {
            return Optional.empty();
        }
        return switch (refused.refusal().reason()) {
            case PASSWORD_EXPIRED ->
                when(
                        settings.expiredPassword() == ExpiredPasswordPolicy.MIGRATE_WITH_CAVEAT,
                        Caveat.Kind.PASSWORD_EXPIRED);
            case SECOND_FACTOR_REQUIRED ->
                when(
                        settings.secondFactor() == SecondFactorPolicy.MIGRATE_WITH_CAVEAT,
                        Caveat.Kind.SECOND_FACTOR_NOT_MIGRATED);
            case SECOND_FACTOR_ENROLLMENT_REQUIRED ->
                when(
                        settings.factorEnrollment() == FactorEnrollmentPolicy.MIGRATE_WITH_CAVEAT,
                        Caveat.Kind.SECOND_FACTOR_ENROLLMENT_SKIPPED);
            default -> Optional.empty();
        };
    }

    private static Optional<Caveat> when(boolean allowed, Caveat.Kind kind) {
        return allowed ? Optional.of(Caveat.of(kind)) : Optional.empty();
    }

    /** What an error code says. A code that belongs to another kind of call is not understood. */
    private static LoginOutcome onError(OktaError error) {
        return switch (error.code()) {
            case "E0000004", "E0000207" ->
                error.status() == 401 ? Rejected.of(Cause.UNSPECIFIED) : notUnderstood(error);
            case "E0000064" -> new Refused(Refusal.unproved(Reason.PASSWORD_EXPIRED));
            case "E0000085" -> new Refused(Refusal.unproved(Reason.POLICY_DENIED));
            case "E0000259" -> new Refused(Refusal.unproved(Reason.BREACHED_PASSWORD));
            case "E0000069", "E0000119" -> new Refused(Refusal.unproved(Reason.LOCKED_OUT));
            case "E0000011" -> unavailable(error, Failure.Kind.SOURCE_CREDENTIALS, "Okta refuses the API token");
            case "E0000006" ->
                unavailable(
                        error,
                        Failure.Kind.CONFIGURATION,
                        "Okta denies access, which says nothing about the person: our own address may be blocked by"
                                + " ThreatInsight or a network zone");
            case "E0000015" ->
                unavailable(error, Failure.Kind.CONFIGURATION, "Okta says that a feature is not enabled");
            case "E0000260" -> unavailable(error, Failure.Kind.CONFIGURATION, "The Okta organization is deactivated");
            case "E0000212" -> unavailable(error, Failure.Kind.CONFIGURATION, "Okta refuses the request's origin");
            case "E0000008" -> unavailable(error, Failure.Kind.CONFIGURATION, "Okta knows no such path: check orgUrl");
            case "E0000001", "E0000003", "E0000018", "E0000019", "E0000021", "E0000022", "E0000122" ->
                unavailable(error, Failure.Kind.INTERNAL, "Okta calls our request wrong");
            default ->
                error.status() == 411
                        ? unavailable(error, Failure.Kind.INTERNAL, "Okta calls our request wrong")
                        : notUnderstood(error);
        };
    }

    private static LoginOutcome unavailable(OktaError error, Failure.Kind kind, String what) {
        return new Unavailable(error.failure(kind, what));
    }

    private static LoginOutcome notUnderstood(OktaError error) {
        return unavailable(error, Failure.Kind.MALFORMED_RESPONSE, "Okta answered in a way that we do not understand");
    }

    private static LoginOutcome notUnderstood(String what, HttpReply reply) {
        return new Unavailable(OktaError.of(reply).failure(Failure.Kind.MALFORMED_RESPONSE, what));
    }

    private static Optional<LoginOutcome> proved(Reason reason) {
        return Optional.of(new Refused(Refusal.proved(reason)));
    }

    private static Optional<LoginOutcome> unproved(Reason reason) {
        return Optional.of(new Refused(Refusal.unproved(reason)));
    }

    @Override
    public String toString() {
        return "AuthnVerdict[" + (outcome.isPresent() ? outcome.get() : "proved") + "]";
    }
}
