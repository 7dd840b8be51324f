package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationEvent.SignInFinished;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testsupport.ManualTime;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInEventsTest {

    private final TestTime time = new TestTime();
    private final LegacyPlatform platform = LegacyPlatform.withAnn();
    private final List<MigrationEvent> events = new ArrayList<>();
    private final TrickleMigration migration = TrickleMigration.from(platform.source())
            .to(new InMemoryUserStore())
            .listener(events::add)
            .build();

    @Test
    void oneEventTellsOfAMigration() {
        platform.onceProved = () -> time.advance(Duration.ofMillis(250));

        signIn(ANN_MAIL, LEGACY);

        assertThat(events)
                .containsExactly(new SignInFinished(
                        "legacy",
                        "attempt-1",
                        "a…@old.example",
                        Duration.ofMillis(250),
                        new MigrationEvent.Ending("signed_in", "", ""),
                        true,
                        true));
    }

    @Test
    void eachSignInHasOneEventThatSaysWhetherTheSourceWasAsked() {
        signIn(ANN_MAIL, Marked.WRONG_PASSWORD);
        signIn(ANN_MAIL, LEGACY);
        signIn(ANN_MAIL, LEGACY);
        signIn(ANN_MAIL, Marked.WRONG_PASSWORD);
        signIn("", LEGACY);

        assertThat(events.stream().map(SignInEventsTest::told))
                .containsExactly(
                        "rejected WRONG_PASSWORD, asked",
                        "signed_in , asked, migrated",
                        "signed_in ",
                        "rejected WRONG_PASSWORD",
                        "rejected UNSPECIFIED");
    }

    @Test
    void anEventTellsWhyNobodyCameIn() {
        platform.login = () -> new LoginOutcome.Refused(Refusal.proved(Refusal.Reason.PASSWORD_EXPIRED));
        signIn(ANN_MAIL, LEGACY);
        platform.login = () -> {
            throw new IllegalStateException(LEGACY);
        };
        signIn(ANN_MAIL, LEGACY);

        assertThat(events.stream().map(SignInEventsTest::told))
                .containsExactly("refused PASSWORD_EXPIRED, asked", "unavailable " + Failure.Kind.INTERNAL + ", asked");
    }

    @Test
    void noEventTellsASecretOrAFullAddress() {
        signIn(ANN_MAIL, LEGACY);
        signIn(ANN_MAIL, Marked.WRONG_PASSWORD);
        signIn(LEGACY, LEGACY);

        events.forEach(SecretScan::clean);
        assertThat(events.toString()).doesNotContain(ANN_MAIL);
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        TrickleMigration quiet = TrickleMigration.from(platform.source())
                .to(new InMemoryUserStore())
                .listener(event -> {
                    events.add(event);
                    throw new IllegalStateException(LEGACY);
                })
                .build();

        assertThat(Scene.told(quiet.signIn(LoginRequest.of(ANN_MAIL, LEGACY)))).isEqualTo("migrated");
        assertThat(Scene.told(quiet.signIn(LoginRequest.of(ANN_MAIL, LEGACY)))).isEqualTo("in");
        assertThat(events).hasSize(2);
    }

    @Test
    void onlySignInsHaveEvents() {
        migration.signUp(LoginRequest.of("bob@new.example", LEGACY));
        migration.startReset(LookupRequest.byIdentifier(ANN_MAIL));

        assertThat(events).isEmpty();
    }

    private void signIn(String typed, String password) {
        SecretScan.clean(migration.signIn(LoginRequest.of(typed, password)
                .withDeadline(Deadline.after(Duration.ofSeconds(8), time))
                .withCorrelationId("attempt-1")));
    }

    private static String told(MigrationEvent event) {
        SignInFinished finished = (SignInFinished) event;
        return finished.ending().outcome() + " " + finished.ending().reason()
                + (finished.sourceAsked() ? ", asked" : "")
                + (finished.migrated() ? ", migrated" : "");
    }

    private static final class TestTime extends ManualTime implements TimeSource {}
}
