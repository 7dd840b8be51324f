package io.github.auth0migration.sample.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.trickle.SignInOutcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedSignInTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final InMemoryAttemptGuard guard = InMemoryAttemptGuard.standard();
    private final GuardedSignIn signIn = new GuardedSignIn(
            request -> {
                asked.incrementAndGet();
                return new SignInOutcome.Rejected(Cause.WRONG_PASSWORD, "okta|1", false);
            },
            guard,
            event -> {},
            "okta");

    private boolean isBlocked(String typed) {
        return signIn.run(LoginRequest.of(typed, Marked.WRONG_PASSWORD), outcome -> false, wait -> true);
    }

    @Test
    void anAliasBuysNoMoreGuesses() {
        for (String typed : List.of("ada@example.com", "ada", "ada", "ada@example.com", "ada")) {
            assertThat(isBlocked(typed)).isFalse();
        }

        assertThat(isBlocked("ada")).isTrue();
        assertThat(isBlocked("ada@example.com")).isTrue();
        assertThat(asked).hasValue(5);
    }

    @Test
    void ofInputThatNobodyIsAskedAboutTheGuardKeepsNothing() {
        assertThat(isBlocked("\ufdfa".repeat(21_000))).isFalse();

        assertThat(guard.size()).isZero();
    }
}
