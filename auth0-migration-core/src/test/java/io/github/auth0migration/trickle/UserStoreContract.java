package io.github.auth0migration.trickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import io.github.auth0migration.trickle.UserStore.AlreadyExists;
import io.github.auth0migration.trickle.UserStore.Created;
import io.github.auth0migration.trickle.UserStore.Deleted;
import io.github.auth0migration.trickle.UserStore.Found;
import io.github.auth0migration.trickle.UserStore.Gone;
import io.github.auth0migration.trickle.UserStore.NotFound;
import io.github.auth0migration.trickle.UserStore.PasswordRight;
import io.github.auth0migration.trickle.UserStore.PasswordSet;
import io.github.auth0migration.trickle.UserStore.PasswordWrong;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine relies on in any store. */
abstract class UserStoreContract {

    private static final String PASSWORD = Marked.PASSWORD;
    private static final String OTHER = Marked.WRONG_PASSWORD;

    /** {@return the store under test, empty at first} */
    abstract UserStore store();

    /** Deletes a person the way the target's owner does, with whatever tombstone that leaves. */
    abstract void delete(String userId);

    @Test
    void anEmptyStoreKnowsNobody() {
        assertThat(find("ann@x.example")).isEqualTo(new NotFound());
        assertThat(store().find(UserKey.ofUserId("1"), Deadline.standard())).isEqualTo(new NotFound());
        assertThat(store().authenticate("1", PASSWORD, Deadline.standard())).isEqualTo(new Gone());
        assertThat(store().setPassword("1", PASSWORD, Deadline.standard())).isEqualTo(new Gone());
    }

    @Test
    void whoWasCreatedIsFoundByIdMailAndUsername() {
        StoredUser ann = ((Created) create("1", "Ann@x.example", "ann")).user();

        assertThat(ann.userId()).isEqualTo("1");
        assertThat(ann.email()).isEqualTo("Ann@x.example");
        assertThat(ann.profile()).containsEntry("username", "ann");
        assertThat(store().find(UserKey.ofUserId("1"), Deadline.standard())).isEqualTo(new Found(ann));
        assertThat(find("Ann@x.example")).isEqualTo(new Found(ann));
        assertThat(find("ann")).isEqualTo(new Found(ann));
    }

    @ParameterizedTest
    @CsvSource({
        "ANN@X.EXAMPLE, true",
        "ann@x.example, true",
        "AnN, true",
        "ann @x.example, false",
        "ånn@x.example, false",
        "ann%, false",
        "_nn, false",
        "1, false"
    })
    void comparesNamesWithAToZFoldedAndNothingElse(String typed, boolean same) {
        create("1", "Ann@x.example", "ann");

        assertThat(find(typed) instanceof Found).isEqualTo(same);
    }

    @Test
    void comparesUserIdsExactly() {
        create("okta|aB", "ann@x.example", null);

        assertThat(store().find(UserKey.ofUserId("okta|ab"), Deadline.standard()))
                .isEqualTo(new NotFound());
        assertThat(create("okta|ab", "bob@x.example", null)).isInstanceOf(Created.class);
    }

    @Test
    void foldsNoLetterIntoAnother() {
        create("1", "kim@x.example", null);

        assertThat(find("\u212aim@x.example")).isEqualTo(new NotFound());
        assertThat(create("2", "\u212aim@x.example", null)).isInstanceOf(Created.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, bob@x.example, bob",
        "2, ann@x.example, bob",
        "2, ANN@X.EXAMPLE, bob",
        "2, bob@x.example, ann",
        "2, bob@x.example, ANN",
        "1, ann@x.example, ann"
    })
    void neverReplacesWhoIsThere(String userId, String email, String username) {
        Created ann = (Created) create("1", "ann@x.example", "ann");

        assertThat(store().create(user(userId, email, username, OTHER), Deadline.standard()))
                .isEqualTo(new AlreadyExists());

        assertThat(store().find(UserKey.ofUserId("1"), Deadline.standard())).isEqualTo(new Found(ann.user()));
        assertThat(store().find(UserKey.ofUserId("2"), Deadline.standard())).isEqualTo(new NotFound());
        assertThat(find("bob@x.example")).isEqualTo(new NotFound());
        assertThat(store().authenticate("1", PASSWORD, Deadline.standard())).isEqualTo(new PasswordRight());
        assertThat(store().authenticate("1", OTHER, Deadline.standard())).isEqualTo(new PasswordWrong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "5ecr3t", "5ecr3t-right-passwor", "5ECR3T-right-password", " 5ecr3t-right-password"})
    void onlyTheVeryPasswordIsRight(String nearly) {
        create("1", "ann@x.example", null);

        assertThat(store().authenticate("1", nearly, Deadline.standard())).isEqualTo(new PasswordWrong());
        assertThat(store().authenticate("1", PASSWORD, Deadline.standard())).isEqualTo(new PasswordRight());
    }

