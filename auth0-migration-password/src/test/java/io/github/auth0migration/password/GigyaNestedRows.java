package io.github.auth0migration.password;

import static io.github.auth0migration.password.HashRow.PASSWORD;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The ways of {@code md5_double_salted} and {@code symphony2}, hashed by the JDK. */
final class GigyaNestedRows {

    private static final byte[] SALT = Oracle.utf8("gräins");
    private static final byte[] TYPED = Oracle.utf8(PASSWORD);

    private GigyaNestedRows() {}

    static Stream<HashRow> all() {
        return Stream.concat(doubleSalted(), symfony());
    }

    private static Stream<HashRow> doubleSalted() {
        byte[] salt = hex(SALT);
        byte[] typed = hex(TYPED);
        return Stream.of(
                doubled("md5(md5(salt) + md5(password))", salt, typed),
                doubled("md5(md5(password) + md5(salt))", typed, salt),
                doubled("md5(salt + md5(password))", SALT, typed),
                doubled("md5(md5(password) + salt)", typed, SALT),
                doubled("md5(md5(salt) + password)", salt, TYPED),
                doubled("md5(password + md5(salt))", TYPED, salt),
                doubled("md5(md5(salt + password) + salt)", hex(SALT, TYPED), SALT),
                doubled("md5(md5(password + salt) + salt)", hex(TYPED, SALT), SALT),
                doubled("md5(salt + md5(salt + password))", SALT, hex(SALT, TYPED)),
                doubled("md5(salt + md5(password + salt))", SALT, hex(TYPED, SALT)),
                doubled("md5(salt + password + salt)", SALT, TYPED, SALT));
    }

    private static byte[] hex(byte[]... parts) {
        return Oracle.hex(Oracle.digest("MD5", parts));
    }

    private static HashRow doubled(String way, byte[]... parts) {
        return GigyaUntoldRows.row(
                "md5_double_salted: " + way,
                "md5_double_salted",
                Oracle.digest("MD5", parts),
                Map.of("salt", Oracle.base64(SALT)));
    }

    private static Stream<HashRow> symfony() {
        String salt = "{gräins}";
        Map<String, Object> format = Map.of("salt", "gräins", "format", "$password--$salt");
        return Stream.of(
                symfony("rounds not set: 5000 of SHA-512", "SHA-512", salt, 5000, salted(0)),
                symfony("rounds not set: one", "SHA-512", salt, 1, salted(0)),
                symfony("one round: 5000", "SHA-512", salt, 5000, salted(1)),
                symfony("one round", "SHA-512", salt, 1, salted(1)),
                symfony("other rounds, MD5 by its length", "MD5", salt, 7, salted(7)),
                symfony("other rounds, SHA-1 by its length", "SHA-1", salt, 7, salted(7)),
                symfony("other rounds, SHA-224 by its length", "SHA-224", salt, 7, salted(7)),
                symfony("other rounds, SHA-256 by its length", "SHA-256", salt, 7, salted(7)),
                symfony("other rounds, SHA-384 by its length", "SHA-384", salt, 7, salted(7)),
                symfony("no salt", "SHA-512", "", 5000, Map.of()),
                symfony("format in place of `password{salt}`", "SHA-512", "--gräins", 5000, format));
    }

    private static Map<String, Object> salted(int rounds) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("salt", Oracle.base64(SALT)));
        if (rounds > 0) {
            all.put("rounds", rounds);
        }
        return all;
    }

    private static HashRow symfony(String label, String algorithm, String after, int rounds, Map<String, Object> more) {
        byte[] merged = Oracle.utf8(PASSWORD + after);
        byte[] hash = Oracle.digest(algorithm, merged);
        for (int round = 1; round < rounds; round++) {
            hash = Oracle.digest(algorithm, hash, merged);
        }
        return GigyaUntoldRows.row("symphony2, " + label, "symphony2", hash, more);
    }
}
