package io.github.auth0migration.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.InvalidUserException;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemorySourceTest {

    private static final String ADA = "ada@example.com";

    private final InMemorySource okta = InMemorySource.named("okta").withUserIdPrefix("okta");

    @Test
    void peopleAreNumberedBehindThePrefix() {
        okta.person(ADA, Marked.PASSWORD).person("bob@example.com", Marked.PASSWORD);

        assertThat(okta.getUser("bob@example.com"))
                .isInstanceOfSatisfying(
                        LookupOutcome.Found.class,
                        found -> assertThat(found.user().userId()).isEqualTo("okta|2"));
        assertThatIllegalStateException().isThrownBy(() -> okta.withUserIdPrefix("other"));
    }

    @Test
    void usernamesMayBeTyped() {
        okta.person(ADA, Marked.PASSWORD, user -> user.username("ada"));

        assertThat(okta.login("ADA", Marked.PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void refusedPersonProvesThePasswordFirst() {
        okta.refused(ADA, Marked.PASSWORD, Reason.PASSWORD_EXPIRED);

        assertThat(okta.login(ADA, Marked.PASSWORD))
                .isEqualTo(new LoginOutcome.Refused(Refusal.proved(Reason.PASSWORD_EXPIRED)));
        assertThat(okta.login(ADA, Marked.WRONG_PASSWORD))
                .isEqualTo(new LoginOutcome.Rejected(LoginOutcome.Cause.WRONG_PASSWORD, "okta|1"));
        assertThat(okta.getUser(ADA)).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void refusedUnprovedWhateverIsTyped() {
        okta.refusedUnproved(ADA, Reason.DISABLED);

        assertThat(okta.login(ADA, Marked.PASSWORD))
                .isEqualTo(new LoginOutcome.Refused(Refusal.unproved(Reason.DISABLED)));
        assertThat(okta.getUser(ADA)).isEqualTo(LookupOutcome.Refused.of(Reason.DISABLED));
    }

    @Test
    void outagesComeAndGo() {
        okta.person(ADA, Marked.PASSWORD).down(Failure.Kind.SOURCE_CREDENTIALS);
        assertThat(okta.login(ADA, Marked.PASSWORD)).isInstanceOf(LoginOutcome.Unavailable.class);
        assertThat(okta.check().passed()).isFalse();

        okta.up();
        assertThat(okta.login(ADA, Marked.PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(okta.check().passed()).isTrue();
    }

    @Test
    void callsAreCountedUnlessRefusedLocally() {
        okta.login(ADA, Marked.PASSWORD);
        okta.login("", Marked.PASSWORD);
        okta.getUser(ADA);
        okta.getUser("");

        assertThat(okta.loginCalls()).isEqualTo(1);
        assertThat(okta.lookupCalls()).isEqualTo(1);
    }

    @Test
    void hookRunsBeforeTheAnswer() {
        AtomicReference<String> seen = new AtomicReference<>("");
        okta.beforeAnswer(request -> {
            seen.set(request.identifier().value());
            okta.person(ADA, Marked.PASSWORD);
        });

        assertThat(okta.login(ADA, Marked.PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(seen).hasValue(ADA);
    }

    @Test
    void hookThatThrowsIsABug() {
        okta.beforeAnswer(request -> {
            throw new IllegalStateException(request.password());
        });

        LoginOutcome outcome = SecretScan.clean(okta.login(ADA, Marked.PASSWORD));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LoginOutcome.Unavailable.class,
                        u -> assertThat(u.failure().kind()).isEqualTo(Failure.Kind.INTERNAL));
    }

    @Test
    void personWhomAuth0WouldNotTakeIsAMistakeOfTheTest() {
        assertThatExceptionOfType(InvalidUserException.class).isThrownBy(() -> okta.person("no address", "pw"));
    }
}
