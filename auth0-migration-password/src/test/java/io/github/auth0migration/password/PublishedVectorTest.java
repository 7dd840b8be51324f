package io.github.auth0migration.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of password and hash that the makers of the algorithms published. */
class PublishedVectorTest {

    /** Stormpath's examples and those of its SDKs; bcrypt's are Openwall's. */
    @ParameterizedTest
    @CsvSource({
        "123456, $stormpath2$MD5$1$OWI3OTQwYjEwODEwOTdkNTcwZDY5NjQ2ZDNlNmZjNzM=$ULWTW74NXPyLYj3VfYHWrg==",
        "qwerty, $stormpath2$MD5$1$OGYyMmM5YzVlMDEwODEwZTg3MzM4ZTA2YjljZjMxYmE=$EuFAr2NTM83PrizVAYuOvw==",
        "monkey, $stormpath2$MD5$1$$0HY+2qnZvSqVFigOkETYhQ==",
        "testing12, $stormpath2$SHA-512$1$ZFhBRmpFSnEwVEx2ekhKS0JTMDJBNTNmcg==$Q+sGFg9e+pe9QsUdfnbJUMDtrQNf27ezTnnGllBVkQpMRc9bqH6WkyE3y0svD/7cBk8uJW9Wb3dolWwDtDLFjg==",
        // Openwall's crypt_blowfish
        "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U*, $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
        "U*U*U, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
        "'', $2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789, $2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui",
        // crypt(3): all but $2x$ agree on UTF-8
        "5ecr3t-Pä, $2a$05$CCCCCCCCCCCCCCCCCCCCC.A7Qc2B3TfZuXmi.96CdWs3aAuJTgC1G",
        "5ecr3t-Pä, $2b$05$CCCCCCCCCCCCCCCCCCCCC.A7Qc2B3TfZuXmi.96CdWs3aAuJTgC1G",
        "✓, $2y$05$CCCCCCCCCCCCCCCCCCCCC.1nTgl1c29W7eoCvk4MNjNDqELZf7wXC",
    })
    void stormpath(String password, String mcf) {
        assertMatches(PasswordHash.ofStormpath(mcf), password);
    }

    @ParameterizedTest
    @CsvSource({
        "md5_crypt, pass, $1$YeNsbWdH$wvOF8JdqsoiLix754LTW90",
        "md5_crypt, ____fifteen____, $1$s9lUWACI$Kk1jtIVVdmT01p0z3b/hw1",
        "md5_crypt, ____sixteen_____, $1$dL3xbVZI$kkgqhCanLdxODGq14g/tW1",
        "md5_crypt, ____seventeen____, $1$NaH5na7J$j7y8Iss0hcRbu3kzoJs5V.",
        "md5_crypt, __________thirty-three___________, $1$HO7Q6vzJ$yGwp2wbL5D7eOVzOmxpsy.",
        "md5_crypt, Pässword, $1$NaH5na7J$MvnEHcxaKZzgBk8QdjdAQ0",
        "drupal, test12345, $P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "drupal, DifficultPassword123, $S$5FIcboyzv1ZD/OZDb4w/4HSlnsPlwbr/PWLWrHPWrJp8eXOQQaWJ",
    })
    void gigyaCompound(String algorithm, String password, String text) {
        assertMatches(PasswordHash.ofGigya(GigyaRows.compound(algorithm, text), GigyaHashSettings.none()), password);
    }

    /** The reference implementation's own tests. */
    @ParameterizedTest
    @CsvSource({
        "password, '$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8'",
        "password, '$argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$T/XOJ2mh1/TIpJHfCdQan76Q5esCFVoT5MAeIM1Oq2E'",
        "password, '$argon2i$v=16$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY'",
        "password, '$argon2i$v=16$m=256,t=2,p=2$c29tZXNhbHQ$tsEVYKap1h6scGt5ovl9aLRGOqOth+AMB+KwHpDFZPs'",
        "password, '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'",
        "'', '$argon2d$v=16$m=8,t=1,p=1$ICAgICAgICA$X54KZYxUSfMUihzebb70sKbheabHilo8gsUldrVU4IU'",
    })
    void argon2(String password, String phc) {
        assertMatches(PasswordHash.ofAuth0(Auth0Rows.form("argon2", Auth0Rows.hash(phc, "utf8"))), password);
    }

