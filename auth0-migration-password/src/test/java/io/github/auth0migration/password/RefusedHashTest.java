package io.github.auth0migration.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not understood is refused with its reason, and quotes nothing. */
class RefusedHashTest {

    private static final String SALT = Oracle.base64(Oracle.utf8("sixteen bytes!!!"));
    private static final byte[] SHA256 = Oracle.digest("SHA-256", Oracle.utf8("password"));
    private static final String B64 = Oracle.base64(SHA256);
    private static final String U64 = Oracle.unpadded(SHA256);

    @ParameterizedTest
    @CsvSource({
        "NO_PASSWORD, ''",
        "NO_PASSWORD, ' '",
        "UNKNOWN_FORMAT, plain",
        "UNKNOWN_FORMAT, $",
        "UNKNOWN_FORMAT, $stormpath3$AAAA$AAAA",
        "UNKNOWN_FORMAT, x$stormpath1$AAAA$AAAA",
        "UNKNOWN_FORMAT, $1$abcdefgh$qt0KYaDUDa1.PaJF48eyb0",
        "UNKNOWN_FORMAT, $stormpath2$SHA-224$1$$AAAA",
        "UNKNOWN_FORMAT, $stormpath2$sha-256$1$$AAAA",
        "MALFORMED, $stormpath1$AAAA",
        "MALFORMED, $stormpath1$AAAA$AAAA",
        "MALFORMED, $stormpath1$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "MALFORMED, $stormpath1$AAAA$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg",
        "MALFORMED, $stormpath1$AAAA$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQth=",
        "MALFORMED, $stormpath1$AAAA=$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "MALFORMED, $stormpath1$AA-_$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "MALFORMED, $stormpath1$AAAA$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=$",
        "MALFORMED, $stormpath2$SHA-256$0$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "MALFORMED, $stormpath2$SHA-256$01$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "MALFORMED, $stormpath2$SHA-256$-1$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "MALFORMED, $stormpath2$SHA-256$$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "MALFORMED, $stormpath2$SHA-512$1$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "OUT_OF_BOUNDS, $stormpath2$SHA-256$999999999999$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
        "OUT_OF_BOUNDS, $2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "OUT_OF_BOUNDS, $2a$17$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "OUT_OF_BOUNDS, $2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "MALFORMED, $2$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "MALFORMED, $2a$5$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "MALFORMED, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
        "MALFORMED, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeX",
        "MALFORMED, $2a$05$CCCCCCCCCCCCCCCCCCCCCCE5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
    })
    void stormpath(Reason reason, String mcf) {
        assertRefused(PasswordHash.ofStormpath(mcf), reason);
    }

    static Stream<Arguments> gigya() {
        return Stream.of(gigyaObjects(), gigyaTemplates(), gigyaUntold()).flatMap(rows -> rows);
    }

    private static Stream<Arguments> gigyaUntold() {
        String md5 = Oracle.base64(new byte[16]);
        return Stream.of(
                // All ways together: two without salt, eight with one, more blocks with a long one.
                arguments(Reason.OUT_OF_BOUNDS, with("md5", md5, Map.of("rounds", 3_000_001))),
                arguments(Reason.OUT_OF_BOUNDS, with("md5", md5, Map.of("rounds", 750_001, "salt", SALT))),
                arguments(Reason.OUT_OF_BOUNDS, with("md5", md5, Map.of("rounds", 44_118, "salt", "AAAA".repeat(341)))),
                arguments(Reason.OUT_OF_BOUNDS, with("md5", md5, Map.of("rounds", -1, "salt", SALT))),
                arguments(Reason.MALFORMED, hash("sha256", Map.of("salt", ""))),
                arguments(Reason.MALFORMED, hash("sha256", Map.of("salt", SALT + "="))),
                arguments(Reason.MALFORMED, with("md5_double_salted", md5, Map.of())),
                arguments(Reason.MALFORMED, with("md5_double_salted", md5, Map.of("salt", ""))),
                arguments(Reason.MALFORMED, hash("md5_double_salted", Map.of("salt", SALT))),
                arguments(Reason.UNCONFIRMED, with("md5_double_salted", md5, Map.of("salt", SALT, "rounds", 2))),
                arguments(
                        Reason.UNCONFIRMED,
                        with("md5_double_salted", md5, Map.of("salt", "grains", "format", "$salt$password"))),
                arguments(Reason.MALFORMED, hash("sha512Hexa", Map.of())),
                arguments(Reason.MALFORMED, with("sha512Hexa", "0g".repeat(64), Map.of())),
                arguments(Reason.MALFORMED, with("sha512Hexa", Oracle.base64(new byte[128]), Map.of())),
                arguments(Reason.MALFORMED, hash("sha1_hashbytes", Map.of())),
                arguments(Reason.MALFORMED, with("symphony2", Oracle.base64(new byte[24]), Map.of())),
                arguments(Reason.OUT_OF_BOUNDS, hash("symphony2", Map.of("rounds", 1_000_000))),
                arguments(Reason.OUT_OF_BOUNDS, hash("symphony2", Map.of("rounds", 0))));
    }

