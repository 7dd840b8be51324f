package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ALIAS;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ID;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.trickle.ProbedStore.Call;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reset or sign-up that lands between "proved" and "created" wins over the legacy password. */
class OvertakenSignInTest {

    private final Scene scene = new Scene();

    /** Another server with the same source and target. */
    private final TrickleMigration elsewhere = TrickleMigration.from(scene.platform.source())
            .to(scene.users)
            .newUserIds(() -> "new|1")
            .build();

    static Stream<Arguments> moments() {
        return Stream.of(
                moment("while the source answers", (scene, event) -> scene.platform.onceProved = event),
                moment("before the look by user id", (scene, event) -> scene.store.before(Call.FIND_ID, event)),
                moment(
                        "before the look by e-mail",
                        (scene, event) ->
                                scene.store.before(Call.FIND_ID, () -> scene.store.before(Call.FIND_NAME, event))),
                moment("before the create", (scene, event) -> scene.store.before(Call.CREATE, event)));
    }

    private static Arguments moment(String name, BiConsumer<Scene, Runnable> lands) {
        return Arguments.of(name, lands);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aResetWins(String name, BiConsumer<Scene, Runnable> lands) {
        lands.accept(scene, this::resetElsewhere);

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_ALIAS, LEGACY)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aResetAfterAnotherSignInWins(String name, BiConsumer<Scene, Runnable> lands) {
        lands.accept(scene, () -> {
            assertThat(elsewhere.signIn(LoginRequest.of(ANN_ALIAS, LEGACY))).isInstanceOf(SignInOutcome.SignedIn.class);
            resetElsewhere();
        });

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    /** The source's index lagged, so that the sign-up did not see that the source knows the address. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aSignUpWins(String name, BiConsumer<Scene, Runnable> lands) {
        lands.accept(scene, this::signUpElsewhere);

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("refused AMBIGUOUS");
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("rejected");
        assertThat(scene.signInEnds(ANN_ALIAS, LEGACY)).isEqualTo("refused AMBIGUOUS");
        assertThat(scene.signInEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aDeletionWins(String name, BiConsumer<Scene, Runnable> lands) {
        lands.accept(scene, () -> {
            resetElsewhere();
            scene.users.delete(ANN_ID);
        });

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("refused DISABLED");
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("refused DISABLED");
        assertThat(scene.users.size()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aSignInElsewhereMakesTheSameUser(String name, BiConsumer<Scene, Runnable> lands) {
        lands.accept(scene, () -> elsewhere.signIn(LoginRequest.of(ANN_ALIAS, LEGACY)));

        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("in");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    private void resetElsewhere() {
        assertThat(elsewhere.completeReset(new ResetTicket(ANN_ID, ANN_MAIL), Scene.CHOSEN, Deadline.standard()))
                .isInstanceOf(CompleteResetOutcome.Completed.class);
    }

    private void signUpElsewhere() {
        scene.platform.lookup = () -> new LookupOutcome.NotFound(LookupOutcome.Evidence.INDEX);
        assertThat(elsewhere.signUp(LoginRequest.of(ANN_MAIL, Scene.CHOSEN)))
                .isInstanceOf(SignUpOutcome.SignedUp.class);
    }
}
