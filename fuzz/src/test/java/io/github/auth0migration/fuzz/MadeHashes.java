package io.github.auth0migration.fuzz;

import static io.github.auth0migration.fuzz.Made.base64;
import static io.github.auth0migration.fuzz.Made.digest;
import static io.github.auth0migration.fuzz.Made.hex;
import static io.github.auth0migration.fuzz.Made.utf8;

import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.password.PasswordHash;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hashes of one password and one salt, in many formats. */
final class MadeHashes {

    private static final byte[] NONE = {};
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("windows-1252"));

    private final String password;
    private final String salt;
    private final byte[] typed;
    private final byte[] grains;

    MadeHashes(String password, String salt) {
        this.password = password;
        this.salt = salt;
        this.typed = utf8(password);
        this.grains = utf8(salt);
    }

    Map<String, ParsedHash> all() {
        Map<String, ParsedHash> all = new LinkedHashMap<>();
        stormpath(all);
        plainGigya(all);
        untoldGigya(all);
        auth0(all);
        return all;
    }

    /** {@return whether another password, in an encoding and on a side of the salt, is the same bytes} */
    boolean isAlsoMadeOf(String other) {
        Set<String> same = joined(password);
        same.retainAll(joined(other));
        return !same.isEmpty();
    }

    private Set<String> joined(String any) {
        Set<String> all = new HashSet<>();
        for (Charset encoding : ENCODINGS) {
            for (byte[] around : List.of(NONE, grains, salt.getBytes(encoding))) {
                all.add(base64(digest("SHA-512", around, any.getBytes(encoding))));
                all.add(base64(digest("SHA-512", any.getBytes(encoding), around)));
            }
        }
        return all;
    }

    private void stormpath(Map<String, ParsedHash> all) {
        String mac = "$stormpath1$" + base64(grains) + "$" + base64(Made.hmac(grains, typed));
        String once = "$stormpath2$SHA-384$1$" + base64(grains) + "$" + base64(digest("SHA-384", grains, typed));
        byte[] twice = digest("SHA-1", digest("SHA-1", grains, typed));
        all.put("stormpath1", PasswordHash.ofStormpath(mac));
        all.put("stormpath2", PasswordHash.ofStormpath(once));
        all.put(
                "stormpath2, 2 rounds",
                PasswordHash.ofStormpath("$stormpath2$SHA-1$2$" + base64(grains) + "$" + base64(twice)));
    }

    private void plainGigya(Map<String, ParsedHash> all) {
        all.put("format first", gigya("sha512", digest("SHA-512", grains, typed), format("$salt$password")));
        all.put("format last", gigya("sha256", digest("SHA-256", typed, grains), format("$password$salt")));
        all.put("pbkdf2", gigya("pbkdf2_sha256", Made.pbkdf2(password, grains, 2), salted(2)));
    }

    private void untoldGigya(Map<String, ParsedHash> all) {
        byte[] first = digest("SHA-1", grains, typed);
        byte[] merged = utf8(password + "{" + salt + "}");
        byte[] utf16 = password.getBytes(StandardCharsets.UTF_16LE);
        all.put("salt first", gigya("sha1", first, salted(1)));
        all.put("salt last", gigya("md5", digest("MD5", typed, grains), salted(1)));
        all.put("2 rounds", gigya("sha1", digest("SHA-1", grains, hex(first)), salted(2)));
        all.put("hashbytes", gigya("sha1_hashbytes", digest("SHA-1", utf16, grains), salted(1)));
        all.put("double", gigya("md5_double_salted", digest("MD5", hex(digest("MD5", typed)), grains), salted(1)));
        all.put("hexa", gigya("sha512Hexa", hex(digest("SHA-512", grains, typed)), salted(1)));
        all.put("symphony2", gigya("symphony2", digest("MD5", digest("MD5", merged), merged), salted(2)));
    }

    private void auth0(Map<String, ParsedHash> all) {
        Map<String, Object> hash = Map.of("value", base64(digest("SHA-256", typed, grains)), "encoding", "base64");
        Map<String, Object> last = Map.of("value", salt, "position", "suffix");
        all.put("auth0", PasswordHash.ofAuth0(Map.of("algorithm", "sha256", "hash", hash, "salt", last)));
    }

    private static ParsedHash gigya(String algorithm, byte[] hash, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("algorithm", algorithm);
        return PasswordHash.ofGigya(Map.of("hash", base64(hash), "hashSettings", settings), GigyaHashSettings.none());
    }

    private Map<String, Object> format(String format) {
        return Map.of("salt", salt, "format", format);
    }

    private Map<String, Object> salted(int rounds) {
        return Map.of("salt", base64(grains), "rounds", rounds);
    }
}