    private static Stream<Arguments> gigyaObjects() {
        Map<String, Object> salted = Map.of("salt", SALT, "rounds", 3000);
        return Stream.of(
                arguments(Reason.NO_PASSWORD, Map.of()),
                arguments(Reason.MALFORMED, Map.of("hash", B64)),
                arguments(Reason.MALFORMED, Map.of("hash", 1, "hashSettings", Map.of("algorithm", "sha256"))),
                arguments(Reason.MALFORMED, Map.of("hash", B64, "compoundHash", "x", "hashSettings", Map.of())),
                arguments(Reason.MALFORMED, Map.of("hash", B64, "hashSettings", "sha256")),
                arguments(Reason.MALFORMED, hash("sha256", Map.of("pepper", "x"))),
                arguments(Reason.MALFORMED, hash("md5", Map.of())),
                arguments(Reason.MALFORMED, hash("sha256", Map.of("rounds", 1.5))),
                arguments(Reason.UNKNOWN_FORMAT, hash("SHA256", Map.of())),
                arguments(Reason.OUT_OF_BOUNDS, hash("sha256", Map.of("rounds", 0))),
                arguments(Reason.MALFORMED, with("sha256", U64, Map.of())),
                arguments(Reason.MALFORMED, hash("pbkdf2_sha256", Map.of("salt", SALT))),
                arguments(Reason.MALFORMED, hash("pbkdf2_sha256", Map.of("rounds", 3000))),
                arguments(Reason.MALFORMED, hash("pbkdf2_sha256", Map.of("rounds", 3000, "salt", ""))),
                arguments(Reason.MALFORMED, hash("pbkdf2_sha256", Map.of("rounds", 3000, "salt", SALT + "="))),
                arguments(Reason.OUT_OF_BOUNDS, hash("pbkdf2_sha256", Map.of("rounds", 0, "salt", SALT))),
                arguments(Reason.OUT_OF_BOUNDS, hash("pbkdf2_sha256", Map.of("rounds", 7_000_000, "salt", SALT))),
                arguments(Reason.OUT_OF_BOUNDS, with("pbkdf2_sha256", "AAAA", salted)),
                arguments(
                        Reason.UNCONFIRMED,
                        hash("pbkdf2_sha256", Map.of("rounds", 1, "salt", SALT, "format", "$salt$password"))),
                arguments(Reason.MALFORMED, hash("bcrypt", Map.of("rounds", 32, "salt", SALT))),
                arguments(
                        Reason.MALFORMED,
                        with("bcrypt", Oracle.base64(new byte[23]), Map.of("rounds", 33, "salt", SALT))),
                arguments(Reason.OUT_OF_BOUNDS, with("bcrypt", Oracle.base64(new byte[23]), Map.of("salt", SALT))),
                arguments(Reason.MALFORMED, GigyaRows.compound("bcrypt", "$1$abcdefgh$qt0KYaDUDa1.PaJF48eyb0")),
                arguments(Reason.MALFORMED, GigyaRows.compound("md5_crypt", "$apr1$abcdefgh$qt0KYaDUDa1.PaJF48eyb0")),
                arguments(Reason.MALFORMED, GigyaRows.compound("drupal", "U$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0")),
                arguments(Reason.MALFORMED, GigyaRows.compound("drupal", "$S$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0")),
                arguments(Reason.OUT_OF_BOUNDS, GigyaRows.compound("drupal", "$P$JIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0")));
    }

