package io.github.auth0migration.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.types.Bcrypt;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static PasswordHash stormpath(String mcf) {
        return PasswordHash.ofStormpath(mcf).fold(hash -> hash, refused -> {
            throw new AssertionError(refused);
        });
    }

    static Stream<Class<?>> holdersOfSecrets() {
        return Stream.of(PasswordHash.class, Conversion.CustomPasswordHash.class, Conversion.PasswordHashField.class);
    }

    @ParameterizedTest
    @MethodSource("holdersOfSecrets")
    void holdersOfSecretsHaveNoEqualsAndAreNotSerializable(Class<?> type) throws Exception {
        assertThat(type.getMethod("equals", Object.class).getDeclaringClass()).isEqualTo(Object.class);
        assertThat(type.getMethod("toString").getDeclaringClass()).isEqualTo(type);
        assertThat(Serializable.class).isNotIn((Object[]) type.getInterfaces());
    }

    @Test
    void bcryptDoesNotJudgeWhatItWouldCut() {
        String right = "5ecr3t".repeat(12);
        PasswordHash hash = stormpath(Oracle.bcrypt(Bcrypt.B, 4, right));
        assertThat(right).hasSize(72);
        assertThat(hash.verify(right)).isEqualTo(PasswordCheck.MATCHES);
        assertThat(hash.verify(right + "x")).isEqualTo(PasswordCheck.NOT_JUDGED);
        assertThat(hash.verify(right.substring(1) + "ä")).isEqualTo(PasswordCheck.NOT_JUDGED);
    }

    @Test
    void theBuggyBcryptJudgesAsciiOnly() {
        PasswordHash hash = stormpath(StormpathRows.BUGGY);
        assertThat(hash.verify(Marked.WRONG_PASSWORD)).isEqualTo(PasswordCheck.DIFFERS);
        assertThat(hash.verify("ä")).isEqualTo(PasswordCheck.NOT_JUDGED);
    }

    @ParameterizedTest
    @CsvSource({"3000000, 0", "750000, 31", "44117, 1023"})
    void allWaysTogetherMayFillTheBounds(int rounds, int saltBytes) {
        Map<String, Object> settings = new HashMap<>(Map.of("rounds", rounds));
        if (saltBytes > 0) {
            settings.put("salt", Oracle.base64(new byte[saltBytes]));
        }
        ParsedHash parsed =
                PasswordHash.ofGigya(GigyaRows.hash("md5", new byte[16], settings), GigyaHashSettings.none());
        assertThat(parsed).isInstanceOf(ParsedHash.Understood.class);
    }

    /** Whoever has the MD5 of the password, from anywhere, must not get in with it. */
    @Test
    void aDigestIsNotTakenForThePasswordWhereOneMayStandForIt() {
        byte[] salt = Oracle.utf8("grains");
        String inner =
                new String(Oracle.hex(Oracle.digest("MD5", Oracle.utf8(Marked.PASSWORD))), StandardCharsets.US_ASCII);
        byte[] hash = Oracle.digest("MD5", Oracle.hex(Oracle.digest("MD5", salt)), Oracle.utf8(inner));
        ParsedHash parsed = PasswordHash.ofGigya(
                GigyaRows.hash("md5_double_salted", hash, Map.of("salt", Oracle.base64(salt))),
                GigyaHashSettings.none());
        assertThat(parsed.<PasswordCheck>fold(read -> read.verify(Marked.PASSWORD), refused -> PasswordCheck.DIFFERS))
                .isEqualTo(PasswordCheck.MATCHES);
        assertThat(parsed.<PasswordCheck>fold(read -> read.verify(inner), refused -> PasswordCheck.MATCHES))
                .isEqualTo(PasswordCheck.NOT_JUDGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "\uDC00\uD800"})
    void halvesOfCharactersAreNotReplaced(String password) {
        String mcf = "$stormpath2$MD5$1$$" + Oracle.base64(Oracle.digest("MD5", Oracle.utf8(password)));
        assertThat(stormpath(mcf).verify(password)).isEqualTo(PasswordCheck.NOT_JUDGED);
    }

    @Test
    void veryLongPasswordsAreNotJudged() {
        PasswordHash hash = stormpath(StormpathRows.shiro("MD5", 1, new byte[0]));
        assertThat(hash.verify("x".repeat(Limits.PASSWORD_CHARS))).isEqualTo(PasswordCheck.DIFFERS);
        assertThat(hash.verify("x".repeat(Limits.PASSWORD_CHARS + 1))).isEqualTo(PasswordCheck.NOT_JUDGED);
    }

    @Test
    void aCharacterOutsideTheEncodingIsNotJudged() {
        Map<String, Object> form =
                Auth0Rows.form("md5", Auth0Rows.hash(Oracle.base64(Oracle.digest("MD5", new byte[] {'?'})), "base64"));
        form.put("password", Map.of("encoding", "latin1"));
        ParsedHash parsed = PasswordHash.ofAuth0(form);
        assertThat(parsed.<PasswordCheck>fold(hash -> hash.verify("✓"), refused -> PasswordCheck.MATCHES))
                .isEqualTo(PasswordCheck.NOT_JUDGED);
    }

    @Test
    void nullFieldsCountAsAbsent() {
        Map<String, Object> settings = new HashMap<>(Map.of("algorithm", "md5"));
        settings.put("salt", null);
        settings.put("url", null);
        Map<String, Object> object = new HashMap<>(Map.of("hashSettings", settings));
        object.put("hash", Oracle.base64(Oracle.digest("MD5", Oracle.utf8(Marked.PASSWORD))));
        object.put("compoundHash", null);
        ParsedHash parsed = PasswordHash.ofGigya(object, GigyaHashSettings.none());
        assertThat(parsed.<PasswordCheck>fold(hash -> hash.verify(Marked.PASSWORD), refused -> PasswordCheck.DIFFERS))
                .isEqualTo(PasswordCheck.MATCHES);
    }

    @Test
    void aConversionCannotBeChangedFromOutside() {
        PasswordHash hash = stormpath(StormpathRows.shiro("MD5", 1, Oracle.utf8("salt")));
        Conversion.CustomPasswordHash custom = (Conversion.CustomPasswordHash) hash.toAuth0();
        assertThatThrownBy(() -> custom.value().put("algorithm", "md4"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(custom.value().toString()).contains("position=prefix");
        SecretScan.clean(hash);
    }

    @Test
    void anImpossibleConversionSaysWhatIsLeft() {
        Conversion conversion =
                stormpath(StormpathRows.shiro("MD5", 2, new byte[0])).toAuth0();
        assertThat(conversion).isInstanceOfSatisfying(Conversion.Impossible.class, impossible -> {
            assertThat(impossible.reason()).contains("more than one round");
            assertThat(impossible.left()).contains("export", "reset");
        });
    }
}
