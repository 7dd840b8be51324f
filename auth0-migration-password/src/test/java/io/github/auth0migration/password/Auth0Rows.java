package io.github.auth0migration.password;

import static io.github.auth0migration.password.HashRow.PASSWORD;

import com.password4j.types.Argon2;
import com.password4j.types.Bcrypt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Auth0's own form, hashed by others. */
final class Auth0Rows {

    private static final byte[] SALT = Oracle.utf8("sixteen bytes!!!");
    private static final byte[] TYPED = Oracle.utf8(PASSWORD);

    private Auth0Rows() {}

    static Stream<HashRow> all() {
        return Stream.of(memoryHard(), macs(), digests(), ldap(), pbkdf2(), encodings(), OpenSslRows.all(), refused())
                .flatMap(rows -> rows);
    }

    private static Stream<HashRow> memoryHard() {
        return Stream.of(
                text("argon2", "argon2d, v 16", Oracle.argon2(Argon2.D, 16, PASSWORD)),
                text("argon2", "argon2d, v 19", Oracle.argon2(Argon2.D, 19, PASSWORD)),
                text("argon2", "argon2i, v 16", Oracle.argon2(Argon2.I, 16, PASSWORD)),
                text("argon2", "argon2i, v 19", Oracle.argon2(Argon2.I, 19, PASSWORD)),
                text("argon2", "argon2id, v 16", Oracle.argon2(Argon2.ID, 16, PASSWORD)),
                text("argon2", "argon2id, v 19", Oracle.argon2(Argon2.ID, 19, PASSWORD)),
                text("bcrypt", "bcrypt", Oracle.bcrypt(Bcrypt.Y, 5, PASSWORD)),
                bcrypt("prefix", "salt" + PASSWORD),
                bcrypt("suffix", PASSWORD + "salt"),
                scrypt("hex", "default cost", 16384, 8, 1, Map.of("keylen", 32)),
                scrypt(
                        "base64",
                        "other cost",
                        1024,
                        4,
                        2,
                        Map.of("keylen", 64, "cost", 1024, "blockSize", 4, "parallelization", 2)));
    }

    private static HashRow bcrypt(String position, String hashed) {
        Map<String, Object> form = form("bcrypt", hash(Oracle.bcrypt(Bcrypt.B, 5, hashed), "utf8"));
        form.put("salt", Map.of("value", "salt", "position", position));
        return row("bcrypt, salt as " + position, form);
    }

    private static HashRow scrypt(
            String encoding, String name, int cost, int size, int lanes, Map<String, Integer> more) {
        byte[] key = Oracle.scrypt(PASSWORD, "salt", cost, size, lanes, more.getOrDefault("keylen", 0));
        Map<String, Object> form = form("scrypt", hash(encoded(encoding, key), encoding));
        form.put("salt", Map.of("value", "salt"));
        form.putAll(more);
        return row("scrypt, " + name, form);
    }

    private static Stream<HashRow> macs() {
        return Stream.of("md5", "sha1", "sha224", "sha256", "sha384", "sha512").map(digest -> {
            byte[] mac = Oracle.hmac("Hmac" + digest, SALT, TYPED);
            Map<String, Object> hash = new LinkedHashMap<>(hash(encoded("hex", mac), "hex"));
            hash.put("digest", digest);
            hash.put("key", Map.of("value", encoded("base64", SALT), "encoding", "base64"));
            return row("hmac, " + digest, form("hmac", hash));
        });
    }

    private static Stream<HashRow> digests() {
        return Stream.of("md5:MD5", "sha1:SHA-1", "sha256:SHA-256", "sha512:SHA-512")
                .map(names -> names.split(":", -1))
                .flatMap(names -> Stream.of(
                        row(
                                names[0] + ", hex, no salt",
                                form(names[0], hash(encoded("hex", Oracle.digest(names[1], TYPED)), "hex"))),
                        salted(names, "prefix", "hex", Oracle.digest(names[1], SALT, TYPED)),
                        salted(names, "suffix", "url", Oracle.digest(names[1], TYPED, SALT))));
    }