    private static Stream<Arguments> gigyaTemplates() {
        Stream<Arguments> unclear = Stream.of(
                        "$salt",
                        "constant",
                        "",
                        "$password$password$salt",
                        "$passwort$salt",
                        "$$password$salt",
                        "$salt$password$")
                .map(format -> Map.of("salt", "grains", "format", format))
                .map(settings -> arguments(Reason.UNCONFIRMED, hash("sha256", settings)));
        return Stream.concat(
                unclear,
                Stream.of(
                        arguments(Reason.MALFORMED, hash("sha256", Map.of("format", "$salt$password"))),
                        arguments(Reason.UNCONFIRMED, hash("sha256", Map.of("salt", "grains", "format", "x$password"))),
                        arguments(
                                Reason.UNCONFIRMED,
                                hash("sha256", Map.of("format", "$password", "binaryFormat", "$password:utf8"))),
                        arguments(Reason.UNCONFIRMED, hash("sha256", Map.of("binaryFormat", "$0x00"))),
                        arguments(Reason.UNCONFIRMED, hash("sha256", Map.of("binaryFormat", "$0x0$password:utf8"))),
                        arguments(
                                Reason.UNCONFIRMED,
                                hash("sha256", Map.of("salt", SALT, "binaryFormat", "$salt:utf32$password:utf8"))),
                        arguments(
                                Reason.MALFORMED,
                                hash("sha256", Map.of("salt", "xyz", "binaryFormat", "$salt:hex$password:utf8")))));
    }

    @ParameterizedTest
    @MethodSource
    void gigya(Reason reason, Map<String, ?> object) {
        assertRefused(
                PasswordHash.ofGigya(object, GigyaHashSettings.none().withPbkdf2Digest(Pbkdf2Digest.SHA1)), reason);
    }

    static Stream<Arguments> auth0() {
        return Stream.concat(auth0Texts(), auth0Objects());
    }

