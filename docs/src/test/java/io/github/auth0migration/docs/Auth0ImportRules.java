package io.github.auth0migration.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Auth0 takes as a record of a bulk import.
 *
 * @see <a href="https://auth0.com/docs/manage-users/user-migration/bulk-user-import-database-schema-and-examples">its schema</a>
 */
final class Auth0ImportRules {

    private static final Set<String> FIELDS = Set.of(
            "email",
            "email_verified",
            "user_id",
            "username",
            "given_name",
            "family_name",
            "name",
            "nickname",
            "picture",
            "blocked",
            "phone_number",
            "phone_verified",
            "user_metadata",
            "app_metadata",
            "mfa_factors",
            "password_hash",
            "custom_password_hash");
    private static final Map<String, String> FORMS = Map.of(
            "email", "[^@\\s]{1,64}@[^@\\s]+",
            "user_id", "(?!auth0\\|)\\S{1,255}",
            "username", "\\S{1,128}",
            "given_name", ".{1,150}",
            "family_name", ".{1,150}",
            "name", ".{1,300}",
            "nickname", ".{1,300}",
            "picture", "https?://.+",
            "password_hash", "\\$2[ab]\\$10\\$[./A-Za-z0-9]{53}");
    private static final Map<String, String> HASHES = Map.of(
            "bcrypt", "\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}",
            "pbkdf2", "\\$pbkdf2-(sha1|sha256|sha512)\\$i=[0-9]+,l=[0-9]+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+",
            "md5", "[A-Za-z0-9+/]{22}==",
            "sha1", "[A-Za-z0-9+/]{27}=",
            "sha256", "[A-Za-z0-9+/]{43}=",
            "sha512", "[A-Za-z0-9+/]{86}==");

    private Auth0ImportRules() {}

    /** What a record breaks; it names fields only. */
    static List<String> broken(Map<String, ?> user) {
        List<String> broken = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(user.keySet());
        unknown.removeAll(FIELDS);
        unknown.forEach(name -> broken.add("unknown field " + name));
        if (!user.containsKey("email")) {
            broken.add("email is missing");
        }
        FORMS.forEach((name, form) -> {
            if (user.containsKey(name) && !(user.get(name) instanceof String text && text.matches(form))) {
                broken.add(name);
            }
        });
        for (String name : List.of("email_verified", "blocked")) {
            if (user.containsKey(name) && !(user.get(name) instanceof Boolean)) {
                broken.add(name + " is no truth value");
            }
        }
        if (user.containsKey("password_hash") && user.containsKey("custom_password_hash")) {
            broken.add("both hashes");
        }
        if (user.get("custom_password_hash") instanceof Map<?, ?> hash && !isHash(hash)) {
            broken.add("custom_password_hash");
        }
        if (user.get("user_metadata") instanceof Map<?, ?> metadata && hasForbiddenName(metadata)) {
            broken.add("user_metadata");
        }
        return broken;
    }

    private static boolean isHash(Map<?, ?> custom) {
        String algorithm = String.valueOf(custom.get("algorithm"));
        boolean derived = algorithm.equals("bcrypt") || algorithm.equals("pbkdf2");
        return custom.get("hash") instanceof Map<?, ?> hash
                && Set.of("value", "encoding").equals(hash.keySet())
                && String.valueOf(hash.get("value")).matches(HASHES.getOrDefault(algorithm, "(?!)"))
                && hash.get("encoding").equals(derived ? "utf8" : "base64")
                && (custom.get("salt") == null || (!derived && isSalt(custom.get("salt"))));
    }

    private static boolean isSalt(Object salt) {
        return salt instanceof Map<?, ?> all
                && Set.of("value", "encoding", "position").equals(all.keySet())
                && List.of("prefix", "suffix").contains(String.valueOf(all.get("position")))
                && List.of("utf8", "hex", "base64").contains(String.valueOf(all.get("encoding")));
    }

    private static boolean hasForbiddenName(Object value) {
        return value instanceof Map<?, ?> map
                && map.entrySet().stream()
                        .anyMatch(entry -> String.valueOf(entry.getKey()).matches(".*[.$].*")
                                || hasForbiddenName(entry.getValue()));
    }
}
