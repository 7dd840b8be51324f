package io.github.auth0migration.password;

import static io.github.auth0migration.password.HashRow.PASSWORD;

import io.github.auth0migration.testsupport.Marked;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Hashes of Gigya's algorithms that name no way of joining their parts: one row for each way, hashed by the JDK. */
final class GigyaUntoldRows {

    private static final String BASIS = "not told";
    private static final byte[] NONE = {};
    private static final byte[] SALT = {'g', 'r', (byte) 0xff, '{', 'n'};
    private static final byte[] TEXT_SALT = Oracle.utf8("gräins");
    private static final byte[] TYPED = Oracle.utf8(PASSWORD);

    /** Has a form in the code page of SQL Server. */
    private static final String WESTERN = Marked.secret("Pässwört €");

    private GigyaUntoldRows() {}

    static Stream<HashRow> all() {
        return Stream.of(encodings(), sides(), rounds(), hexa(), hashBytes(), GigyaNestedRows.all())
                .flatMap(rows -> rows);
    }

    private static Stream<HashRow> encodings() {
        return Stream.of("utf16:UTF-16LE", "utf16:UTF-16BE", "utf32:UTF-32LE", "utf32:UTF-32BE")
                .map(names -> names.split(":", -1))
                .map(names -> row(
                        "digest, binaryFormat with `$password:" + names[0] + "`: " + names[1],
                        "sha256",
                        Oracle.digest("SHA-256", SALT, PASSWORD.getBytes(Charset.forName(names[1]))),
                        Map.of("salt", Oracle.base64(SALT), "binaryFormat", "$salt:base64$password:" + names[0])));
    }

    private static Stream<HashRow> sides() {
        return Stream.of(
                row(
                        "digest, salt without format: salt + password",
                        "sha256",
                        Oracle.digest("SHA-256", SALT, TYPED),
                        salted()),
                row(
                        "digest, salt without format: password + salt",
                        "md5",
                        Oracle.digest("MD5", TYPED, SALT),
                        salted()));
    }

    private static Stream<HashRow> rounds() {
        Map<String, Object> format = Map.of("salt", "grains", "format", "$salt$password-Y");
        byte[] grains = Oracle.utf8("grains");
        byte[] end = Oracle.utf8("-Y");
        return Stream.of(
                        repeated("digest, rounds > 1, no salt: ", "md5", "MD5", NONE, NONE, Map.of(), false),
                        repeated("digest, rounds > 1, format: ", "sha1", "SHA-1", grains, end, format, true),
                        repeated(
                                "digest, rounds > 1, salt + password: ",
                                "sha256",
                                "SHA-256",
                                SALT,
                                NONE,
                                salted(),
                                true),
                        repeated(
                                "digest, rounds > 1, password + salt: ",
                                "sha512",
                                "SHA-512",
                                NONE,
                                SALT,
                                salted(),
                                true))
                .flatMap(rows -> rows);
    }

    private static Stream<HashRow> repeated(
            String label,
            String name,
            String jdk,
            byte[] prefix,
            byte[] suffix,
            Map<String, Object> more,
            boolean salted) {
        Stream<HashRow> plain = Stream.of(
                row(label + "then the digest alone", name, three(jdk, prefix, suffix, d -> d, false), three(more)),
                row(label + "then its hex alone", name, three(jdk, prefix, suffix, Oracle::hex, false), three(more)));
        Stream<HashRow> again = Stream.of(
                row(
                        label + "then the digest for the password",
                        name,
                        three(jdk, prefix, suffix, d -> d, true),
                        three(more)),
                row(
                        label + "then its hex for the password",
                        name,
                        three(jdk, prefix, suffix, Oracle::hex, true),
                        three(more)));
        return salted ? Stream.concat(plain, again) : plain;
    }

