package io.github.auth0migration.password;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Verifies what a conversion wrote as Auth0 documents its fields, without the code under test. */
final class Auth0Reader {

    private Auth0Reader() {}

    static boolean matches(Conversion conversion, String password) {
        return conversion.<Boolean>fold(
                custom -> matches(custom.value(), password),
                field -> field.value().matches("\\$2[ab]\\$10\\$[./A-Za-z0-9]{53}")
                        && Oracle.bcryptMatches(field.value(), password),
                impossible -> {
                    throw new AssertionError(impossible.reason());
                });
    }

    private static boolean matches(Map<String, Object> form, String password) {
        Map<?, ?> hash = object(form, "hash");
        String algorithm = text(form, "algorithm");
        return switch (algorithm) {
            case "bcrypt" -> utf8(hash) && Oracle.bcryptMatches(text(hash, "value"), password);
            case "hmac" -> same(hash, hmac(hash, password));
            case "md5", "sha1", "sha256", "sha512" -> same(hash, digest(form, algorithm, password));
            case "pbkdf2" -> utf8(hash) && !form.containsKey("salt") && pbkdf2(text(hash, "value"), password);
            default -> throw new AssertionError("a conversion to " + algorithm);
        };
    }

    private static byte[] hmac(Map<?, ?> hash, String password) {
        String name = "Hmac" + text(hash, "digest").toUpperCase(Locale.ROOT);
        return Oracle.hmac(name, decoded(object(hash, "key")), Oracle.utf8(password));
    }

    private static byte[] digest(Map<String, Object> form, String algorithm, String password) {
        String name = algorithm.equals("md5") ? "MD5" : algorithm.replace("sha", "SHA-");
        byte[] typed = Oracle.utf8(password);
        if (!form.containsKey("salt")) {
            return Oracle.digest(name, typed);
        }
        Map<?, ?> salt = object(form, "salt");
        return text(salt, "position").equals("suffix")
                ? Oracle.digest(name, typed, decoded(salt))
                : Oracle.digest(name, decoded(salt), typed);
    }

    private static boolean pbkdf2(String phc, String password) {
        String[] fields = phc.split("\\$", -1);
        String[] numbers = fields[2].split("[=,]", -1);
        String hmac = "Hmac" + fields[1].substring("pbkdf2-".length()).toUpperCase(Locale.ROOT);
        int length = Integer.parseInt(numbers[3]);
        byte[] salt = Base64.getDecoder().decode(fields[3]);
        byte[] key = Oracle.pbkdf2(hmac, password, salt, Integer.parseInt(numbers[1]), length);
        return Oracle.unpadded(key).equals(fields[4]) && !phc.contains("=" + fields[4]);
    }

    private static boolean utf8(Map<?, ?> hash) {
        return text(hash, "encoding").equals("utf8");
    }

    private static boolean same(Map<?, ?> hash, byte[] computed) {
        return Oracle.base64(computed).equals(text(hash, "value"))
                && text(hash, "encoding").equals("base64");
    }

    private static byte[] decoded(Map<?, ?> object) {
        return Base64.getDecoder().decode(text(object, "value"));
    }

    private static Map<?, ?> object(Map<?, ?> form, String name) {
        return (Map<?, ?>) Objects.requireNonNull(form.get(name), name);
    }

    private static String text(Map<?, ?> form, String name) {
        return (String) Objects.requireNonNull(form.get(name), name);
    }
}