    private static HashRow salted(String[] names, String position, String encoding, byte[] digest) {
        String named = encoding.equals("url") ? "base64" : encoding;
        Map<String, Object> form = form(names[0], hash(encoded(encoding, digest), named));
        form.put("salt", Map.of("value", encoded("hex", SALT), "encoding", "hex", "position", position));
        return row(
                names[0] + ", " + (encoding.equals("url") ? "URL-safe base64" : "hex") + ", salt as " + position, form);
    }

    private static Stream<HashRow> ldap() {
        return Stream.of("MD5:MD5", "SHA:SHA-1", "SHA224:SHA-224", "SHA256:SHA-256", "SHA384:SHA-384", "SHA512:SHA-512")
                .map(names -> names.split(":", -1))
                .flatMap(names -> Stream.of(
                        text(
                                "ldap",
                                "ldap {" + names[0] + "}",
                                "{" + names[0] + "}" + Oracle.base64(Oracle.digest(names[1], TYPED))),
                        text(
                                "ldap",
                                "ldap {S" + names[0] + "}",
                                "{s" + names[0] + "}"
                                        + Oracle.base64(Bytes.concat(Oracle.digest(names[1], TYPED, SALT), SALT)))));
    }

    private static Stream<HashRow> pbkdf2() {
        String key = Oracle.unpadded(Oracle.pbkdf2("HmacSHA512", PASSWORD, SALT, 100_000, 64));
        Stream<HashRow> defaults = Stream.of(text(
                "pbkdf2",
                "pbkdf2-sha512, default rounds and length",
                "$pbkdf2-sha512$" + Oracle.unpadded(SALT) + "$" + key));
        return Stream.concat(
                defaults,
                Stream.of("sha1", "sha224", "sha256", "sha384", "sha512").map(digest -> {
                    byte[] hash = Oracle.pbkdf2("HmacSHA" + digest.substring(3), PASSWORD, SALT, 1000, 40);
                    String phc =
                            "$pbkdf2-" + digest + "$i=1000,l=40$" + Oracle.unpadded(SALT) + "$" + Oracle.unpadded(hash);
                    return text("pbkdf2", "pbkdf2-" + digest, phc);
                }));
    }

    private static Stream<HashRow> encodings() {
        return Stream.of(
                encoded("utf16le", StandardCharsets.UTF_16LE, PASSWORD),
                encoded("ucs2", StandardCharsets.UTF_16LE, PASSWORD),
                encoded("latin1", StandardCharsets.ISO_8859_1, "5ecr3t-Pässwört"),
                encoded("binary", StandardCharsets.ISO_8859_1, "5ecr3t-Pässwört"),
                encoded("ascii", StandardCharsets.US_ASCII, "5ecr3t-Password"));
    }

    private static Stream<HashRow> refused() {
        return Stream.of(
                text("bcrypt", "bcrypt `$2x$`", StormpathRows.BUGGY),
                text("ldap", "ldap {CRYPT}", "{CRYPT}AAAA"),
                text("pbkdf2", "pbkdf2-md5", "$pbkdf2-md5$i=1,l=16$AAAA$AAAAAAAAAAAAAAAAAAAAAA"),
                text("pbkdf2", "pbkdf2-mdc2", "$pbkdf2-mdc2$i=1,l=16$AAAA$AAAAAAAAAAAAAAAAAAAAAA"));
    }

    private static HashRow encoded(String name, Charset charset, String password) {
        byte[] digest = Oracle.digest("SHA-256", password.getBytes(charset));
        Map<String, Object> form = form("sha256", hash(encoded("hex", digest), "hex"));
        form.put("password", Map.of("encoding", name));
        return row("sha256, password.encoding " + name, form).withPassword(password);
    }

    private static String encoded(String encoding, byte[] bytes) {
        return switch (encoding) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            default -> Oracle.base64(bytes);
        };
    }

    static HashRow text(String algorithm, String name, String value) {
        return row(name, form(algorithm, hash(value, "utf8")));
    }

    static Map<String, Object> hash(String value, String encoding) {
        return Map.of("value", value, "encoding", encoding);
    }

    static Map<String, Object> form(String algorithm, Map<String, Object> hash) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("algorithm", algorithm);
        form.put("hash", hash);
        return form;
    }

    static HashRow row(String name, Map<String, Object> form) {
        return HashRow.of("Auth0", name, "documented", PasswordHash.ofAuth0(form));
    }
}
