package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Failure;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.simulators.auth0.Auth0Connection;
import io.github.auth0migration.simulators.auth0.ChangeEmailResult;
import io.github.auth0migration.simulators.auth0.ConnectionUser;
import io.github.auth0migration.simulators.auth0.ResetResult;
import io.github.auth0migration.simulators.auth0.ScriptResult;
import io.github.auth0migration.simulators.auth0.ScriptResult.ScriptError;
import io.github.auth0migration.simulators.auth0.ScriptRun;
import io.github.auth0migration.simulators.auth0.SignInResult.Denied;
import io.github.auth0migration.simulators.auth0.SignInResult.SignedIn;
import io.github.auth0migration.simulators.auth0.SignUpResult;
import io.github.auth0migration.simulators.auth0.TenantLogEvent;
import io.github.auth0migration.testkit.InMemorySource;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way: people sign in at Auth0, the scripts run in Node.js, the endpoint answers on a socket. */
@NeedsNodeJs
class ImportFlowTest {

    private static final String ADA = "ada@example.com";
    private static final String NEW_PASSWORD = Marked.secret("new-password");

    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    private final InMemorySource okta = InMemorySource.named("okta")
            .withUserIdPrefix("okta")
            .person(ADA, Marked.PASSWORD, user -> user.name("Ada Wächter"))
            .refused("bob@example.com", Marked.PASSWORD, Reason.PASSWORD_EXPIRED)
            .refusedUnproved("lou@example.com", Reason.DISABLED);
    private final EndpointServer server = EndpointServer.start(MigrationEndpoint.builder(
                    EndpointSources.builder().source(okta).listener(events::add).build())
            .callers(BearerSecrets.of(EndpointServer.SECRET))
            .build());
    private final ActionScripts scripts = ActionScripts.builder().build();
    private final Auth0Connection auth0 = Auth0Connection.builder(scripts.login(), scripts.getUser())
            .configuration(Map.of(
                    "MIGRATION_ENDPOINT_URL",
                    server.url().toString(),
                    "MIGRATION_ENDPOINT_SECRET",
                    EndpointServer.SECRET))
            .build();

    @AfterEach
    void close() {
        auth0.close();
        server.close();
    }

    private TenantLogEvent denied(String identifier, String password) {
        return ((Denied) auth0.signIn(identifier, password)).event();
    }

    @Test
    void theFirstSignInMovesAPersonAndTheOldPlatformIsNotAskedAgain() {
        SignedIn first = (SignedIn) auth0.signIn(ADA, Marked.PASSWORD);
        SignedIn second = (SignedIn) auth0.signIn(ADA, Marked.PASSWORD);

        assertThat(first.migrated()).isTrue();
        assertThat(second.migrated()).isFalse();
        assertThat(second.user().userId()).isEqualTo("auth0|okta|1");
        assertThat(second.user().profile()).containsEntry("name", "Ada Wächter").containsKey("app_metadata");
        assertThat(okta.loginCalls()).isEqualTo(1);
        assertThat(events)
                .singleElement()
                .extracting(MigrationEvent::correlationId)
                .isEqualTo(ScriptRig.line(auth0.runs().get(0))
                        .path("correlation_id")
                        .asText());
    }

    @Test
    void aWrongPasswordIsLoggedForItsUserAndMovesNobody() {
        TenantLogEvent event = denied(ADA, Marked.WRONG_PASSWORD);

        assertThat(event).isEqualTo(new TenantLogEvent("fp", "auth0|okta|1", Refusal.WRONG_CREDENTIALS_MESSAGE));
        assertThat(auth0.users()).isEmpty();
    }

    @Test
    void somebodyUnknownAndSomebodyRefusedWithoutProofReadTheSame() {
        assertThat(denied("nobody@example.com", Marked.PASSWORD))
                .isEqualTo(new TenantLogEvent("fu", "", Refusal.WRONG_CREDENTIALS_MESSAGE))
                .isEqualTo(denied("lou@example.com", Marked.PASSWORD));
    }

    @Test
    void somebodyRefusedWithTheRightPasswordLearnsWhy() {
        assertThat(denied("bob@example.com", Marked.PASSWORD))
                .isEqualTo(new TenantLogEvent(
                        "f", "", Refusal.proved(Reason.PASSWORD_EXPIRED).messageForPerson()));
        assertThat(denied("bob@example.com", Marked.WRONG_PASSWORD).type()).isEqualTo("fp");
        assertThat(auth0.users()).isEmpty();
    }

    @Test
    void aSignUpOfSomebodyKnownFindsThem() {
        assertThat(auth0.signUp(ADA, NEW_PASSWORD)).isInstanceOf(SignUpResult.UserExists.class);
        assertThat(auth0.users()).isEmpty();
    }