    private static byte[] three(String jdk, byte[] prefix, byte[] suffix, UnaryOperator<byte[]> text, boolean again) {
        byte[] first = Oracle.digest(jdk, prefix, TYPED, suffix);
        byte[] before = again ? prefix : NONE;
        byte[] after = again ? suffix : NONE;
        byte[] second = Oracle.digest(jdk, before, text.apply(first), after);
        return Oracle.digest(jdk, before, text.apply(second), after);
    }

    private static Stream<HashRow> hexa() {
        byte[] one = Oracle.digest("SHA-512", TYPED);
        String hex = new String(Oracle.hex(one), StandardCharsets.US_ASCII);
        Stream<HashRow> forms = Stream.of(
                row("sha512Hexa, Base64 of the digest", "sha512Hexa", one, Map.of()),
                row("sha512Hexa, Base64 of its hex", "sha512Hexa", Oracle.hex(one), Map.of()),
                row(
                        "sha512Hexa, Base64 of its hex in capitals",
                        "sha512Hexa",
                        Oracle.upperHex(one),
                        Map.of("rounds", 1)),
                row("sha512Hexa, its hex", "sha512Hexa", Base64.getDecoder().decode(hex), Map.of()),
                row("sha512Hexa, salt + password", "sha512Hexa", Oracle.digest("SHA-512", SALT, TYPED), salted()),
                row("sha512Hexa, password + salt", "sha512Hexa", Oracle.digest("SHA-512", TYPED, SALT), salted()));
        return Stream.concat(forms, repeatedBefore("sha512Hexa, rounds > 1: ", "sha512Hexa", "SHA-512"));
    }

    private static Stream<HashRow> repeatedBefore(String label, String name, String jdk) {
        Stream<HashRow> capitals = Stream.of(
                row(
                        label + "then its hex in capitals alone",
                        name,
                        three(jdk, SALT, NONE, Oracle::upperHex, false),
                        three(salted())),
                row(
                        label + "then its hex in capitals for the password",
                        name,
                        three(jdk, SALT, NONE, Oracle::upperHex, true),
                        three(salted())));
        return Stream.concat(repeated(label, name, jdk, SALT, NONE, salted(), true), capitals);
    }

    private static Stream<HashRow> hashBytes() {
        Stream<HashRow> rounds = repeatedBefore("sha1_hashbytes, rounds > 1: ", "sha1_hashbytes", "SHA-1");
        Stream<HashRow> once = Stream.of(
                        "UTF-16LE:nvarchar", "UTF-8:varchar in UTF-8", "windows-1252:varchar in code page 1252")
                .map(names -> names.split(":", -1))
                .flatMap(names -> hashBytes(Charset.forName(names[0]), "sha1_hashbytes, " + names[1]));
        return Stream.concat(once, rounds);
    }

    private static Stream<HashRow> hashBytes(Charset type, String label) {
        byte[] typed = WESTERN.getBytes(type);
        byte[] text = "gräins".getBytes(type);
        Map<String, Object> asText = Map.of("salt", Oracle.base64(TEXT_SALT));
        Map<String, Object> format = Map.of("salt", "gräins", "format", "X$salt$password");
        return Stream.of(
                bytes(label + ", no salt", Map.of(), typed),
                bytes(label + ", salt in bytes + password", salted(), SALT, typed),
                bytes(label + ", password + salt in bytes", salted(), typed, SALT),
                bytes(label + ", salt as such a text + password", asText, text, typed),
                bytes(label + ", password + salt as such a text", asText, typed, text),
                bytes(label + ", format", format, "X".getBytes(type), text, typed));
    }

    private static HashRow bytes(String label, Map<String, Object> more, byte[]... parts) {
        return row(label, "sha1_hashbytes", Oracle.digest("SHA-1", parts), more).withPassword(WESTERN);
    }

    static Map<String, Object> salted() {
        return Map.of("salt", Oracle.base64(SALT));
    }

    private static Map<String, Object> three(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put("rounds", 3);
        return all;
    }

    static HashRow row(String format, String algorithm, byte[] hash, Map<String, ?> more) {
        return GigyaRows.row(format, BASIS, GigyaRows.hash(algorithm, hash, more));
    }
}