    private static Stream<Arguments> auth0Texts() {
        String hash = "$" + U64;
        return Stream.of(
                text(Reason.MALFORMED, "argon2", "$argon2id$m=64,t=2,p=1$c29tZXNhbHQ" + hash),
                text(Reason.MALFORMED, "argon2", "$argon2id$v=18$m=64,t=2,p=1$c29tZXNhbHQ" + hash),
                text(Reason.MALFORMED, "argon2", "$argon2id$v=19$t=2,m=64,p=1$c29tZXNhbHQ" + hash),
                text(Reason.MALFORMED, "argon2", "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$" + B64),
                text(Reason.OUT_OF_BOUNDS, "argon2", "$argon2id$v=19$m=4000000000,t=2,p=1$c29tZXNhbHQ" + hash),
                text(Reason.OUT_OF_BOUNDS, "argon2", "$argon2id$v=19$m=262144,t=5,p=1$c29tZXNhbHQ" + hash),
                text(Reason.OUT_OF_BOUNDS, "argon2", "$argon2id$v=19$m=262144,t=1,p=17$c29tZXNhbHQ" + hash),
                text(Reason.OUT_OF_BOUNDS, "argon2", "$argon2id$v=19$m=8,t=1,p=2$c29tZXNhbHQ" + hash),
                text(Reason.OUT_OF_BOUNDS, "argon2", "$argon2id$v=19$m=64,t=1,p=1$c29t" + hash),
                text(Reason.OUT_OF_BOUNDS, "argon2", "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAA"),
                text(Reason.UNSUPPORTED, "bcrypt", "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
                text(Reason.UNSUPPORTED, "ldap", "{CRYPT}" + B64),
                text(Reason.UNSUPPORTED, "ldap", "{SSSHA}" + B64),
                text(Reason.MALFORMED, "ldap", B64),
                text(Reason.MALFORMED, "ldap", "{SSHA256}" + B64),
                text(Reason.MALFORMED, "ldap", "{SHA}" + B64),
                text(Reason.MALFORMED, "ldap", "{SHA256}" + U64),
                text(Reason.UNCONFIRMED, "pbkdf2", "$pbkdf2-md5$i=1,l=32$AAAA" + hash),
                text(Reason.UNCONFIRMED, "pbkdf2", "$pbkdf2-mdc2$i=1,l=32$AAAA" + hash),
                text(Reason.MALFORMED, "pbkdf2", "$pbkdf2-sha256$i=1,l=64$AAAA" + hash),
                text(Reason.MALFORMED, "pbkdf2", "$pbkdf2-sha256$i=1$AAAA" + hash),
                text(Reason.MALFORMED, "pbkdf2", "$pbkdf2-sha256$i=0,l=32$AAAA" + hash),
                text(Reason.MALFORMED, "pbkdf2", "$pbkdf2-sha256$i=1,l=32$AAAA$" + B64),
                text(Reason.OUT_OF_BOUNDS, "pbkdf2", "$pbkdf2-sha256$i=9999999999,l=32$AAAA" + hash),
                text(Reason.OUT_OF_BOUNDS, "pbkdf2", "$pbkdf2-sha256$i=1,l=3$AAAA$AAAA"));
    }

    private static Stream<Arguments> auth0Objects() {
        return Stream.of(
                arguments(Reason.MALFORMED, Map.of()),
                arguments(Reason.MALFORMED, Map.of("algorithm", "sha256")),
                arguments(Reason.MALFORMED, form("sha256", "utf8", Map.of())),
                arguments(Reason.MALFORMED, form("sha256", "hex", Map.of())),
                arguments(Reason.MALFORMED, form("sha1", "base64", Map.of())),
                arguments(Reason.UNKNOWN_FORMAT, form("sha384", "base64", Map.of())),
                arguments(Reason.MALFORMED, form("sha256", "base64", Map.of("keylen", 32))),
                arguments(
                        Reason.MALFORMED,
                        form("sha256", "base64", Map.of("salt", Map.of("value", "x", "position", "middle")))),
                arguments(
                        Reason.MALFORMED,
                        form("sha256", "base64", Map.of("salt", Map.of("value", "x", "encoding", "hex")))),
                arguments(Reason.MALFORMED, form("sha256", "base64", Map.of("password", Map.of("encoding", "utf32")))),
                arguments(Reason.MALFORMED, form("hmac", "base64", Map.of())),
                arguments(Reason.MALFORMED, form("argon2", "utf8", Map.of("salt", Map.of("value", "x")))),
                arguments(Reason.MALFORMED, scrypt(Map.of())),
                arguments(Reason.MALFORMED, scrypt(Map.of("keylen", 64))),
                arguments(Reason.MALFORMED, scrypt(Map.of("keylen", 32, "cost", 1000))),
                arguments(Reason.MALFORMED, scrypt(Map.of("keylen", 32, "cost", 65536, "blockSize", 1))),
                arguments(Reason.OUT_OF_BOUNDS, scrypt(Map.of("keylen", 32, "cost", 1048576))),
                arguments(Reason.OUT_OF_BOUNDS, scrypt(Map.of("keylen", 32, "cost", 1L << 40))),
                arguments(Reason.OUT_OF_BOUNDS, scrypt(Map.of("keylen", 32, "blockSize", 2097152))),
                arguments(Reason.OUT_OF_BOUNDS, scrypt(Map.of("keylen", 32, "parallelization", 2097152))));
    }

    @ParameterizedTest
    @MethodSource
    void auth0(Reason reason, Map<String, ?> form) {
        assertRefused(PasswordHash.ofAuth0(form), reason);
    }

    private static Map<String, Object> hash(String algorithm, Map<String, ?> more) {
        return GigyaRows.hash(algorithm, SHA256, more);
    }

    private static Map<String, Object> with(String algorithm, String hash, Map<String, ?> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("algorithm", algorithm);
        return Map.of("hash", hash, "hashSettings", settings);
    }

    private static Arguments text(Reason reason, String algorithm, String value) {
        return arguments(reason, Auth0Rows.form(algorithm, Auth0Rows.hash(value, "utf8")));
    }

    private static Map<String, Object> form(String algorithm, String encoding, Map<String, ?> more) {
        Map<String, Object> form = Auth0Rows.form(algorithm, Auth0Rows.hash(B64, encoding));
        form.putAll(more);
        return form;
    }

    private static Map<String, Object> scrypt(Map<String, ?> more) {
        Map<String, Object> form = form("scrypt", "base64", more);
        form.put("salt", Map.of("value", "salt"));
        return form;
    }

    private static void assertRefused(ParsedHash parsed, Reason reason) {
        assertThat(parsed).isInstanceOfSatisfying(ParsedHash.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).doesNotContain(U64, "CCCCC", "qt0KY", "IQRaT", "grains");
        });
    }
}
