package io.github.auth0migration.docs;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import io.github.auth0migration.testsupport.Marked;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Invented accounts of Gigya, with password hashes that the JDK and password4j made. */
final class GigyaAccounts {

    static final String PASSWORD = Marked.secret("Grün ✓");
    private static final byte[] SALT = "sixteen bytes!!!".getBytes(StandardCharsets.UTF_8);
    private static final String BCRYPT64 = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private GigyaAccounts() {}

    /**
     * A password as Gigya keeps it.
     *
     * @param name what kind it is
     * @param object the password object
     */
    record Password(String name, Map<String, Object> object) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Password> convertible() {
        return Stream.of(
                new Password("pbkdf2", pbkdf2("pbkdf2", "HmacSHA1", 16)),
                new Password("pbkdf2_sha256", pbkdf2("pbkdf2_sha256", "HmacSHA256", 32)),
                new Password("pbkdf2_sha512", pbkdf2("pbkdf2_sha512", "HmacSHA512", 20)),
                new Password("bcrypt, cost 10", compound("bcrypt", bcrypt(10))),
                new Password("bcrypt, other cost", compound("bcrypt", bcrypt(5))),
                new Password("bcrypt, $2y$", compound("bcrypt", bcrypt(10).replace("$2b$", "$2y$"))),
                new Password("bcrypt, raw", rawBcrypt(bcrypt(5))),
                new Password("md5", digest("md5", "MD5", "", "", Map.of("rounds", 1))),
                new Password("sha1", digest("sha1", "SHA-1", "", "", Map.of())),
                new Password("sha256", digest("sha256", "SHA-256", "", "", Map.of())),
                new Password("sha512", digest("sha512", "SHA-512", "", "", Map.of())),
                new Password(
                        "sha256, salt before",
                        digest("sha256", "SHA-256", "X-gräins-Y", "", salted("X-$salt-Y$password"))),
                new Password(
                        "sha256, salt after",
                        digest("sha256", "SHA-256", "", "X-gräins-Y", salted("$passwordX-$salt-Y"))));
    }

    static Stream<Password> notConvertible() {
        return Stream.of(
                new Password("none", Map.of("created", "2020-01-01T00:00:00Z")),
                new Password("both sides", digest("sha256", "SHA-256", "gräins", "-Y", salted("$salt$password-Y"))),
                new Password("more rounds", digest("sha256", "SHA-256", "", "", Map.of("rounds", 2))),
                new Password("salt without format", digest("sha256", "SHA-256", "", "", Map.of("salt", "AAAA"))),
                new Password(
                        "binaryFormat", digest("sha256", "SHA-256", "", "", Map.of("binaryFormat", "$password:utf8"))),
                new Password("undocumented setting", digest("sha256", "SHA-256", "", "", Map.of("pepper", "x"))),
                new Password("another digest's length", digest("sha256", "SHA-1", "", "", Map.of())),
                new Password("sha1_hashbytes", digest("sha1_hashbytes", "SHA-1", "", "", Map.of())),
                new Password("md5_crypt", compound("md5_crypt", "$1$abcdefgh$qt0KYaDUDa1.PaJF48eyb0")),
                new Password("custom", digest("custom", "SHA-1", "", "", Map.of())),
                new Password("bcrypt, $2x$", compound("bcrypt", bcrypt(5).replace("$2b$", "$2x$"))),
                new Password("bcrypt, cut", compound("bcrypt", bcrypt(5).substring(0, 59))),
                new Password(
                        "over-padded salt", with(pbkdf2("pbkdf2_sha256", "HmacSHA256", 32), "salt", "c2l4dGVlbg===")),
                new Password("no salt", with(pbkdf2("pbkdf2_sha256", "HmacSHA256", 32), "salt", "")),
                new Password("rounds as text", with(pbkdf2("pbkdf2_sha256", "HmacSHA256", 32), "rounds", "3000")),
                new Password("key too short", pbkdf2("pbkdf2_sha256", "HmacSHA256", 8)));
    }

    /** An account with everything that Gigya may say of one. */
    static Map<String, Object> account(String uid, Map<String, Object> password) {
        String email = uid + "@example.com";
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("UID", uid);
        account.put("loginIDs", Map.of("username", uid, "emails", List.of(email), "unverifiedEmails", List.of()));
        account.put("emails", Map.of("verified", List.of(email), "unverified", List.of()));
        account.put("isActive", true);
        account.put("isRegistered", true);
        account.put("isVerified", true);
        account.put("isLockedOut", false);
        account.put("created", "2019-05-06T07:08:09.123Z");
        account.put("lastUpdated", "2024-05-06T07:08:09.123Z");
        account.put("lastUpdatedTimestamp", 1714979289123L);
        account.put(
                "profile",
                Map.of(
                        "email", email,
                        "firstName", "Ada &amp; Co",
                        "lastName", "Winter",
                        "photoURL", "https://example.com/ada.png",
                        "city", "Sample Town"));
        account.put("data", Map.of("newsletter", true, "dotted.name", "dropped"));
        account.put("identities", List.of(Map.of("provider", "site", "providerUID", uid)));
        account.put("socialProviders", "site");
        account.put("regSource", "https://www.example.com/");
        account.put("password", password);
        return account;
    }

    /** The account of a person who has such a password; its UID is made of the kind's name. */
    static Map<String, Object> account(Password password) {
        return account(password.name().replaceAll("[^a-z0-9]+", "-"), password.object());
    }

    private static Map<String, Object> salted(String format) {
        return Map.of("salt", "gräins", "format", format);
    }

    private static Map<String, Object> digest(
            String algorithm, String digest, String before, String after, Map<String, ?> more) {
        try {
            byte[] typed = (before + PASSWORD + after).getBytes(StandardCharsets.UTF_8);
            return hash(algorithm, MessageDigest.getInstance(digest).digest(typed), more);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> pbkdf2(String algorithm, String hmac, int length) {
        try {
            PBEKeySpec spec = new PBEKeySpec(PASSWORD.toCharArray(), SALT, 3000, length * 8);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2With" + hmac)
                    .generateSecret(spec)
                    .getEncoded();
            return hash(algorithm, key, Map.of("rounds", 3000, "salt", base64(SALT)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String bcrypt(int cost) {
        return BcryptFunction.getInstance(Bcrypt.B, cost).hash(PASSWORD).getResult();
    }

    private static Map<String, Object> rawBcrypt(String crypt) {
        Map<String, ?> more = Map.of("rounds", 32, "salt", base64(bytes(crypt.substring(7, 29))));
        return hash("bcrypt", bytes(crypt.substring(29)), more);
    }

    private static byte[] bytes(String bcrypt64) {
        StringBuilder usual = new StringBuilder();
        bcrypt64.chars().forEach(c -> usual.append(BASE64.charAt(BCRYPT64.indexOf(c))));
        return Base64.getDecoder().decode(usual.toString());
    }

    private static Map<String, Object> compound(String algorithm, String text) {
        return Map.of("compoundHash", text, "hashSettings", Map.of("algorithm", algorithm));
    }

    private static Map<String, Object> hash(String algorithm, byte[] hash, Map<String, ?> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("algorithm", algorithm);
        return Map.of("hash", base64(hash), "hashSettings", settings, "created", "2020-01-01T00:00:00Z");
    }

    private static Map<String, Object> with(Map<String, Object> password, String name, Object value) {
        Map<String, Object> settings = Dataflow.JSON.convertValue(password.get("hashSettings"), Dataflow.OBJECT);
        settings.put(name, value);
        return Map.of("hash", password.get("hash"), "hashSettings", settings);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
