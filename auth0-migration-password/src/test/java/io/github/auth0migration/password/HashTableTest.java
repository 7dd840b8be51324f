package io.github.auth0migration.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per format: right and wrong passwords, and the converted form read by somebody else. */
class HashTableTest {

    static Stream<HashRow> rows() {
        return Stream.of(StormpathRows.all(), GigyaRows.all(), Auth0Rows.all()).flatMap(rows -> rows);
    }

    static Stream<HashRow> understood() {
        return rows().filter(HashRow::isUnderstood);
    }

    static Stream<HashRow> converted() {
        return rows().filter(HashRow::isConvertible)
                .filter(row -> !row.platform().equals("Auth0"));
    }

    @ParameterizedTest
    @MethodSource("understood")
    void theRightPasswordMatches(HashRow row) {
        assertThat(row.hash().verify(row.password())).isEqualTo(PasswordCheck.MATCHES);
    }

    @ParameterizedTest
    @MethodSource("understood")
    void noOtherPasswordMatches(HashRow row) {
        String right = row.password();
        String decomposed = Normalizer.normalize(right, Normalizer.Form.NFD);
        Stream.of(
                        Marked.WRONG_PASSWORD,
                        "",
                        right + " ",
                        " " + right,
                        right.substring(1),
                        right.toUpperCase(Locale.ROOT),
                        right + right)
                .forEach(wrong -> assertThat(row.hash().verify(wrong)).isEqualTo(PasswordCheck.DIFFERS));
        if (!decomposed.equals(right)) {
            assertThat(row.hash().verify(decomposed)).isNotEqualTo(PasswordCheck.MATCHES);
        }
    }

    @ParameterizedTest
    @MethodSource("understood")
    void aNulIsNeverJudged(HashRow row) {
        assertThat(row.hash().verify(row.password() + "\0")).isEqualTo(PasswordCheck.NOT_JUDGED);
        assertThat(row.hash().verify("\0")).isEqualTo(PasswordCheck.NOT_JUDGED);
    }

    @ParameterizedTest
    @MethodSource("converted")
    void theConvertedFormTakesTheSamePassword(HashRow row) {
        Conversion conversion = row.hash().toAuth0();
        assertThat(Auth0Reader.matches(conversion, row.password())).isTrue();
        assertThat(Auth0Reader.matches(conversion, Marked.WRONG_PASSWORD)).isFalse();
        assertThat(Auth0Reader.matches(conversion, "")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("converted")
    void theConvertedFormIsReadHereToo(HashRow row) {
        row.hash()
                .toAuth0()
                .<Void>fold(
                        custom -> {
                            ParsedHash again = PasswordHash.ofAuth0(custom.value());
                            PasswordCheck check = again.fold(hash -> hash.verify(row.password()), refused -> {
                                throw new AssertionError(refused);
                            });
                            assertThat(check).isEqualTo(PasswordCheck.MATCHES);
                            return null;
                        },
                        field -> null,
                        impossible -> null);
    }

    @ParameterizedTest
    @MethodSource("understood")
    void textsTellNothingOfTheHash(HashRow row) {
        SecretScan.clean(row.hash());
        assertThat(row.hash()).hasToString("PasswordHash[" + row.hash().format() + "]");
        if (row.isConvertible()) {
            assertThat(row.hash().toAuth0().toString()).endsWith("[redacted]");
        }
    }
}
