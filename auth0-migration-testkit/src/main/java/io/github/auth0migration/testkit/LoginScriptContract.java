package io.github.auth0migration.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every Login script keeps, whatever its platform. Extend it, and give it a platform to play with:
 *
 * <pre>{@code
 * class AcmeLoginContractTest extends LoginScriptContract {
 *     @Override
 *     protected ContractFixture createFixture() {
 *         return new AcmeFixture();
 *     }
 * }
 * }</pre>
 *
 * <p>The source must have the defaults of its policies: second factors, expired passwords and what else can be refused
 * are refused, and an identifier with an {@code @} must be the account's own e-mail. Every answer is also searched for
 * the passwords.
 *
 * @see GetUserScriptContract
 * @since 0.1.0
 */
public abstract class LoginScriptContract extends LoginFaultContract {

    /** For subclasses. */
    protected LoginScriptContract() {}

    @Test
    void rightPasswordIsAuthenticated() {
        known(ADA);

        MigratedUser user = authenticated(ADA);
        assertTrue(user.email().filter(Identifier.of(ADA)::matches).isPresent(), "the user has the typed e-mail");
    }

    @Test
    void wrongPasswordIsRejected() {
        known(ADA);

        LoginOutcome.Rejected rejected = assertInstanceOf(LoginOutcome.Rejected.class, login(ADA, WRONG_PASSWORD));
        assertNotEquals(Cause.UNKNOWN_USER, rejected.cause());
        assertTrue(rejected.userId() == null
                || rejected.userId().equals(authenticated(ADA).userId()));
    }

    @Test
    void passwordOfSomebodyElseIsRejected() {
        known(ADA);
        known(ContractPerson.active(KIM, WRONG_PASSWORD));

        assertInstanceOf(LoginOutcome.Rejected.class, login(ADA, WRONG_PASSWORD));
    }

    @Test
    void passwordIsSentAsTyped() {
        String odd = " " + PASSWORD + "äß€\ud83d\udd11\"\\:&=+% ";
        known(ContractPerson.active(ADA, odd));

        assertInstanceOf(LoginOutcome.Authenticated.class, login(ADA, odd));
        assertInstanceOf(LoginOutcome.Rejected.class, login(ADA, odd.strip()));
        assertInstanceOf(LoginOutcome.Rejected.class, login(ADA, odd.toUpperCase(Locale.ROOT)));
    }

    @Test
    void unknownUserIsRejected() {
        known(KIM);

        LoginOutcome.Rejected rejected = assertInstanceOf(LoginOutcome.Rejected.class, login(ADA, PASSWORD));
        assertNotEquals(Cause.WRONG_PASSWORD, rejected.cause());
    }

    @Test
    void unknownUserIsClaimedOnlyWhereThePlatformTells() {
        Cause claimed = platform().capabilities().contains(Capability.TELLS_UNKNOWN_USER)
                ? Cause.UNKNOWN_USER
                : Cause.UNSPECIFIED;

        assertEquals(LoginOutcome.Rejected.of(claimed), login(ADA, PASSWORD));
    }

    @Needs(Capability.LOCKS_OUT)
    void lockedPersonStaysOut() {
        known(PersonState.LOCKED_OUT);

        assertAll(
                () -> assertStaysOut(Reason.LOCKED_OUT, login(ADA, PASSWORD)),
                () -> assertStaysOut(Reason.LOCKED_OUT, login(ADA, WRONG_PASSWORD)));
    }

    @Needs({Capability.SHOWS_LOCKOUT, Capability.LOCKS_OUT})
    void lockoutIsTold() {
        known(PersonState.LOCKED_OUT);

        assertEquals(
                Reason.LOCKED_OUT,
                assertInstanceOf(LoginOutcome.Refused.class, login(ADA, PASSWORD))
                        .refusal()
                        .reason());
    }

    @Needs(Capability.DISABLES_PEOPLE)
    void disabledPersonStaysOut() {
        known(PersonState.DISABLED);

        assertStaysOut(Reason.DISABLED, login(ADA, PASSWORD));
    }

    @Needs({Capability.SHOWS_DISABLED, Capability.DISABLES_PEOPLE})
    void disabledAccountIsTold() {
        known(PersonState.DISABLED);

        assertEquals(
                Reason.DISABLED,
                assertInstanceOf(LoginOutcome.Refused.class, login(ADA, PASSWORD))
                        .refusal()
                        .reason());
    }

    @Needs(Capability.UNACTIVATED_PEOPLE)
    void unactivatedPersonStaysOut() {
        known(PersonState.NOT_ACTIVATED);

        assertStaysOut(Reason.NOT_ACTIVATED, login(ADA, PASSWORD));
    }

