package io.github.auth0migration.sample.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final Argon2id QUICK = new Argon2id(64, 1, 1);

    @Test
    void isReadBackAndMatchesOnlyTheRightPassword() {
        String phc = PasswordHash.of(Marked.PASSWORD, QUICK).toPhc();
        assertThat(phc).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("=$");
        PasswordHash hash = PasswordHash.parse(phc).orElseThrow();
        assertThat(hash.matches(Marked.PASSWORD)).isTrue();
        assertThat(hash.matches(Marked.WRONG_PASSWORD)).isFalse();
        assertThat(hash.matches("")).isFalse();
        assertThat(hash.toPhc()).isEqualTo(phc);
        SecretScan.clean(hash);
    }

    @Test
    void saltsEachHash() {
        assertThat(PasswordHash.of(Marked.PASSWORD, QUICK).toPhc())
                .isNotEqualTo(PasswordHash.of(Marked.PASSWORD, QUICK).toPhc());
    }

    /** A test vector that the reference implementation publishes. */
    @Test
    void agreesWithTheReferenceImplementation() {
        String phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(PasswordHash.parse(phc).orElseThrow().matches("password")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=99999999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=99$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$short",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQx$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRP",
            })
    void readsNothingElse(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }
}
