package io.github.auth0migration.gigya;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SecondFactorPolicy;
import java.util.Set;

/**
 * What the answer of accounts.login means for a password. Decided on {@code errorCode} alone: what we do not understand
 * is no proof.
 *
 * @see <a href="https://help.sap.com/docs/SAP_CUSTOMER_DATA_CLOUD/8b8d6fffe113457094a17701f63e3d6a/683844d3c4b54104b2201efffdf558e3.html">accounts.login</a>
 */
sealed interface LoginVerdict {

    /**
     * The password is right, and no code is in the way.
     *
     * @param caveats what a policy let pass
     * @param addressPending whether Gigya wants the typed identifier verified first
     */
    record Proved(Set<Caveat> caveats, boolean addressPending) implements LoginVerdict {}

    /**
     * The code alone decides.
     *
     * @param outcome what to answer
     */
    record Decided(LoginOutcome outcome) implements LoginVerdict {}

    /**
     * The password was not looked at: somebody tried too often. Whether from our own address, or whether the account
     * itself is locked, the code does not tell.
     *
     * @param failure what to answer unless the account is seen locked
     */
    record Throttled(Failure failure) implements LoginVerdict {}

    static LoginVerdict of(GigyaReply reply, GigyaSettings.Policies policies) {
        return switch (reply.code()) {
            case 0 -> new Proved(Set.of(), false);
            case 206001 ->
                policies.incompleteRegistration() == IncompleteRegistrationPolicy.REFUSE
                        ? proved(Reason.REGISTRATION_INCOMPLETE)
                        : passed(Caveat.Kind.REGISTRATION_INCOMPLETE);
            case 206002 ->
                policies.pendingVerification() == PendingVerificationPolicy.REFUSE
                        ? proved(Reason.EMAIL_UNVERIFIED)
                        : new Proved(Set.of(Caveat.of(Caveat.Kind.EMAIL_UNVERIFIED)), true);
            case 403100 ->
                policies.expiredPassword() == ExpiredPasswordPolicy.REFUSE
                        ? proved(Reason.PASSWORD_EXPIRED)
                        : passed(Caveat.Kind.PASSWORD_EXPIRED);
            case 403101 ->
                policies.secondFactor() == SecondFactorPolicy.REFUSE
                        ? proved(Reason.SECOND_FACTOR_REQUIRED)
                        : passed(Caveat.Kind.SECOND_FACTOR_NOT_MIGRATED);
            case 403102 ->
                policies.factorEnrollment() == FactorEnrollmentPolicy.REFUSE
                        ? proved(Reason.SECOND_FACTOR_ENROLLMENT_REQUIRED)
                        : passed(Caveat.Kind.SECOND_FACTOR_ENROLLMENT_SKIPPED);
            case 401020, 401021, 401023 -> throttled(reply, "Gigya wants a captcha solved");
            case 403120 -> throttled(reply, "Gigya locked out the account or our own address");
            default -> new Decided(unproved(reply));
        };
    }

    private static LoginOutcome unproved(GigyaReply reply) {
        return switch (reply.code()) {
            case 403042, 403047 -> LoginOutcome.Rejected.of(LoginOutcome.Cause.UNSPECIFIED);
            // A former password: the account is there, and this is not its password.
            case 401030 -> LoginOutcome.Rejected.of(LoginOutcome.Cause.WRONG_PASSWORD);
            case 206006, 403013 -> refused(Refusal.unproved(Reason.EMAIL_UNVERIFIED));
            case 403041 -> refused(Refusal.unproved(Reason.DISABLED));
            case 400303, 403044 -> refused(Refusal.unproved(Reason.POLICY_DENIED));
            case 403300 ->
                new LoginOutcome.Unavailable(
                        reply.error().failure(Failure.Kind.CONFIGURATION, "The site's policy allows no such sign-in"));
            default -> new LoginOutcome.Unavailable(reply.error().failure());
        };
    }

    private static LoginVerdict throttled(GigyaReply reply, String what) {
        return new Throttled(reply.error().failure(Failure.Kind.RATE_LIMITED, what));
    }

    private static LoginVerdict passed(Caveat.Kind kind) {
        return new Proved(Set.of(Caveat.of(kind)), false);
    }

    private static LoginVerdict proved(Reason reason) {
        return new Decided(refused(Refusal.proved(reason)));
    }

    private static LoginOutcome refused(Refusal refusal) {
        return new LoginOutcome.Refused(refusal);
    }
}
