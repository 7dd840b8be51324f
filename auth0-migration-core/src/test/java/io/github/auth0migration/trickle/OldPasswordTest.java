package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ALIAS;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ID;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_NEW_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_USERNAME;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static io.github.auth0migration.trickle.LegacyPlatform.ann;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The platform says yes to the legacy password for ever; once a person is in the target, it is dead all the same. */
class OldPasswordTest {

    private static final String BOB_MAIL = "bob@other.example";

    static Stream<Arguments> situations() {
        Consumer<Scene> nothing = scene -> {};
        Consumer<Scene> mailChanged = scene -> scene.users.changeEmail(ANN_ID, ANN_NEW_MAIL);
        Consumer<Scene> mailChangedElsewhere = scene -> scene.users.changeEmail(ANN_ID, "ann@third.example");
        Consumer<Scene> mailTaken = mailChanged.andThen(scene -> scene.users.changeEmail("new|1", ANN_MAIL));
        Consumer<Scene> deleted = scene -> scene.users.delete(ANN_ID);
        Consumer<Scene> mailChangedThenDeleted = mailChanged.andThen(deleted);
        Consumer<Scene> sourceMailChanged =
                scene -> scene.platform.knows(ann(ANN_ID, ANN_NEW_MAIL), ANN_MAIL, ANN_NEW_MAIL, ANN_ALIAS);
        Consumer<Scene> sourceRecreated = scene -> scene.platform.knows(ann("legacy|9", ANN_MAIL), ANN_MAIL, ANN_ALIAS);
        Consumer<Scene> sourceRecreatedWithUsername =
                scene -> scene.platform.knows(ann("legacy|9", "x@third.example"), ANN_ALIAS);
        return Stream.of(
                row("password changed", nothing, ANN_MAIL, "rejected"),
                row("password changed, case variant", nothing, "ANN@Old.Example", "rejected"),
                row("password changed, username", nothing, ANN_USERNAME, "rejected"),
                row("password changed, alias", nothing, ANN_ALIAS, "rejected"),
                row("password changed, alias in capitals", nothing, "ANN@LOGIN.EXAMPLE", "rejected"),
                row("mail changed, old mail", mailChanged, ANN_MAIL, "rejected"),
                row("mail changed, new mail", mailChanged, ANN_NEW_MAIL, "rejected"),
                row("mail changed, alias", mailChanged, ANN_ALIAS, "rejected"),
                row("mail changed to one unknown to the source, old mail", mailChangedElsewhere, ANN_MAIL, "rejected"),
                row("mail changed, old one taken by somebody else", mailTaken, ANN_MAIL, "rejected"),
                row("mail changed, old one taken, alias", mailTaken, ANN_ALIAS, "rejected"),
                row("mail changed in the source, old mail", sourceMailChanged, ANN_MAIL, "rejected"),
                row("mail changed in the source, new mail", sourceMailChanged, ANN_NEW_MAIL, "rejected"),
                row("mail changed in the source, alias", sourceMailChanged, ANN_ALIAS, "rejected"),
                row("deleted", deleted, ANN_MAIL, "refused DISABLED"),
                row("deleted, case variant", deleted, "ANN@Old.Example", "refused DISABLED"),
                row("deleted, username", deleted, ANN_USERNAME, "refused DISABLED"),
                row("deleted, alias", deleted, ANN_ALIAS, "refused DISABLED"),
                row("mail changed, deleted, old mail", mailChangedThenDeleted, ANN_MAIL, "refused DISABLED"),
                row("mail changed, deleted, new mail", mailChangedThenDeleted, ANN_NEW_MAIL, "refused DISABLED"),
                row("mail changed, deleted, alias", mailChangedThenDeleted, ANN_ALIAS, "refused DISABLED"),
                row("same mail, other user id in the source", sourceRecreated, ANN_MAIL, "rejected"),
                row("same mail, other user id in the source, alias", sourceRecreated, ANN_ALIAS, "refused AMBIGUOUS"),
                row(
                        "deleted, same mail, other user id in the source, alias",
                        deleted.andThen(sourceRecreated),
                        ANN_ALIAS,
                        "refused DISABLED"),
                row("same username, other user id", sourceRecreatedWithUsername, ANN_ALIAS, "refused AMBIGUOUS"));
    }