    /** RFC 6070 for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "password, salt, 1, 0c60c80f961f0e71f3a9b524af6012062fe037a6",
        "password, salt, 2, ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957",
        "password, salt, 4096, 4b007901b765489abead49d926f721d065a429c1",
        "passwordPASSWORDpassword, saltSALTsaltSALTsaltSALTsaltSALTsalt, 4096, 3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
    })
    void pbkdf2(String password, String salt, int rounds, String key) {
        byte[] bytes = HexFormat.of().parseHex(key);
        Map<String, Object> object =
                GigyaRows.hash("pbkdf2", bytes, Map.of("rounds", rounds, "salt", Oracle.base64(Oracle.utf8(salt))));
        GigyaHashSettings sha1 = GigyaHashSettings.none().withPbkdf2Digest(GigyaHashSettings.Pbkdf2Digest.SHA1);
        assertMatches(PasswordHash.ofGigya(object, sha1), password);
    }

    /** RFC 7914. */
    @ParameterizedTest
    @CsvSource({
        "password, NaCl, 1024, 8, 16, fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
        "pleaseletmein, SodiumChloride, 16384, 8, 1, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
    })
    void scrypt(String password, String salt, int cost, int size, int lanes, String key) {
        Map<String, Object> form = Auth0Rows.form("scrypt", Auth0Rows.hash(key, "hex"));
        form.putAll(Map.of("keylen", 64, "cost", cost, "blockSize", size, "parallelization", lanes));
        form.put("salt", Map.of("value", salt));
        assertMatches(PasswordHash.ofAuth0(form), password);
    }

    static Stream<Arguments> digestsTheJdkLacks() {
        return Stream.of(
                // RFC 1320, and the NT hash of "password"
                arguments("md4", "utf8", "abc", "a448017aaf21d8525fc10ae87aa6729d"),
                arguments("md4", "utf8", "message digest", "d9130a8164549fe818874806e1c7014b"),
                arguments("md4", "utf16le", "password", "8846F7EAEE8FB117AD06BDD830B7586C"));
    }

    @ParameterizedTest
    @MethodSource("digestsTheJdkLacks")
    void md4(String algorithm, String encoding, String password, String digest) {
        Map<String, Object> form = Auth0Rows.form(algorithm, Auth0Rows.hash(digest, "hex"));
        form.put("password", Map.of("encoding", encoding));
        assertMatches(PasswordHash.ofAuth0(form), password);
    }

    /** RFC 2286. */
    @ParameterizedTest
    @CsvSource({
        "ripemd160, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, Hi There, 24cb4bd67d20fc1a5d2ed7732dcc39377f0a5668",
        "ripemd160, 4a656665, what do ya want for nothing?, dda6c0213a485a9e24f4742064a7f033b43c4069",
    })
    void hmac(String digest, String key, String password, String mac) {
        Map<String, Object> hash = new LinkedHashMap<>(Auth0Rows.hash(mac, "hex"));
        hash.put("digest", digest);
        hash.put("key", Map.of("value", key, "encoding", "hex"));
        assertMatches(PasswordHash.ofAuth0(Auth0Rows.form("hmac", hash)), password);
    }

    /** The example of Gigya's own documentation. */
    @ParameterizedTest
    @CsvSource("password, W6ph5Mm5Pz8GgiULbPgzG37mj9g=")
    void gigyaSha1(String password, String hash) {
        byte[] bytes = Base64.getDecoder().decode(hash);
        assertMatches(
                PasswordHash.ofGigya(GigyaRows.hash("sha1", bytes, Map.of()), GigyaHashSettings.none()), password);
    }

    private static void assertMatches(ParsedHash parsed, String password) {
        PasswordHash hash = parsed.fold(understood -> understood, refused -> {
            throw new AssertionError(refused);
        });
        assertThat(hash.verify(password)).isEqualTo(PasswordCheck.MATCHES);
        assertThat(hash.verify(password + "x")).isNotEqualTo(PasswordCheck.MATCHES);
        assertThat(hash.verify("x" + password)).isNotEqualTo(PasswordCheck.MATCHES);
    }
}
