package io.github.auth0migration.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupOutcome.Found;
import io.github.auth0migration.LookupOutcome.NotFound;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal.Reason;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What every Get User script keeps, whatever its platform. Extend it as {@link LoginScriptContract}, with the same
 * fixture.
 *
 * @see LoginScriptContract
 * @since 0.1.0
 */
public abstract class GetUserScriptContract extends ScriptContract {

    /** For subclasses. */
    protected GetUserScriptContract() {}

    @Test
    void knownPersonIsFoundWithoutAPasswordCheck() {
        known(ADA);

        found(ADA);
        assertEquals(0, platform().passwordChecks());
    }

    @Test
    void bothScriptsMakeTheSameUser() {
        known(ADA);
        MigratedUser user = authenticated(ADA);

        assertEquals(user, found(ADA));
        assertEquals(new Found(user), getUserById(user.userId()));
    }

    @Test
    void unknownIdentifierIsNotFound() {
        known(KIM);

        assertInstanceOf(NotFound.class, getUser(ADA));
    }

    @Test
    void unknownUserIdIsNotFound() {
        known(ADA);
        String userId = found(ADA).userId();

        assertInstanceOf(NotFound.class, getUserById(userId + "0"));
        assertInstanceOf(NotFound.class, getUserById("some-other-prefix|" + userId));
    }

    @Needs(Capability.LOCKS_OUT)
    void lockedPersonIsNeverCalledNobody() {
        known(PersonState.LOCKED_OUT);

        assertFoundOrRefused(Reason.LOCKED_OUT, getUser(ADA));
    }

    @Needs(Capability.EXPIRED_PASSWORDS)
    void expiredPasswordDoesNotHinderALookup() {
        known(PersonState.PASSWORD_EXPIRED);

        found(ADA);
    }

    @Needs(Capability.DISABLES_PEOPLE)
    void disabledPersonIsRefused() {
        known(PersonState.DISABLED);

        assertRefused(Reason.DISABLED, getUser(ADA));
    }

    @Needs(Capability.UNACTIVATED_PEOPLE)
    void unactivatedPersonIsNeverCalledNobody() {
        known(PersonState.NOT_ACTIVATED);

        assertFoundOrRefused(Reason.NOT_ACTIVATED, getUser(ADA));
    }

    @Needs({Capability.SHOWS_SECOND_FACTORS, Capability.SECOND_FACTORS})
    void enrolledSecondFactorIsRefused() {
        known(PersonState.SECOND_FACTOR);

        assertRefused(Reason.SECOND_FACTOR_REQUIRED, getUser(ADA));
    }

    @Test
    void implausibleInputIsNotFoundWithoutARequest() {
        known(ADA);
        int before = platform().requests();

        assertAll(IMPLAUSIBLE.stream().map(typed -> () -> assertInstanceOf(NotFound.class, getUser(typed))));
        assertEquals(before, platform().requests(), "requests that arrived");
    }

    @Test
    void caseOfLettersDoesNotMatter() {
        known(KIM);

        assertEquals(found(KIM), found(KIM.toUpperCase(Locale.ROOT)));
    }

    @Test
    void lookalikesFindNobody() {
        known(KIM);

        assertAll(LOOKALIKES.stream().map(typed -> () -> assertInstanceOf(NotFound.class, getUser(typed), typed)));
    }

    @Needs(Capability.HAS_LOGIN_OTHER_THAN_EMAIL)
    void loginAndEmailFindTheSamePerson() {
        known(ContractPerson.active(ADA, PASSWORD).withLogin("ada.l"));

        assertEquals(found(ADA), found("ada.l"));
    }

    @Needs(Capability.HAS_ADDRESS_SHAPED_LOGIN)
    void loginShapedLikeAnAddressIsAMismatch() {
        known(ContractPerson.active(ADA, PASSWORD).withLogin(KIM));

        found(ADA);
        assertRefused(Reason.IDENTITY_MISMATCH, getUser(KIM));
    }

    @Needs(Capability.ALLOWS_SHARED_EMAIL)
    void sharedEmailIsAmbiguous() {
        known(ADA);
        known(ContractPerson.active(ADA, WRONG_PASSWORD).withLogin("twin@contract.example"));

        assertRefused(Reason.AMBIGUOUS, getUser(ADA));
    }

    @Needs(faults = Fault.DOWN)
    void lookupAtAPlatformThatIsDown() {
        assertUnavailable(Fault.DOWN);
    }

    @Needs(faults = Fault.STALLED)
    void lookupAtAPlatformThatStallsEndsAtTheDeadline() {
        promptly(() -> assertUnavailable(Fault.STALLED));
    }

    @Needs(faults = Fault.RATE_LIMITED)
    void lookupAtAPlatformThatLimitsRates() {
        assertUnavailable(Fault.RATE_LIMITED);
    }

    @Needs(faults = Fault.SERVER_ERROR)
    void lookupAtAPlatformWithAnInternalError() {
        assertUnavailable(Fault.SERVER_ERROR);
    }

    @Needs(faults = Fault.GARBAGE)
    void lookupAtAPlatformThatAnswersGarbage() {
        assertUnavailable(Fault.GARBAGE);
    }

    @Needs(faults = Fault.CREDENTIALS_REFUSED)
    void lookupAtAPlatformThatRefusesOurCredentials() {
        assertUnavailable(Fault.CREDENTIALS_REFUSED);
    }

    @Needs(faults = Fault.SERVER_ERROR)
    void lookupWorksAgainAfterAnOutage() {
        known(ADA);
        begin(Fault.SERVER_ERROR);
        getUserBriefly(ADA);
        platform().recover();

        found(ADA);
    }

    @Needs(faults = Fault.STALLED)
    void interruptedLookupReturnsWithItsFlagSet() throws Exception {
        known(ADA);
        begin(Fault.STALLED);

        CallInOtherThread.Ending<LookupOutcome> ending = CallInOtherThread.interrupted(() -> getUser(ADA));

        assertEquals(Failure.Kind.INTERRUPTED, kind(ending.outcome()));
        assertTrue(ending.interruptFlag(), "the interrupt flag must be set again");
    }

    @Test
    void crowdGetsTheRightAnswers() throws Exception {
        known(ADA);
        known(KIM);
        Found ada = new Found(found(ADA));
        Found kim = new Found(found(KIM));

        List<LookupOutcome> outcomes = Crowd.ask(i -> getUser(i % 2 == 0 ? ADA : KIM));

        for (int i = 0; i < Crowd.SIZE; i++) {
            assertEquals(i % 2 == 0 ? ada : kim, outcomes.get(i));
        }
    }

    @Test
    void checkTellsNoSecret() {
        assertTellsNoPassword(platform().source().check());
    }

    private void assertUnavailable(Fault fault) {
        known(ADA);
        begin(fault);

        assertEquals(fault.kind(), kind(during(fault)));
    }

    /** A stall has to last until the deadline; whatever else ends by itself must not be cut short by it. */
    private LookupOutcome during(Fault fault) {
        return fault == Fault.STALLED ? getUserBriefly(ADA) : getUser(ADA);
    }

    private static Failure.Kind kind(LookupOutcome outcome) {
        return assertInstanceOf(LookupOutcome.Unavailable.class, outcome)
                .failure()
                .kind();
    }

    private static void assertFoundOrRefused(Reason reason, LookupOutcome outcome) {
        if (!(outcome instanceof Found)) {
            assertRefused(reason, outcome);
        }
    }
}
