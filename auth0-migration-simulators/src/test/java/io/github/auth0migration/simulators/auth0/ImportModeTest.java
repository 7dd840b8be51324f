package io.github.auth0migration.simulators.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.auth0.SignInResult.Denied;
import io.github.auth0migration.simulators.auth0.SignInResult.SignedIn;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsNodeJs
class ImportModeTest {

    private static final String ADA = "ada@example.com";
    private static final String NEW_PASSWORD = Marked.secret("new-password");

    // An old user store with one person in it, and with names that stand for what may go wrong.
    private static final String LOGIN = """
            function login(userNameOrEmail, password, callback) {
              if (userNameOrEmail === "down@example.com") return callback(new Error("down"));
              if (userNameOrEmail === "locked@example.com") return callback(new UnauthorizedError("locked"));
              if (userNameOrEmail === "finished@example.com") return callback(null, null);
              if (userNameOrEmail === "no-id@example.com") return callback(null, { email: userNameOrEmail });
              if (userNameOrEmail === "alias@example.com") return callback(null, { user_id: "8", email: "ada@example.com" });
              if (userNameOrEmail.toLowerCase() !== "ada@example.com") return callback(new WrongUsernameOrPasswordError(null, "who?"));
              if (password !== "%s") return callback(new WrongUsernameOrPasswordError("7", "wrong"));
              setImmediate(() => callback(null, { user_id: "7", email: "Ada@example.com", app_metadata: { from: "old" } }));
            }
            """.formatted(Marked.PASSWORD);

    private static final String GET_USER = """
            function getUser(identifier, callback) {
              if (identifier === "down@example.com") return callback(new Error("down"));
              if (identifier !== "ada@example.com") return callback(null);
              callback(null, { user_id: "7", email: "Ada@example.com" });
            }
            """;

    private final Auth0Connection connection =
            Auth0Connection.builder(LOGIN, GET_USER).build();

    @AfterEach
    void close() {
        connection.close();
    }

    private Stream<String> scripts() {
        return connection.runs().stream().map(ScriptRun::script);
    }

    private Stream<String> logTypes() {
        return connection.log().stream().map(TenantLogEvent::type);
    }

    private TenantLogEvent denied(String identifier) {
        return ((Denied) connection.signIn(identifier, Marked.WRONG_PASSWORD)).event();
    }

    @Test
    void theFirstSignInMovesThePersonAndNoLaterOneAsksAgain() {
        SignedIn first = (SignedIn) connection.signIn(ADA, Marked.PASSWORD);
        SignedIn second = (SignedIn) connection.signIn("ADA@example.com", Marked.PASSWORD);

        assertThat(first.migrated()).isTrue();
        assertThat(second.migrated()).isFalse();
        assertThat(second.user().userId()).isEqualTo("auth0|7");
        assertThat(second.user().email()).contains(ADA);
        assertThat(second.user().state()).isEqualTo(ConnectionUser.State.FULL);
        assertThat(second.user().profile()).containsKey("app_metadata");
        assertThat(second.user()).hasToString("ConnectionUser[auth0|7, FULL]");
        assertThat(scripts()).containsExactly("login");
        assertThat(logTypes()).containsExactly("s", "s");
    }

    @Test
    void onceMovedOnlyTheOwnPasswordCounts() {
        connection.signIn(ADA, Marked.PASSWORD);

        assertThat(denied(ADA)).isEqualTo(new TenantLogEvent("fp", "auth0|7", "Wrong email or password."));
        assertThat(scripts()).containsExactly("login");
    }

    @Test
    void theErrorClassDecidesTheLogType() {
        assertThat(denied(ADA)).isEqualTo(new TenantLogEvent("fp", "auth0|7", "wrong"));
        assertThat(denied("nobody@example.com")).isEqualTo(new TenantLogEvent("fu", "", "who?"));
        assertThat(denied("locked@example.com")).isEqualTo(new TenantLogEvent("f", "", "locked"));
        assertThat(denied("down@example.com")).isEqualTo(new TenantLogEvent("f", "", "down"));
        assertThat(denied("finished@example.com").type()).isEqualTo("fu");
        assertThat(denied("no-id@example.com").type()).isEqualTo("f");
        assertThat(connection.users()).isEmpty();
    }

