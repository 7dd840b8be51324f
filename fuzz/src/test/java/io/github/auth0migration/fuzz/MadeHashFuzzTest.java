package io.github.auth0migration.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.password.PasswordCheck;
import io.github.auth0migration.password.PasswordHash;

/** A line with a password, one with another, and a salt: hashes made of them take the one and not the other. */
class MadeHashFuzzTest {

    private static final int MOST_PASSWORD_CHARS = 1024;
    private static final int MOST_SALT_BYTES = 1024;

    @FuzzTest
    void made(byte[] data) {
        TextInput input = TextInput.of(data, 3);
        String password = input.line(0);
        String salt = input.line(2);
        if (isJudged(password) && !salt.isEmpty() && Made.utf8(salt).length <= MOST_SALT_BYTES) {
            MadeHashes made = new MadeHashes(password, salt);
            made.all().forEach((name, parsed) -> check(name, made, parsed, password, input.line(1)));
        }
    }

    private static void check(String name, MadeHashes made, ParsedHash parsed, String password, String other) {
        PasswordHash hash = parsed.fold(read -> read, refused -> {
            throw new AssertionError(name + " is refused: " + refused);
        });
        assertThat(hash.verify(password)).as(name).isEqualTo(PasswordCheck.MATCHES);
        if (!made.isAlsoMadeOf(other)) {
            assertThat(hash.verify(other)).as(name).isNotEqualTo(PasswordCheck.MATCHES);
        }
    }

    /** No NUL, not too long, and nothing that may be a digest. */
    private static boolean isJudged(String password) {
        return password.indexOf('\0') < 0
                && password.length() <= MOST_PASSWORD_CHARS
                && !password.matches("[0-9a-f]{16,}");
    }
}
