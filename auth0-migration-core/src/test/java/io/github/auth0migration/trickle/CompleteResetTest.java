package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ALIAS;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ID;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_NEW_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static io.github.auth0migration.trickle.LegacyPlatform.ann;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.trickle.CompleteResetOutcome.Completed;
import io.github.auth0migration.trickle.ProbedStore.Call;
import io.github.auth0migration.trickle.ProbedStore.Fault;
import java.util.EnumSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompleteResetTest {

    private static final ResetTicket TICKET = new ResetTicket(ANN_ID, ANN_MAIL);

    private final Scene scene = new Scene();

    @Test
    void createsWhomOnlyTheSourceKnowsAndTheLegacyPasswordIsDead() {
        CompleteResetOutcome outcome = scene.completeReset(scene.ticketFor(ANN_ALIAS), Scene.CHOSEN);

        assertThat(outcome).isInstanceOfSatisfying(Completed.class, done -> {
            assertThat(done.migrated()).isTrue();
            assertThat(done.sourceAsked()).isTrue();
            assertThat(done.user().userId()).isEqualTo(ANN_ID);
        });
        assertOnlyTheChosenPasswordWorks();
    }

    @Test
    void replacesThePasswordOfWhomTheTargetKnowsWithoutAskingTheSource() {
        scene.signIn(ANN_MAIL, LEGACY);

        assertThat(scene.completeResetEnds(scene.ticketFor(ANN_MAIL), Scene.CHOSEN))
                .isEqualTo("done");
        assertThat(scene.platform.lookups).isEmpty();
        assertOnlyTheChosenPasswordWorks();
    }

    @Test
    void replacesThePasswordOfWhoWasMigratedMeanwhile() {
        scene.ticketFor(ANN_MAIL);
        scene.signIn(ANN_MAIL, LEGACY);

        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("done");
        assertOnlyTheChosenPasswordWorks();
    }

    @Test
    void replacesThePasswordOfWhoIsMigratedAtTheVeryMoment() {
        scene.store.before(Call.CREATE, () -> {
            assertThat(TrickleMigration.from(scene.platform.source())
                            .to(scene.users)
                            .build()
                            .signIn(LoginRequest.of(ANN_ALIAS, LEGACY)))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
        });

        assertThat(scene.completeReset(TICKET, Scene.CHOSEN)).isInstanceOfSatisfying(Completed.class, done -> {
            assertThat(done.migrated()).isFalse();
            assertThat(done.sourceAsked()).isTrue();
        });
        assertOnlyTheChosenPasswordWorks();
    }

    @Test
    void asksTheSourceByUserIdWithTheCallersDeadline() {
        Deadline deadline = Deadline.standard();

        scene.migration.completeReset(TICKET, Scene.CHOSEN, deadline);

        assertThat(scene.platform.lookups).singleElement().satisfies(lookup -> {
            assertThat(lookup.userId()).contains(ANN_ID);
            assertThat(lookup.deadline()).isSameAs(deadline);
        });
    }

    @Test
    void isRefusedWhenTheAddressChangedInTheTarget() {
        scene.signIn(ANN_MAIL, LEGACY);
        ResetTicket ticket = scene.ticketFor(ANN_MAIL);
        scene.users.changeEmail(ANN_ID, ANN_NEW_MAIL);

        assertThat(scene.completeResetEnds(ticket, Scene.CHOSEN)).isEqualTo("refused IDENTITY_MISMATCH");
        assertThat(scene.signInEnds(ANN_NEW_MAIL, LEGACY)).isEqualTo("in");
        assertThat(scene.signInEnds(ANN_NEW_MAIL, Scene.CHOSEN)).isEqualTo("rejected");
    }

    @Test
    void isRefusedWhenThePersonWasMigratedAndLeftTheAddressMeanwhile() {
        scene.store.before(Call.CREATE, () -> {
            scene.signIn(ANN_ALIAS, LEGACY);
            scene.users.changeEmail(ANN_ID, ANN_NEW_MAIL);
        });

        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("refused IDENTITY_MISMATCH");
        assertThat(scene.signInEnds(ANN_NEW_MAIL, LEGACY)).isEqualTo("in");
    }

    @Test
    void isRefusedWhenTheAddressChangedInTheSource() {
        ResetTicket ticket = scene.ticketFor(ANN_MAIL);
        scene.platform.knows(ann(ANN_ID, ANN_NEW_MAIL), ANN_MAIL, ANN_NEW_MAIL, ANN_ALIAS, "ann77");

        assertThat(scene.completeResetEnds(ticket, Scene.CHOSEN)).isEqualTo("refused IDENTITY_MISMATCH");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void anAddressThatChangedItsCaseOnlyIsTheSame() {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.users.changeEmail(ANN_ID, "Ann@OLD.example");

        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("done");
    }

    @Test
    void isRefusedWhenTheSourceAnswersWithAnotherAccount() {
        scene.platform.lookup = () -> new LookupOutcome.Found(ann("legacy|9", ANN_MAIL));

        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("refused IDENTITY_MISMATCH");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void isRefusedWhenSomebodyElseSignedUpWithTheAddressMeanwhile() {
        scene.platform.lookup = () -> new LookupOutcome.NotFound(LookupOutcome.Evidence.INDEX);
        scene.signUp(ANN_MAIL, LEGACY);
        scene.platform.lookup = null;

        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("refused AMBIGUOUS");
        assertThat(scene.users.size()).isEqualTo(1);
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("in");
    }

    @Test
    void isRefusedWhenThePersonWasDeletedMeanwhile() {
        scene.signIn(ANN_MAIL, LEGACY);
        ResetTicket ticket = scene.ticketFor(ANN_MAIL);
        scene.users.delete(ANN_ID);

        assertThat(scene.completeResetEnds(ticket, Scene.CHOSEN)).isEqualTo("refused DISABLED");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void isRefusedWhenThePersonIsDeletedAtTheVeryMoment() {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.store.before(Call.SET_PASSWORD, () -> scene.users.delete(ANN_ID));

        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("refused DISABLED");
    }

    @Test
    void isRefusedWhenTheSourceForgotOrRefusesThePerson() {
        scene.platform.lookup = () -> LookupOutcome.Refused.of(Reason.DISABLED);
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("refused DISABLED");

        scene.platform.lookup = () -> new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT);
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("refused DISABLED");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void aSourceThatIsDownChangesNothingAndTheSameTicketWorksLater() {
        scene.platform.lookup = () -> new LookupOutcome.Unavailable(Failure.of(Failure.Kind.TIMEOUT, "Slow."));
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("unavailable TIMEOUT");
        assertThat(scene.users.size()).isZero();

        scene.platform.lookup = null;
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("migrated");
        assertOnlyTheChosenPasswordWorks();
    }

    static Stream<Arguments> faults() {
        return IntStream.range(0, 2)
                .boxed()
                .flatMap(step -> EnumSet.allOf(Fault.class).stream().map(fault -> Arguments.of(step, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aStoreThatFailsIsUnavailableAndTheSameTicketWorksLater(int step, Fault fault) {
        scene.store.failAt(step, fault);
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).startsWith("unavailable ");
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isIn("migrated", "done");

        scene.store.failAt(step, fault);
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).startsWith("unavailable ");
        assertThat(scene.completeResetEnds(TICKET, Scene.CHOSEN)).isEqualTo("done");
        assertOnlyTheChosenPasswordWorks();
    }

    @Test
    void anEmptyOrOverlongPasswordIsRefusedWithoutAskingAnybody() {
        String overlong = "x".repeat(LoginRequest.MAX_PASSWORD_LENGTH + 1);

        assertThat(scene.completeResetEnds(TICKET, "")).isEqualTo("refused PASSWORD_RESET_REQUIRED");
        assertThat(scene.completeResetEnds(TICKET, overlong)).isEqualTo("refused PASSWORD_RESET_REQUIRED");
        assertThat(scene.platform.asked()).isZero();
        assertThat(scene.store.takeCalls()).isEmpty();
    }

    private void assertOnlyTheChosenPasswordWorks() {
        assertThat(scene.users.size()).isEqualTo(1);
        assertThat(scene.signInEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_ALIAS, LEGACY)).isEqualTo("rejected");
        assertThat(scene.users.size()).isEqualTo(1);
    }
}
