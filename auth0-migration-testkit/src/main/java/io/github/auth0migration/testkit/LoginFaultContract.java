package io.github.auth0migration.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import org.junit.jupiter.api.Test;

/** An outage is never an answer, and a password is never checked twice. */
abstract class LoginFaultContract extends ScriptContract {

    @Test
    void loginAtAPlatformThatIsDown() {
        assertUnavailable(Fault.DOWN);
    }

    @Test
    void loginAtAPlatformThatStallsEndsAtTheDeadline() {
        promptly(() -> assertUnavailable(Fault.STALLED));
    }

    @Test
    void loginAtAPlatformThatLimitsRates() {
        assertUnavailable(Fault.RATE_LIMITED);
    }

    @Test
    void loginAtAPlatformWithAnInternalError() {
        assertUnavailable(Fault.SERVER_ERROR);
    }

    @Test
    void loginAtAPlatformThatAnswersGarbage() {
        assertUnavailable(Fault.GARBAGE);
    }

    @Test
    void loginAtAPlatformThatRefusesOurCredentials() {
        assertUnavailable(Fault.CREDENTIALS_REFUSED);
    }

    @Test
    void wrongPasswordDuringAnOutageIsNotCalledWrong() {
        known(ADA);
        begin(Fault.SERVER_ERROR);

        assertInstanceOf(LoginOutcome.Unavailable.class, loginBriefly(ADA, WRONG_PASSWORD));
    }

    @Test
    void loginWorksAgainAfterAnOutage() {
        known(ADA);
        begin(Fault.SERVER_ERROR);
        loginBriefly(ADA, PASSWORD);
        platform().recover();

        authenticated(ADA);
    }

    @Test
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

        assertEquals(fault.kind(), kind(loginBriefly(ADA, PASSWORD)));
        int checks = platform().passwordChecks() - before;
        assertTrue(checks <= 1, () -> "a password must never be checked again, but was " + checks + " times");
    }

    private static Failure.Kind kind(LoginOutcome outcome) {
        return assertInstanceOf(LoginOutcome.Unavailable.class, outcome)
                .failure()
                .kind();
    }
}
