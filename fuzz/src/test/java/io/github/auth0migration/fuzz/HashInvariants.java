package io.github.auth0migration.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.password.Conversion;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.password.PasswordCheck;
import io.github.auth0migration.password.PasswordHash;
import java.time.Duration;
import java.util.function.Supplier;

/** What holds of every hash that is read, and of every password that is verified against it. */
final class HashInvariants {

    /** The costliest hash within the bounds takes a few seconds; the fuzzer shares its processor with others. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private final String input;
    private final String password;

    private HashInvariants(String input, String password) {
        this.input = input;
        this.password = password;
    }

    static void hold(Supplier<ParsedHash> reading, String input, String password) {
        long start = System.nanoTime();
        new HashInvariants(input, password).check(reading.get());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
    }

    private void check(ParsedHash parsed) {
        parsed.<Void>fold(
                hash -> {
                    check(hash);
                    return null;
                },
                refused -> {
                    assertThat(Quotes.in(refused.detail(), input)).isEmpty();
                    return null;
                });
    }

    private void check(PasswordHash hash) {
        assertThat(hash.format()).matches("(?:stormpath[12]?|gigya|auth0)[ A-Za-z0-9_()-]{0,60}");
        assertThat(hash).hasToString("PasswordHash[" + hash.format() + "]");
        if (!Costly.isLeftOut(input)) {
            verify(hash);
        }
    }

    private void verify(PasswordHash hash) {
        PasswordCheck check = hash.verify(password);
        if (password.indexOf('\0') >= 0) {
            assertThat(check).isEqualTo(PasswordCheck.NOT_JUDGED);
        }
        if (check == PasswordCheck.MATCHES) {
            assertThat(hash.verify(password)).isEqualTo(PasswordCheck.MATCHES);
            assertThat(hash.verify(password + "x")).isNotEqualTo(PasswordCheck.MATCHES);
        }
        agrees(hash.toAuth0(), check);
    }

    /** What Auth0 is given for a hash takes the same passwords as the hash. */
    private void agrees(Conversion conversion, PasswordCheck check) {
        conversion.<Void>fold(
                custom -> {
                    assertThat(verify(PasswordHash.ofAuth0(custom.value()))).isEqualTo(check);
                    return null;
                },
                field -> {
                    assertThat(field.value()).matches("\\$2[ab]\\$10\\$[./A-Za-z0-9]{53}");
                    assertThat(verify(PasswordHash.ofStormpath(field.value()))).isEqualTo(check);
                    return null;
                },
                impossible -> {
                    assertThat(Quotes.in(impossible.reason(), input)).isEmpty();
                    return null;
                });
    }

    private PasswordCheck verify(ParsedHash again) {
        return again.fold(hash -> hash.verify(password), refused -> {
            throw new AssertionError("The conversion is not read again: " + refused);
        });
    }
}
