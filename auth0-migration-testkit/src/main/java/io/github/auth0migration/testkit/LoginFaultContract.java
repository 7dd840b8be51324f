package io.github.auth0migration.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;

/** An outage is never an answer, and a password is never checked twice. */
abstract class LoginFaultContract extends ScriptContract {

    @Needs(faults = Fault.DOWN)
    void loginAtAPlatformThatIsDown() {
        assertUnavailable(Fault.DOWN);
    }

    @Needs(faults = Fault.STALLED)
    void loginAtAPlatformThatStallsEndsAtTheDeadline() {
        promptly(() -> assertUnavailable(Fault.STALLED));
    }

    @Needs(faults = Fault.RATE_LIMITED)
    void loginAtAPlatformThatLimitsRates() {
        assertUnavailable(Fault.RATE_LIMITED);
    }

    @Needs(faults = Fault.SERVER_ERROR)
    void loginAtAPlatformWithAnInternalError() {
        assertUnavailable(Fault.SERVER_ERROR);
    }

    @Needs(faults = Fault.GARBAGE)
    void loginAtAPlatformThatAnswersGarbage() {
        assertUnavailable(Fault.GARBAGE);
    }

    @Needs(faults = Fault.CREDENTIALS_REFUSED)
    void loginAtAPlatformThatRefusesOurCredentials() {
        assertUnavailable(Fault.CREDENTIALS_REFUSED);
    }

    @Needs(faults = Fault.SERVER_ERROR)
    void wrongPasswordDuringAnOutageIsNotCalledWrong() {
        known(ADA);
        begin(Fault.SERVER_ERROR);

        assertInstanceOf(LoginOutcome.Unavailable.class, loginBriefly(ADA, WRONG_PASSWORD));
    }

    @Needs(faults = Fault.SERVER_ERROR)
    void loginWorksAgainAfterAnOutage() {
        known(ADA);
        begin(Fault.SERVER_ERROR);
        loginBriefly(ADA, PASSWORD);
        platform().recover();

        authenticated(ADA);
    }

    @Needs(faults = Fault.STALLED)
    void interruptedLoginReturnsWithItsFlagSet() throws Exception {
        known(ADA);
        begin(Fault.STALLED);

        CallInOtherThread.Ending<LoginOutcome> ending = CallInOtherThread.interrupted(() -> login(ADA, PASSWORD));

        assertEquals(Failure.Kind.INTERRUPTED, kind(ending.outcome()));
        assertTrue(ending.interruptFlag(), "the interrupt flag must be set again");
    }

    private void assertUnavailable(Fault fault) {
        known(ADA);
        begin(fault);
        int before = platform().passwordChecks();

        assertEquals(fault.kind(), kind(during(fault)));
        int checks = platform().passwordChecks() - before;
        assertTrue(checks <= 1, () -> "a password must never be checked again, but was " + checks + " times");
    }

    /** A stall has to last until the deadline; whatever else ends by itself must not be cut short by it. */
    private LoginOutcome during(Fault fault) {
        return fault == Fault.STALLED ? loginBriefly(ADA, PASSWORD) : login(ADA, PASSWORD);
    }

    private static Failure.Kind kind(LoginOutcome outcome) {
        return assertInstanceOf(LoginOutcome.Unavailable.class, outcome)
                .failure()
                .kind();
    }
}
