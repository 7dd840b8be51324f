package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ID;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_USERNAME;
import static io.github.auth0migration.trickle.LegacyPlatform.CAVEAT;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.trickle.SignInOutcome.Refused;
import io.github.auth0migration.trickle.SignInOutcome.Rejected;
import io.github.auth0migration.trickle.SignInOutcome.SignedIn;
import io.github.auth0migration.trickle.SignInOutcome.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private final Scene scene = new Scene();

    @Test
    void migratesWhomTheTargetDoesNotKnow() {
        SignInOutcome outcome = scene.signIn(ANN_MAIL, LEGACY);

        assertThat(outcome).isInstanceOfSatisfying(SignedIn.class, in -> {
            assertThat(in.migrated()).isTrue();
            assertThat(in.sourceAsked()).isTrue();
            assertThat(in.caveats()).containsExactly(CAVEAT);
            assertThat(in.user().userId()).isEqualTo(ANN_ID);
            assertThat(in.user().email()).isEqualTo(ANN_MAIL);
        });
        assertThat(scene.users.size()).isEqualTo(1);
    }

    @Test
    void stampsWhereThePersonCameFromWhenAndWithWhichCaveats() {
        scene.signIn(ANN_MAIL, LEGACY);

        StoredUser ann = ((UserStore.Found) scene.users.find(UserKey.ofUserId(ANN_ID), Deadline.standard())).user();
        assertThat(ann.profile()).contains(entry("email", ANN_MAIL), entry("username", ANN_USERNAME));
        assertThat(ann.profile())
                .extractingByKey("app_metadata")
                .isEqualTo(Map.of(
                        "migration",
                        Map.of(
                                "source",
                                "legacy",
                                "source_id",
                                "1",
                                "migrated_at",
                                Scene.NOW.toString(),
                                "caveats",
                                List.of(CAVEAT.code()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {ANN_MAIL, "ANN@Old.Example", ANN_USERNAME, "ANN77"})
    void asksNobodyButTheTargetAfterwards(String typed) {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.platform.passwordsTried.clear();

        assertThat(scene.signInEnds(typed, LEGACY)).isEqualTo("in");
        assertThat(scene.signIn(typed, Marked.WRONG_PASSWORD))
                .isEqualTo(new Rejected(Cause.WRONG_PASSWORD, ANN_ID, false));
        assertThat(scene.platform.asked()).isZero();
        assertThat(scene.users.size()).isEqualTo(1);
    }

    static Stream<Arguments> sourceOutcomes() {
        Refusal proved = Refusal.proved(Reason.SECOND_FACTOR_REQUIRED);
        Refusal unproved = Refusal.unproved(Reason.LOCKED_OUT);
        Failure failure = Failure.of(Failure.Kind.RATE_LIMITED, "Slow down.");
        return Stream.of(
                Arguments.of(
                        new LoginOutcome.Rejected(Cause.WRONG_PASSWORD, "okta|7"),
                        new Rejected(Cause.WRONG_PASSWORD, "okta|7", true)),
                Arguments.of(
                        LoginOutcome.Rejected.of(Cause.UNKNOWN_USER), new Rejected(Cause.UNKNOWN_USER, null, true)),
                Arguments.of(LoginOutcome.Rejected.of(Cause.UNSPECIFIED), new Rejected(Cause.UNSPECIFIED, null, true)),
                Arguments.of(new LoginOutcome.Refused(proved), new Refused(proved, true)),
                Arguments.of(new LoginOutcome.Refused(unproved), new Refused(unproved, true)),
                Arguments.of(new LoginOutcome.Unavailable(failure), new Unavailable(failure, true)));
    }

    @ParameterizedTest
    @MethodSource("sourceOutcomes")
    void passesOnWhatTheSourceSaysAndCreatesNobody(LoginOutcome said, SignInOutcome expected) {
        scene.platform.login = () -> said;

        assertThat(scene.signIn(ANN_MAIL, LEGACY)).isEqualTo(expected);
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void aWrongPasswordCreatesNobody() {
        assertThat(scene.signInEnds(ANN_MAIL, Marked.WRONG_PASSWORD)).isEqualTo("rejected");
        assertThat(scene.users.size()).isZero();
    }

    @Test
    void aSourceThatThrowsOrReturnsNullIsUnavailable() {
        scene.platform.login = () -> null;
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("unavailable INTERNAL");

        scene.platform.login = () -> {
            throw new IllegalStateException(LEGACY);
        };
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("unavailable INTERNAL");
        assertThat(scene.users.size()).isZero();
    }

    static Stream<Arguments> inputThatNobodyIsAskedAbout() {
        return Stream.of(
                Arguments.of(ANN_MAIL, ""),
                Arguments.of(ANN_MAIL, "x".repeat(LoginRequest.MAX_PASSWORD_LENGTH + 1)),
                Arguments.of("", LEGACY),
                Arguments.of(" \t", LEGACY),
                Arguments.of("ann\r\n@old.example", LEGACY),
                Arguments.of("ann\ud800@old.example", LEGACY),
                Arguments.of("a".repeat(255), LEGACY));
    }

    @ParameterizedTest
    @MethodSource("inputThatNobodyIsAskedAbout")
    void asksNobodyAboutEmptyOrImplausibleInput(String typed, String password) {
        assertThat(scene.signIn(typed, password)).isEqualTo(new Rejected(Cause.UNSPECIFIED, null, false));
        assertThat(scene.platform.asked()).isZero();
        assertThat(scene.store.takeCalls()).isEmpty();
    }

    @Test
    void aBlockedPersonIsOutWhateverThePassword() {
        TrickleMigration migration = TrickleMigration.from(scene.platform.source())
                .to(new BlockingStore())
                .build();

        assertThat(Scene.told(migration.signIn(LoginRequest.of(ANN_MAIL, LEGACY))))
                .isEqualTo("refused DISABLED");
        assertThat(scene.platform.asked()).isZero();
    }

    /** Knows everybody and blocks them. */
    private static final class BlockingStore implements UserStore {
        @Override
        public FindResult find(UserKey key, Deadline deadline) {
            return new Found(new StoredUser(ANN_ID, ANN_MAIL, Map.of()));
        }

        @Override
        public AuthenticateResult authenticate(String userId, String password, Deadline deadline) {
            return new Blocked();
        }

        @Override
        public CreateResult create(NewUser user, Deadline deadline) {
            return new AlreadyExists();
        }

        @Override
        public SetPasswordResult setPassword(String userId, String password, Deadline deadline) {
            return new Gone();
        }
    }
}