    @Test
    void aNewPasswordReplacesTheOldOne() {
        create("1", "ann@x.example", null);

        assertThat(store().setPassword("1", OTHER, Deadline.standard())).isEqualTo(new PasswordSet());
        assertThat(store().authenticate("1", PASSWORD, Deadline.standard())).isEqualTo(new PasswordWrong());
        assertThat(store().authenticate("1", OTHER, Deadline.standard())).isEqualTo(new PasswordRight());
    }

    @Test
    void aLongPasswordInManyScriptsCountsToItsLastCharacter() {
        String longest = "pässwörd–密码🔑".repeat(300);
        store().create(user("1", "ann@x.example", null, longest), Deadline.standard());

        assertThat(store().authenticate("1", longest, Deadline.standard())).isEqualTo(new PasswordRight());
        assertThat(store().authenticate("1", longest + "x", Deadline.standard()))
                .isEqualTo(new PasswordWrong());
        assertThat(store().authenticate("1", longest.substring(0, longest.length() - 2), Deadline.standard()))
                .isEqualTo(new PasswordWrong());
    }

    @Test
    void whoWasDeletedLeavesATombstone() {
        create("1", "ann@x.example", "ann");
        delete("1");

        assertThat(store().find(UserKey.ofUserId("1"), Deadline.standard())).isEqualTo(new Deleted());
        assertThat(find("ANN@x.example")).isEqualTo(new Deleted());
        assertThat(find("ann")).isEqualTo(new Deleted());
        assertThat(store().authenticate("1", PASSWORD, Deadline.standard())).isEqualTo(new Gone());
        assertThat(store().setPassword("1", PASSWORD, Deadline.standard())).isEqualTo(new Gone());
        assertThat(create("1", "bob@x.example", null)).isEqualTo(new AlreadyExists());
        assertThat(create("2", "Ann@x.example", null)).isEqualTo(new AlreadyExists());
        assertThat(create("2", "bob@x.example", "Ann")).isEqualTo(new AlreadyExists());
        assertThat(create("2", "bob@x.example", "bob")).isInstanceOf(Created.class);
    }

    @Test
    void aDeletedUserIdIsNobodysName() {
        create("ann", "ann@x.example", null);
        delete("ann");

        assertThat(find("ann")).isEqualTo(new NotFound());
        assertThat(create("2", "bob@x.example", "ann")).isInstanceOf(Created.class);
    }

    @Test
    void ofManyWhoCreateOnePersonAtOnceOneSucceeds() {
        List<Callable<String>> creates = IntStream.range(0, 32)
                .<Callable<String>>mapToObj(i -> () -> store().create(
                                                user(
                                                        i % 2 == 0 ? "1" : "id" + i,
                                                        i % 3 == 0 ? "ANN@x.example" : "ann@X.example",
                                                        null,
                                                        Marked.secret("of-" + i)),
                                                Deadline.standard())
                                instanceof Created
                        ? Marked.secret("of-" + i)
                        : "")
                .toList();
        try (Crowd crowd = new Crowd(creates.size())) {
            List<String> created =
                    crowd.all(creates).stream().filter(p -> !p.isEmpty()).toList();

            assertThat(created).hasSize(1);
            StoredUser ann = ((Found) find("ann@x.example")).user();
            assertThat(store().authenticate(ann.userId(), created.get(0), Deadline.standard()))
                    .isEqualTo(new PasswordRight());
        }
    }

    @Test
    void tellsNoSecret() {
        NewUser ann = SecretScan.clean(user("1", "ann@x.example", null, PASSWORD));

        SecretScan.clean(store().create(ann, Deadline.standard()));
        SecretScan.clean(store());
        assertThat(find("ann@x.example")).asString().doesNotContain("ann@x.example");
    }

    final UserStore.FindResult find(String typed) {
        return store().find(UserKey.of(Identifier.of(typed)), Deadline.standard());
    }

    final UserStore.CreateResult create(String userId, String email, @Nullable String username) {
        return store().create(user(userId, email, username, PASSWORD), Deadline.standard());
    }

    static NewUser user(String userId, String email, @Nullable String username, String password) {
        MigratedUser user = MigratedUser.builder(userId, new SourceAccount("legacy", userId, null))
                .email(email, true)
                .username(username)
                .build();
        return new NewUser(user, user.toAuth0Profile(), password);
    }
}