    private static Arguments row(String situation, Consumer<Scene> happened, String typed, String end) {
        return Arguments.of(situation, happened, typed, end);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void isDead(String situation, Consumer<Scene> happened, String typed, String end) {
        Scene scene = Scene.withAnnMigratedAndPasswordChanged();
        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("signed up");
        happened.accept(scene);
        int before = scene.users.size();

        assertThat(scene.signInEnds(typed, LEGACY)).as("once").isEqualTo(end);
        assertThat(scene.signInEnds(typed, LEGACY)).as("again").isEqualTo(end);
        assertThat(scene.users.size()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void isDeadForSignUpsToo(String situation, Consumer<Scene> happened, String typed, String end) {
        Scene scene = Scene.withAnnMigratedAndPasswordChanged();
        assertThat(scene.signUpEnds(BOB_MAIL, Scene.CHOSEN)).isEqualTo("signed up");
        happened.accept(scene);
        int before = scene.users.size();

        assertThat(scene.signUpEnds(typed, LEGACY)).isNotEqualTo("signed up");
        assertThat(scene.signInEnds(typed, LEGACY)).isEqualTo(end);
        assertThat(scene.users.size()).isEqualTo(before);
    }

    @Test
    void whoTookTheOldAddressSignsInWithTheirOwnPassword() {
        Scene scene = Scene.withAnnMigratedAndPasswordChanged();
        scene.users.changeEmail(ANN_ID, ANN_NEW_MAIL);
        scene.signUp(BOB_MAIL, Scene.CHOSEN);
        scene.users.changeEmail("new|1", ANN_MAIL);

        assertThat(scene.signIn(ANN_MAIL, Scene.CHOSEN))
                .isInstanceOfSatisfying(
                        SignInOutcome.SignedIn.class,
                        in -> assertThat(in.user().userId()).isEqualTo("new|1"));
    }

    @Test
    void aPasswordThatDidNotChangeGoesOnWorkingByAnAlias() {
        Scene scene = new Scene();
        scene.signIn(ANN_MAIL, LEGACY);
        scene.users.changeEmail(ANN_ID, ANN_NEW_MAIL);

        assertThat(scene.signInEnds(ANN_ALIAS, LEGACY)).isEqualTo("in");
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("in");
        assertThat(scene.users.size()).isEqualTo(1);
    }

    /** The target does not know the alias, and the source not the password: the target's own names work for ever. */
    @Test
    void aChosenPasswordWorksByTheTargetsNamesOnly() {
        Scene scene = Scene.withAnnMigratedAndPasswordChanged();

        assertThat(scene.signInEnds(ANN_MAIL, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.signInEnds(ANN_USERNAME, Scene.CHOSEN)).isEqualTo("in");
        assertThat(scene.signInEnds(ANN_ALIAS, Scene.CHOSEN)).isEqualTo("rejected");
    }

    @Test
    void twoPeopleWhoseAddressesDifferInMoreThanCaseStayTwo() {
        Scene scene = new Scene();
        // The Kelvin sign folds to k in most libraries, and not here.
        scene.platform.knows(person("legacy|k", "kim@x.example"), "kim@x.example");
        scene.platform.knows(person("legacy|K", "\u212aim@x.example"), "\u212aim@x.example");

        assertThat(scene.signInEnds("kim@x.example", LEGACY)).isEqualTo("migrated");
        scene.users.setPassword("legacy|k", Scene.CHOSEN, Deadline.standard());

        assertThat(scene.signInEnds("\u212aim@x.example", LEGACY)).isEqualTo("migrated");
        assertThat(scene.signInEnds("kim@x.example", LEGACY)).isEqualTo("rejected");
        assertThat(scene.users.size()).isEqualTo(2);
    }

    private static MigratedUser person(String userId, String email) {
        return MigratedUser.builder(userId, new SourceAccount("legacy", userId, null))
                .email(email, true)
                .build();
    }
}