    @Test
    void aSignUpOfSomebodyUnknownIsOne() {
        assertThat(auth0.signUp("new@example.com", NEW_PASSWORD)).isInstanceOf(SignUpResult.SignedUp.class);
        assertThat(auth0.signIn("new@example.com", NEW_PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(okta.loginCalls()).isZero();
    }

    @Test
    void aSignUpOfSomebodyRefusedTakesNobodysAddress() {
        assertThat(auth0.signUp("lou@example.com", NEW_PASSWORD)).isInstanceOf(SignUpResult.Failed.class);
        assertThat(auth0.users()).isEmpty();
    }

    @Test
    void aResetBeforeTheFirstSignInKeepsTheUserId() {
        ResetResult.MailSent mail = (ResetResult.MailSent) auth0.startReset(ADA);
        auth0.completeReset(mail.ticket(), NEW_PASSWORD);

        assertThat(denied(ADA, Marked.PASSWORD).type()).isEqualTo("fp");
        SignedIn in = (SignedIn) auth0.signIn(ADA, NEW_PASSWORD);
        assertThat(in.user().userId()).isEqualTo("auth0|okta|1");
        assertThat(okta.loginCalls()).isZero();
    }

    @Test
    void aResetOfSomebodyRefusedOrUnknownSendsNoMail() {
        assertThat(auth0.startReset("lou@example.com")).isInstanceOf(ResetResult.Failed.class);
        assertThat(auth0.startReset("nobody@example.com")).isInstanceOf(ResetResult.NobodyKnown.class);
    }

    @Test
    void anAddressOfSomebodyWhoHasNotMovedIsTaken() {
        ConnectionUser user = ((SignUpResult.SignedUp) auth0.signUp("new@example.com", NEW_PASSWORD)).user();

        assertThat(auth0.changeEmail(user.userId(), ADA)).isInstanceOf(ChangeEmailResult.AddressTaken.class);
        assertThat(auth0.changeEmail(user.userId(), "lou@example.com")).isInstanceOf(ChangeEmailResult.Failed.class);
        assertThat(auth0.changeEmail(user.userId(), "free@example.com")).isInstanceOf(ChangeEmailResult.Changed.class);
    }

    @Test
    void twoFirstSignInsAtOnceMakeOneUser() {
        List<CompletableFuture<SignedIn>> both = Stream.of(1, 2)
                .map(i -> new CompletableFuture<SignedIn>()
                        .completeAsync(
                                () -> (SignedIn) auth0.signIn(ADA, Marked.PASSWORD), task -> new Thread(task).start()))
                .toList();

        assertThat(both.stream().filter(in -> in.join().migrated())).hasSize(1);
        assertThat(auth0.users()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anOutageCreatesNobodyAndTellsNobodyThatThePasswordIsWrong(Failure.Kind kind) {
        ConnectionUser user = ((SignUpResult.SignedUp) auth0.signUp("new@example.com", NEW_PASSWORD)).user();
        okta.down(kind);

        assertThat(denied(ADA, Marked.PASSWORD).type()).isEqualTo("f");
        assertThat(auth0.signUp("second@example.com", NEW_PASSWORD)).isInstanceOf(SignUpResult.Failed.class);
        assertThat(auth0.startReset(ADA)).isInstanceOf(ResetResult.Failed.class);
        assertThat(auth0.changeEmail(user.userId(), ADA)).isInstanceOf(ChangeEmailResult.Failed.class);
        assertThat(auth0.users()).hasSize(1);
        assertThat(ScriptRig.logged(auth0.runs().get(1))).isEqualTo("unavailable " + kind);
    }

    @Test
    void aScriptWithTheWrongSecretIsAnOutageAndAsksNobody() {
        auth0.configure("MIGRATION_ENDPOINT_SECRET", Marked.secret("that-the-endpoint-does-not-know-1"));

        assertThat(denied(ADA, Marked.PASSWORD).type()).isEqualTo("f");
        assertThat(auth0.signUp("new@example.com", NEW_PASSWORD)).isInstanceOf(SignUpResult.Failed.class);
        assertThat(ScriptRig.logged(auth0.runs().get(0))).isEqualTo("error unauthorized");
        assertThat(okta.loginCalls() + okta.lookupCalls()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsAnUnauthorizedErrorOnceThePasswordIsProved(Reason reason) {
        okta.refused("eve@example.com", Marked.PASSWORD, reason).refusedUnproved("kim@example.com", reason);

        String why = Refusal.proved(reason).messageForPerson();
        assertThat(auth0.runLogin("eve@example.com", Marked.PASSWORD).result())
                .isEqualTo(new ScriptError("UnauthorizedError", List.of(why), why));
        assertThat(auth0.runLogin("kim@example.com", Marked.PASSWORD).result())
                .isEqualTo(new ScriptError(
                        "WrongUsernameOrPasswordError",
                        Arrays.asList(null, Refusal.WRONG_CREDENTIALS_MESSAGE),
                        Refusal.WRONG_CREDENTIALS_MESSAGE));
    }

    @Test
    void bothScriptsGiveTheSameUserAlsoByUserId() {
        ActionScripts withContext = ActionScripts.builder()
                .scriptContext(ActionScripts.ScriptContext.ENABLED)
                .build();
        auth0.enableScriptContext();
        auth0.scripts(withContext.login(), withContext.getUser());

        Stream<ScriptRun> runs = Stream.of(
                auth0.runLogin(ADA, Marked.PASSWORD),
                auth0.runGetUser(ADA),
                auth0.runGetUser("auth0|okta|1", Map.of("identifierType", "user_id")));

        assertThat(runs)
                .allSatisfy(run -> assertThat(run.result())
                        .isInstanceOfSatisfying(
                                ScriptResult.Profile.class,
                                profile -> assertThat(profile.profile())
                                        .containsEntry("user_id", "okta|1")
                                        .containsEntry("email", ADA)
                                        .containsEntry("name", "Ada Wächter")));
    }

    @Test
    void whenTheMigrationIsFinishedOnlyThoseWhoMovedComeIn() {
        auth0.signIn(ADA, Marked.PASSWORD);
        ActionScripts finished = ActionScripts.finished(ActionScripts.ScriptContext.DISABLED);
        auth0.scripts(finished.login(), finished.getUser());
        server.close();

        assertThat(auth0.signIn(ADA, Marked.PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(denied("bob@example.com", Marked.PASSWORD).type()).isEqualTo("fu");
        assertThat(auth0.signUp("bob@example.com", NEW_PASSWORD)).isInstanceOf(SignUpResult.SignedUp.class);
    }
}
