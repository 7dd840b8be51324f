package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ALIAS;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ID;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.trickle.ProbedStore.Call;
import io.github.auth0migration.trickle.ProbedStore.Fault;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpTest {

    private static final String BOB_MAIL = "bob@new.example";

    private final Scene scene = new Scene();

    @Test
    void aNewPersonIsInTheTargetAndSignsInThere() {
        SignUpOutcome outcome = scene.signUp(BOB_MAIL, Scene.CHOSEN);

        assertThat(outcome).isInstanceOfSatisfying(SignUpOutcome.SignedUp.class, up -> {
            assertThat(up.sourceAsked()).isTrue();
            assertThat(up.user().profile())
                    .isEqualTo(Map.of("user_id", "new|0", "email", BOB_MAIL, "email_verified", false));
        });
        assertThat(scene.signInEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.signInEnds(BOB_MAIL, Marked.WRONG_PASSWORD)).isEqualTo("rejected");
        assertThat(scene.platform.passwordsTried).isEmpty();
    }

    @Test
    void whomTheTargetKnowsIsKnownWithoutAskingTheSource() {
        scene.signUp(BOB_MAIL, Scene.CHOSEN);
        scene.platform.lookups.clear();

        assertThat(scene.signUp("Bob@NEW.example", LEGACY)).isEqualTo(new SignUpOutcome.AlreadyKnown(false));
        assertThat(scene.platform.asked()).isZero();
        assertThat(scene.signInEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("in");
    }

    @ParameterizedTest
    @ValueSource(strings = {ANN_MAIL, "ANN@OLD.EXAMPLE", ANN_ALIAS})
    void whomTheSourceKnowsIsKnown(String typed) {
        assertThat(scene.signUp(typed, Scene.CHOSEN)).isEqualTo(new SignUpOutcome.AlreadyKnown(true));
        assertThat(scene.users.size()).isZero();
        assertThat(scene.signInEnds(typed, LEGACY)).isEqualTo("migrated");
    }

    @Test
    void asksTheSourceWithTheRequestsOwnDeadlineAndCorrelationId() {
        LoginRequest request = LoginRequest.of(BOB_MAIL, Scene.CHOSEN).withCorrelationId("attempt-1");

        scene.migration.signUp(request);

        assertThat(scene.platform.lookups).singleElement().satisfies(lookup -> {
            assertThat(lookup.deadline()).isSameAs(request.deadline());
            assertThat(lookup.correlationId()).isEqualTo("attempt-1");
        });
    }

    @Test
    void aSourceThatRefusesCreatesNobody() {
        scene.platform.lookup = () -> LookupOutcome.Refused.of(Reason.AMBIGUOUS);

        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("refused AMBIGUOUS");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void aSourceThatIsDownCreatesNobody() {
        scene.platform.lookup = () -> new LookupOutcome.Unavailable(Failure.of(Failure.Kind.TIMEOUT, "Slow."));
        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("unavailable TIMEOUT");

        scene.platform.lookup = () -> null;
        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("unavailable INTERNAL");
        assertThat(scene.users.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "UNAVAILABLE_AFTERWARDS", mode = EnumSource.Mode.EXCLUDE)
    void aStoreThatFailsCreatesNobodyAndTheNextTryWorks(Fault fault) {
        String ending = fault == Fault.UNAVAILABLE ? "unavailable CONNECT" : "unavailable INTERNAL";

        scene.store.failAt(0, fault);
        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo(ending);
        scene.store.failAt(1, fault);
        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo(ending);

        assertThat(scene.users.size()).isZero();
        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("signed up");
    }

    @Test
    void whoWasDeletedDoesNotComeBackBySigningUp() {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.users.delete(ANN_ID);

        assertThat(scene.signUpEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("refused DISABLED");
        scene.platform.forgetsAll();
        assertThat(scene.signUpEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("refused DISABLED");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void theFirstOfTwoSignUpsWins() {
        scene.store.before(Call.CREATE, () -> scene.signUp("BOB@new.example", Scene.CHOSEN));

        assertThat(scene.signUpEnds(BOB_MAIL, Marked.WRONG_PASSWORD)).isEqualTo("known");
        assertThat(scene.users.size()).isEqualTo(1);
        assertThat(scene.signInEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.signInEnds(BOB_MAIL, Marked.WRONG_PASSWORD)).isEqualTo("rejected");
    }

    @Test
    void aMigrationThatLandsMeanwhileWins() {
        scene.platform.lookup = () -> new LookupOutcome.NotFound(LookupOutcome.Evidence.INDEX);
        scene.store.before(Call.CREATE, () -> scene.signIn(ANN_ALIAS, LEGACY));

        assertThat(scene.signUpEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("known");
        assertThat(scene.users.size()).isEqualTo(1);
        assertThat(scene.signInEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "bob", "@", "bob@", "@new.example", "bob@a@b", "bob @new.example", "bob@new.example\n"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThat(scene.signUpEnds(address, Scene.CHOSEN)).isEqualTo("refused REGISTRATION_INCOMPLETE");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void anEmptyOrOverlongPasswordIsRefusedWithoutAskingAnybody() {
        String overlong = "x".repeat(LoginRequest.MAX_PASSWORD_LENGTH + 1);

        assertThat(scene.signUpEnds(BOB_MAIL, "")).isEqualTo("refused REGISTRATION_INCOMPLETE");
        assertThat(scene.signUpEnds(BOB_MAIL, overlong)).isEqualTo("refused REGISTRATION_INCOMPLETE");
        assertThat(scene.platform.asked()).isZero();
        assertThat(scene.store.takeCalls()).isEmpty();
    }

    /** The host's mistake, so not the person's. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "auth0|1", "white space"})
    @SuppressWarnings("NullAway")
    void aUserIdThatIsNoneIsABugNotARefusal(@Nullable String userId) {
        TrickleMigration migration = TrickleMigration.from(scene.platform.source())
                .to(scene.users)
                .newUserIds(() -> userId)
                .build();

        SignUpOutcome outcome = migration.signUp(LoginRequest.of(BOB_MAIL, Scene.CHOSEN));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignUpOutcome.Unavailable.class,
                        unavailable -> assertThat(unavailable.failure().kind()).isEqualTo(Failure.Kind.INTERNAL));
        assertThat(scene.users.size()).isZero();
    }
}
