package io.github.auth0migration.trickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.time.Instant;

/** Ann at the legacy platform, an empty target, and the engine between them. */
final class Scene {

    static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    /** The password that Ann, or somebody else, chose in the target. */
    static final String CHOSEN = Marked.secret("chosen-password");

    final LegacyPlatform platform = LegacyPlatform.withAnn();
    final InMemoryUserStore users = new InMemoryUserStore();
    final ProbedStore store = new ProbedStore(users);
    final TrickleMigration migration = TrickleMigration.from(platform.source())
            .to(store)
            .clock(() -> NOW)
            .newUserIds(() -> "new|" + users.size())
            .build();

    SignInOutcome signIn(String typed, String password) {
        return SecretScan.clean(migration.signIn(LoginRequest.of(typed, password)));
    }

    /** {@return the end of a sign-in in words, such as {@code refused DISABLED}} */
    String signInEnds(String typed, String password) {
        return told(signIn(typed, password));
    }

    static String told(SignInOutcome outcome) {
        return outcome.fold(
                in -> in.migrated() ? "migrated" : "in",
                rejected -> "rejected",
                refused -> told(refused.refusal()),
                unavailable -> told(unavailable.failure()));
    }

    SignUpOutcome signUp(String email, String password) {
        return SecretScan.clean(migration.signUp(LoginRequest.of(email, password)));
    }

    String signUpEnds(String email, String password) {
        return signUp(email, password)
                .fold(
                        up -> "signed up",
                        known -> "known",
                        refused -> told(refused.refusal()),
                        unavailable -> told(unavailable.failure()));
    }

    StartResetOutcome startReset(String typed) {
        return SecretScan.clean(migration.startReset(LookupRequest.byIdentifier(typed)));
    }

    String startResetEnds(String typed) {
        return startReset(typed)
                .fold(
                        mail -> "mail to " + mail.ticket().email(),
                        nobody -> "nobody",
                        refused -> told(refused.refusal()),
                        unavailable -> told(unavailable.failure()));
    }

    ResetTicket ticketFor(String typed) {
        StartResetOutcome started = startReset(typed);
        assertThat(started).isInstanceOf(StartResetOutcome.MailToken.class);
        return ((StartResetOutcome.MailToken) started).ticket();
    }

    CompleteResetOutcome completeReset(ResetTicket ticket, String password) {
        return SecretScan.clean(migration.completeReset(ticket, password, Deadline.standard()));
    }

    String completeResetEnds(ResetTicket ticket, String password) {
        return completeReset(ticket, password)
                .fold(
                        done -> done.migrated() ? "migrated" : "done",
                        refused -> told(refused.refusal()),
                        unavailable -> told(unavailable.failure()));
    }

    /** Ann came over with her legacy password and chose another one since. */
    static Scene withAnnMigratedAndPasswordChanged() {
        Scene scene = new Scene();
        assertThat(scene.signInEnds(LegacyPlatform.ANN_MAIL, LegacyPlatform.LEGACY))
                .isEqualTo("migrated");
        scene.users.setPassword(LegacyPlatform.ANN_ID, CHOSEN, Deadline.standard());
        return scene;
    }

    private static String told(Refusal refusal) {
        return (refusal.passwordProved() ? "refused proved " : "refused ") + refusal.reason();
    }

    private static String told(Failure failure) {
        return "unavailable " + failure.kind();
    }
}
