package io.github.auth0migration.password;

import static io.github.auth0migration.password.HashRow.PASSWORD;

import com.password4j.types.Bcrypt;
import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What Gigya exports, hashed by others. */
final class GigyaRows {

    private static final byte[] SALT = Oracle.utf8("sixteen bytes!!!");
    private static final byte[] TYPED = Oracle.utf8(PASSWORD);
    private static final GigyaHashSettings SHA1 = GigyaHashSettings.none().withPbkdf2Digest(Pbkdf2Digest.SHA1);

    private GigyaRows() {}

    static Stream<HashRow> all() {
        return Stream.of(keyDerivations(), digests(), templates(), GigyaUntoldRows.all(), refused())
                .flatMap(rows -> rows);
    }

    private static Stream<HashRow> keyDerivations() {
        String cost5 = Oracle.bcrypt(Bcrypt.B, 5, PASSWORD);
        String cost10 = Oracle.bcrypt(Bcrypt.A, 10, PASSWORD);
        return Stream.of(
                row("pbkdf2, digest set", "digest not confirmed: to be set", pbkdf2("pbkdf2", "HmacSHA1", 16), SHA1),
                row("pbkdf2, digest not set", "digest not confirmed: to be set", pbkdf2("pbkdf2", "HmacSHA1", 16)),
                row("pbkdf2_sha256", "documented", pbkdf2("pbkdf2_sha256", "HmacSHA256", 32)),
                row("pbkdf2_sha512", "documented", pbkdf2("pbkdf2_sha512", "HmacSHA512", 20)),
                row("bcrypt, compound, cost 10", "documented", compound("bcrypt", cost10)),
                row("bcrypt, compound, other cost", "documented", compound("bcrypt", cost5)),
                row("bcrypt, raw bytes", "documented", rawBcrypt(cost5)),
                row(
                        "md5_crypt, compound `$1$`",
                        "documented",
                        compound("md5_crypt", "$1$abcdefgh$qt0KYaDUDa1.PaJF48eyb0")),
                row("drupal, compound `$S$`", "documented", compound("drupal", DrupalOracle.hash("$S$", PASSWORD))),
                row(
                        "drupal, compound `$P$`, `$H$`",
                        "inferred",
                        compound("drupal", DrupalOracle.hash("$H$", PASSWORD))));
    }

    private static Stream<HashRow> digests() {
        return Stream.of("md5:MD5", "sha1:SHA-1", "sha256:SHA-256", "sha512:SHA-512")
                .map(names -> names.split(":", -1))
                .map(names -> row(
                        names[0] + ", one round, no salt",
                        names[0].equals("sha1") ? "reproduced" : "documented",
                        hash(names[0], Oracle.digest(names[1], TYPED), Map.of("rounds", 1))));
    }

    private static Stream<HashRow> templates() {
        byte[] before = Oracle.digest("SHA-256", Oracle.utf8("X-grains-Y"), TYPED);
        byte[] after = Oracle.digest("SHA-256", TYPED, Oracle.utf8("X-grains-Y"));
        byte[] around = Oracle.digest("SHA-256", Oracle.utf8("grains"), TYPED, Oracle.utf8("-Y"));
        byte[] binary = Oracle.digest("SHA-256", SALT, new byte[] {0, 127}, TYPED);
        return Stream.of(
                row("digest, format `X$saltY$password`", "documented", format(before, "X-$salt-Y$password")),
                row("digest, format `$passwordX$saltY`", "documented", format(after, "$passwordX-$salt-Y")),
                row("digest, format with parts on both sides", "documented", format(around, "$salt$password-Y")),
                row(
                        "digest, binaryFormat of `$salt:`, `$0x…`, `$password:utf8`",
                        "inferred",
                        hash(
                                "sha256",
                                binary,
                                Map.of(
                                        "salt",
                                        Oracle.base64(SALT),
                                        "binaryFormat",
                                        "$salt:base64$0x007f$password:utf8"))),
                row(
                        "digest, binaryFormat with the password in hex or Base64",
                        "not confirmed",
                        hash("sha256", binary, Map.of("binaryFormat", "$password:hex"))));
    }

    private static Stream<HashRow> refused() {
        byte[] any = Oracle.digest("SHA-1", TYPED);
        Stream<HashRow> unsupported =
                Stream.of("sap_abap", "custom").map(name -> row(name, "documented", hash(name, any, Map.of())));
        Stream<HashRow> none = Stream.of(row("`{}`, or only `created`", "documented", Map.of("created", "2020-01-01")));
        return Stream.concat(unsupported, none);
    }

    static Map<String, Object> hash(String algorithm, byte[] hash, Map<String, ?> more) {
        return Map.of("hash", Oracle.base64(hash), "hashSettings", settings(algorithm, more));
    }

    static Map<String, Object> compound(String algorithm, String text) {
        return Map.of("compoundHash", text, "hashSettings", Map.of("algorithm", algorithm));
    }

    private static Map<String, Object> format(byte[] hash, String format) {
        return hash("sha256", hash, Map.of("salt", "grains", "format", format));
    }

    private static Map<String, Object> pbkdf2(String algorithm, String hmac, int length) {
        byte[] key = Oracle.pbkdf2(hmac, PASSWORD, SALT, 3000, length);
        return hash(algorithm, key, Map.of("rounds", 3000, "salt", Oracle.base64(SALT)));
    }

    private static Map<String, Object> rawBcrypt(String crypt) {
        byte[] salt = BcryptText.decode(crypt.substring(7, 29), 16);
        byte[] hash = BcryptText.decode(crypt.substring(29), 23);
        return hash("bcrypt", hash, Map.of("rounds", 32, "salt", Oracle.base64(salt)));
    }

    private static Map<String, Object> settings(String algorithm, Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put("algorithm", algorithm);
        return all;
    }

    static HashRow row(String format, String basis, Map<String, Object> object) {
        return row(format, basis, object, GigyaHashSettings.none());
    }

    private static HashRow row(String format, String basis, Map<String, Object> object, GigyaHashSettings settings) {
        return HashRow.of("Gigya", format, basis, PasswordHash.ofGigya(object, settings));
    }
}