    @Test
    void twoFirstSignInsAtOnceMakeOneUser() {
        connection.scripts("""
                function login(userNameOrEmail, password, callback) {
                  global.waiting = (global.waiting || []).concat(callback);
                  if (global.waiting.length === 2) {
                    global.waiting.forEach((each) => each(null, { user_id: "7", email: userNameOrEmail }));
                  }
                }
                """, GET_USER);
        List<SignInResult> both = Stream.of(1, 2)
                .map(i -> new CompletableFuture<SignInResult>()
                        .completeAsync(() -> connection.signIn(ADA, Marked.PASSWORD), task -> new Thread(task).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(both).extracting(result -> ((SignedIn) result).migrated()).containsExactlyInAnyOrder(true, false);
        assertThat(connection.users()).hasSize(1);
        assertThat(scripts()).containsExactly("login", "login");
        assertThat(logTypes()).containsExactly("s", "s");
    }

    @Test
    void anotherIdWithTheSameAddressIsADuplicate() {
        connection.signIn(ADA, Marked.PASSWORD);

        assertThat(denied("alias@example.com").description()).isEqualTo("DUPLICATED_USER");
        assertThat(connection.users()).hasSize(1);
    }

    @Test
    void aSignUpOfSomebodyKnownIsRefused() {
        assertThat(connection.signUp(ADA, NEW_PASSWORD)).isEqualTo(new SignUpResult.UserExists());
        connection.signIn(ADA, Marked.PASSWORD);
        assertThat(connection.signUp(ADA, NEW_PASSWORD)).isEqualTo(new SignUpResult.UserExists());
        assertThat(scripts()).containsExactly("get_user", "login");
        assertThat(logTypes()).containsExactly("fs", "s", "fs");
    }

    @Test
    void aSignUpOfSomebodyUnknownMakesAUserOfTheConnection() {
        SignUpResult.SignedUp done = (SignUpResult.SignedUp) connection.signUp("New@example.com", NEW_PASSWORD);

        assertThat(done.user().userId()).matches("auth0\\|[0-9a-f]{24}");
        assertThat(connection.signIn("new@example.com", NEW_PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(scripts()).containsExactly("get_user");
        assertThat(logTypes()).containsExactly("ss", "s");
    }

    @Test
    void withoutAnAnswerNobodySignsUpResetsOrChangesAnAddress() {
        connection.signIn(ADA, Marked.PASSWORD);

        assertThat(connection.signUp("down@example.com", NEW_PASSWORD)).isInstanceOf(SignUpResult.Failed.class);
        assertThat(connection.startReset("down@example.com")).isInstanceOf(ResetResult.Failed.class);
        assertThat(connection.changeEmail("auth0|7", "down@example.com")).isInstanceOf(ChangeEmailResult.Failed.class);
        assertThat(connection.users()).hasSize(1);
        assertThat(logTypes()).containsExactly("s", "fs", "fcpr", "fce");
    }

    @Test
    void aResetBeforeTheFirstSignInIsCompletedByIt() {
        ResetResult.MailSent mail = (ResetResult.MailSent) connection.startReset(ADA);
        ConnectionUser half = connection.completeReset(mail.ticket(), NEW_PASSWORD);

        assertThat(half.state()).isEqualTo(ConnectionUser.State.HALF);
        assertThat(denied(ADA).type()).isEqualTo("fp");
        SignedIn in = (SignedIn) connection.signIn(ADA, NEW_PASSWORD);
        assertThat(in.migrated()).isTrue();
        assertThat(in.user().state()).isEqualTo(ConnectionUser.State.FULL);
        assertThat(scripts()).containsExactly("get_user");
    }

    @Test
    void aResetOfSomebodyWhoHasMovedSetsThePassword() {
        connection.signIn(ADA, Marked.PASSWORD);
        ResetResult.MailSent mail = (ResetResult.MailSent) connection.startReset(ADA);
        connection.completeReset(mail.ticket(), NEW_PASSWORD);

        assertThat(connection.signIn(ADA, NEW_PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(scripts()).containsExactly("login");
        assertThatThrownBy(() -> connection.completeReset(mail.ticket(), NEW_PASSWORD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResetOfNobodySendsNoMail() {
        assertThat(connection.startReset("nobody@example.com")).isEqualTo(new ResetResult.NobodyKnown());
    }

    @Test
    void anAddressThatAnybodyHasIsNotTakenOver() {
        ConnectionUser user = ((SignUpResult.SignedUp) connection.signUp("new@example.com", NEW_PASSWORD)).user();

        assertThat(connection.changeEmail(user.userId(), ADA)).isEqualTo(new ChangeEmailResult.AddressTaken());
        connection.signIn(ADA, Marked.PASSWORD);
        assertThat(connection.changeEmail(user.userId(), ADA)).isEqualTo(new ChangeEmailResult.AddressTaken());
        assertThat(connection.changeEmail(user.userId(), "free@example.com"))
                .isInstanceOf(ChangeEmailResult.Changed.class);
        assertThat(connection.user("free@example.com")).isPresent();
        assertThat(connection.user("new@example.com")).isEmpty();
        assertThat(scripts()).containsExactly("get_user", "get_user", "login", "get_user");
    }
}