    @Needs(Capability.EXPIRED_PASSWORDS)
    void expiredPasswordIsRefusedOnceProved() {
        known(PersonState.PASSWORD_EXPIRED);

        assertRefused(Refusal.proved(Reason.PASSWORD_EXPIRED), login(ADA, PASSWORD));
        assertInstanceOf(LoginOutcome.Rejected.class, login(ADA, WRONG_PASSWORD));
    }

    @Needs(Capability.SECOND_FACTORS)
    void secondFactorIsRefusedOnceProved() {
        known(PersonState.SECOND_FACTOR);

        assertRefused(Refusal.proved(Reason.SECOND_FACTOR_REQUIRED), login(ADA, PASSWORD));
        assertInstanceOf(LoginOutcome.Rejected.class, login(ADA, WRONG_PASSWORD));
    }

    @Test
    void implausibleInputIsRejectedWithoutARequest() {
        known(ADA);
        int before = platform().requests();

        assertAll(Stream.concat(
                        IMPLAUSIBLE.stream().map(typed -> LoginRequest.of(typed, PASSWORD)),
                        Stream.of("", "p".repeat(LoginRequest.MAX_PASSWORD_LENGTH + 1))
                                .map(typed -> LoginRequest.of(ADA, typed)))
                .map(request -> () -> assertInstanceOf(LoginOutcome.Rejected.class, login(request))));
        assertEquals(before, platform().requests(), "requests that arrived");
    }

    @Test
    void caseOfLettersDoesNotMatter() {
        known(KIM);

        assertEquals(authenticated(KIM), authenticated(KIM.toUpperCase(Locale.ROOT)));
    }

    @Test
    void lookalikesStayOut() {
        known(KIM);

        assertAll(LOOKALIKES.stream()
                .map(typed -> () -> assertStaysOut(Reason.IDENTITY_MISMATCH, login(typed, PASSWORD))));
    }

    @Needs(Capability.HAS_LOGIN_OTHER_THAN_EMAIL)
    void loginAndEmailMeanTheSamePerson() {
        known(ContractPerson.active(ADA, PASSWORD).withLogin("ada.l"));

        assertEquals(authenticated(ADA), authenticated("ada.l"));
    }

    @Needs(Capability.HAS_ADDRESS_SHAPED_LOGIN)
    void loginShapedLikeAnAddressIsAMismatch() {
        known(ContractPerson.active(ADA, PASSWORD).withLogin(KIM));

        authenticated(ADA);
        assertStaysOut(Reason.IDENTITY_MISMATCH, login(KIM, PASSWORD));
    }

    @Needs(Capability.ALLOWS_SHARED_EMAIL)
    void sharedEmailIsAmbiguous() {
        known(ADA);
        known(ContractPerson.active(ADA, WRONG_PASSWORD).withLogin("twin@contract.example"));

        assertStaysOut(Reason.AMBIGUOUS, login(ADA, PASSWORD));
        assertStaysOut(Reason.AMBIGUOUS, login(ADA, WRONG_PASSWORD));
    }

    @Test
    void userIdHasItsPrefixAndStays() {
        known(ADA);
        String userId = authenticated(ADA).userId();
        known(KIM);

        String prefix = platform()
                .source()
                .description()
                .userIdPrefix()
                .map(p -> p + "|")
                .orElse("");
        assertTrue(userId.startsWith(prefix), () -> userId + " begins with " + prefix);
        assertEquals(userId, authenticated(ADA).userId());
        assertNotEquals(userId, authenticated(KIM).userId());
    }

    @Test
    void crowdGetsTheRightAnswers() throws Exception {
        known(ADA);
        known(KIM);
        MigratedUser ada = authenticated(ADA);
        MigratedUser kim = authenticated(KIM);

        List<LoginOutcome> outcomes = Crowd.ask(i -> login(i % 2 == 0 ? ADA : KIM, PASSWORD));

        for (int i = 0; i < Crowd.SIZE; i++) {
            assertEquals(LoginOutcome.Authenticated.of(i % 2 == 0 ? ada : kim), outcomes.get(i));
        }
    }

    @Test
    void crowdOfWrongPasswordsGetsNobodyIn() throws Exception {
        known(ADA);

        List<LoginOutcome> outcomes = Crowd.ask(i -> login(ADA, WRONG_PASSWORD));

        assertTrue(outcomes.stream().noneMatch(LoginOutcome.Authenticated.class::isInstance));
    }

    /** Out, for the reason or, where the platform hides it, as if the password were wrong. */
    private static void assertStaysOut(Reason reason, LoginOutcome outcome) {
        if (!(outcome instanceof LoginOutcome.Rejected)) {
            assertEquals(
                    reason,
                    assertInstanceOf(LoginOutcome.Refused.class, outcome)
                            .refusal()
                            .reason());
        }
    }
}
