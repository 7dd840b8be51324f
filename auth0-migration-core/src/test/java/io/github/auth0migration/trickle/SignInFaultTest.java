package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ALIAS;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static io.github.auth0migration.trickle.ProbedStore.Call.AUTHENTICATE;
import static io.github.auth0migration.trickle.ProbedStore.Call.CREATE;
import static io.github.auth0migration.trickle.ProbedStore.Call.FIND_ID;
import static io.github.auth0migration.trickle.ProbedStore.Call.FIND_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.trickle.ProbedStore.Call;
import io.github.auth0migration.trickle.ProbedStore.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that fails at any step: nobody is in by it, nobody is lost or doubled, and the next try works. */
class SignInFaultTest {

    private static final List<Call> MIGRATING = List.of(FIND_NAME, FIND_NAME, FIND_ID, FIND_NAME, FIND_NAME, CREATE);
    private static final List<Call> KNOWN = List.of(FIND_NAME, AUTHENTICATE);
    private static final List<Call> KNOWN_BY_ALIAS = List.of(FIND_NAME, FIND_NAME, FIND_ID, AUTHENTICATE);

    private final Scene scene = new Scene();

    @Test
    void theStepsBelowAreTheStepsTaken() {
        scene.signIn(ANN_MAIL, LEGACY);
        assertThat(scene.store.takeCalls()).isEqualTo(MIGRATING);

        scene.signIn(ANN_MAIL, LEGACY);
        assertThat(scene.store.takeCalls()).isEqualTo(KNOWN);

        scene.signIn(ANN_ALIAS, LEGACY);
        assertThat(scene.store.takeCalls()).isEqualTo(KNOWN_BY_ALIAS);
    }

    static Stream<Arguments> faultsWhileMigrating() {
        return faultsIn(MIGRATING);
    }

    static Stream<Arguments> faultsInAKnownPersonsSignIn() {
        return faultsIn(KNOWN);
    }

    static Stream<Arguments> faultsInAKnownPersonsSignInByAlias() {
        return faultsIn(KNOWN_BY_ALIAS);
    }

    private static Stream<Arguments> faultsIn(List<Call> steps) {
        Set<Fault> faults = EnumSet.complementOf(EnumSet.of(Fault.UNAVAILABLE_AFTERWARDS));
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(step -> faults.stream().map(fault -> Arguments.of(step, fault)));
    }

    @ParameterizedTest
    @MethodSource("faultsWhileMigrating")
    void aFaultWhileMigratingMakesNoUserAndTheNextTryWorks(int step, Fault fault) {
        scene.store.failAt(step, fault);

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo(ending(fault));
        assertThat(scene.users.size()).isZero();
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("migrated");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("faultsInAKnownPersonsSignIn")
    void aFaultInAKnownPersonsSignInAsksNoSource(int step, Fault fault) {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.platform.passwordsTried.clear();
        scene.store.failAt(step, fault);

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo(ending(fault));
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("in");
        assertThat(scene.platform.asked()).isZero();
        assertThat(scene.users.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("faultsInAKnownPersonsSignInByAlias")
    void aFaultLetsNoLegacyPasswordInByAnAlias(int step, Fault fault) {
        Scene changed = Scene.withAnnMigratedAndPasswordChanged();
        changed.store.failAt(step, fault);

        assertThat(changed.signInEnds(ANN_ALIAS, LEGACY)).isEqualTo(ending(fault));
        assertThat(changed.signInEnds(ANN_ALIAS, LEGACY)).isEqualTo("rejected");
        assertThat(changed.users.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "UNAVAILABLE_AFTERWARDS", mode = EnumSource.Mode.EXCLUDE)
    void aFaultAfterLosingTheRaceToCreateLetsNobodyIn(Fault fault) {
        // Between the last look and the create somebody resets; the look after the lost create fails.
        scene.store.failAt(MIGRATING.size(), fault);
        ResetTicket ticket = new ResetTicket(LegacyPlatform.ANN_ID, ANN_MAIL);
        TrickleMigration elsewhere =
                TrickleMigration.from(scene.platform.source()).to(scene.users).build();
        scene.store.before(CREATE, () -> elsewhere.completeReset(ticket, Scene.CHOSEN, Deadline.standard()));

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo(ending(fault));
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    @Test
    void aCreateWhoseAnswerWasLostIsFoundByTheNextTry() {
        scene.store.failAt(MIGRATING.indexOf(CREATE), Fault.UNAVAILABLE_AFTERWARDS);

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("unavailable CONNECT");
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("in");
        assertThat(scene.users.size()).isEqualTo(1);
        assertThat(scene.platform.triedWith(LEGACY)).isEqualTo(1);
    }

    private static String ending(Fault fault) {
        return fault == Fault.UNAVAILABLE ? "unavailable CONNECT" : "unavailable INTERNAL";
    }
}
