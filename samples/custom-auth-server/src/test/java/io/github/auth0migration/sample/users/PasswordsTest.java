package io.github.auth0migration.sample.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.Failure;
import io.github.auth0migration.testsupport.Marked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Argon2id QUICK = new Argon2id(64, 1, 1);

    @Test
    void oneHashTooManyAtOnceIsAnOverload() {
        Passwords busy = new Passwords(QUICK, 0, Duration.ofMillis(1));
        assertThatThrownBy(() -> busy.hash(Marked.PASSWORD))
                .isInstanceOfSatisfying(
                        StoreFailedException.class,
                        failed -> assertThat(failed.unavailable().failure().kind())
                                .isEqualTo(Failure.Kind.OVERLOADED));
    }

    @Test
    void aHashThatCannotBeReadIsNoVerdict() {
        Passwords passwords = new Passwords(QUICK, 1, Duration.ofSeconds(5));
        assertThatThrownBy(() -> passwords.matches(Marked.PASSWORD, "$2a$10$nonsense"))
                .isInstanceOfSatisfying(
                        StoreFailedException.class,
                        failed -> assertThat(failed.unavailable().failure().kind())
                                .isEqualTo(Failure.Kind.INTERNAL));
    }

    @Test
    void newHashesAreAsStrongAsRecommended() throws StoreFailedException {
        assertThat(Passwords.standard().hash(Marked.PASSWORD).toPhc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
