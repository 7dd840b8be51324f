package io.github.auth0migration.password;

import io.github.auth0migration.password.Conversion.CustomPasswordHash;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code custom_password_hash} in Auth0's form, with every default that would be wrong spelled out. */
final class Auth0Form {

    private Auth0Form() {}

    static Conversion bcrypt(String crypt) {
        return of("bcrypt", Map.of("value", crypt, "encoding", "utf8"));
    }

    static Conversion hmac(HashDigest digest, byte[] key, byte[] mac) {
        Map<String, Object> hash = new LinkedHashMap<>(base64(mac));
        hash.put("digest", digest.auth0Name());
        hash.put("key", base64(key));
        return of("hmac", hash);
    }

    /** Auth0 defaults to 100000 rounds and 64 bytes: both are always written. */
    static Conversion pbkdf2(HashDigest digest, int rounds, byte[] salt, byte[] hash) {
        Base64.Encoder unpadded = Base64.getEncoder().withoutPadding();
        String phc = "$pbkdf2-" + digest.auth0Name() + "$i=" + rounds + ",l=" + hash.length + "$"
                + unpadded.encodeToString(salt) + "$" + unpadded.encodeToString(hash);
        return of("pbkdf2", Map.of("value", phc, "encoding", "utf8"));
    }

    /** A single digest with a salt on one side, or none. */
    static Conversion digest(HashDigest digest, byte[] prefix, byte[] suffix, byte[] hash) {
        if (prefix.length > 0 && suffix.length > 0) {
            return new Conversion.Impossible("Auth0 takes a salt before or after the password, but not on both sides.");
        }
        Map<String, Object> all = start(digest.auth0Name(), base64(hash));
        if (prefix.length > 0) {
            all.put("salt", salt(prefix, "prefix"));
        } else if (suffix.length > 0) {
            all.put("salt", salt(suffix, "suffix"));
        }
        return new CustomPasswordHash(all);
    }

    private static Map<String, Object> salt(byte[] salt, String position) {
        Map<String, Object> all = new LinkedHashMap<>(base64(salt));
        all.put("position", position);
        return all;
    }

    private static Map<String, Object> base64(byte[] bytes) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", Base64.getEncoder().encodeToString(bytes));
        all.put("encoding", "base64");
        return all;
    }

    private static Conversion of(String algorithm, Map<String, Object> hash) {
        return new CustomPasswordHash(start(algorithm, hash));
    }

    private static Map<String, Object> start(String algorithm, Map<String, Object> hash) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("algorithm", algorithm);
        all.put("hash", hash);
        return all;
    }
}
