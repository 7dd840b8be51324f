package io.github.auth0migration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Auth0 accepts in a profile, after its <a
 * href="https://auth0.com/docs/manage-users/user-accounts/user-profiles/user-profile-structure">profile structure</a>
 * and <a href="https://auth0.com/docs/manage-users/user-accounts/metadata/metadata-fields-data">metadata</a> pages.
 * Where two of its pages differ, the smaller limit.
 */
final class Auth0Rules {

    static final int MAX_USER_ID = 255;
    static final int MAX_EMAIL = 254;
    static final int MAX_EMAIL_LOCAL = 64;
    static final int MAX_NAME = 150;
    static final int MAX_NICKNAME = 300;
    static final int MAX_PICTURE = 2048;
    static final int MAX_FACTORS = 10;
    static final int MAX_PROFILE_BYTES = 10 * 1024;

    /** What the stamp of the login script may add to a profile. */
    static final int STAMP_BYTES = 1536;

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9@^$.!`\\-#+'~_]{1,128}");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{1,15}");
    private static final Set<String> FORBIDDEN_APP_METADATA = Set.of(
            "__tenant",
            "_id",
            "blocked",
            "clientID",
            "created_at",
            "email_verified",
            "email",
            "globalClientID",
            "global_client_id",
            "identities",
            "lastIP",
            "lastLogin",
            "loginsCount",
            "metadata",
            "multifactor_last_modified",
            "multifactor",
            "updated_at",
            "user_id");

    private final Consumer<Caveat> caveats;

    Auth0Rules(Consumer<Caveat> caveats) {
        this.caveats = caveats;
    }

    static boolean isUserId(String id) {
        return !id.isEmpty() && id.length() <= MAX_USER_ID && id.codePoints().noneMatch(Auth0Rules::isSpaceOrControl);
    }

    static String userId(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw new InvalidUserException("userId is missing");
        }
        if (!isUserId(id)) {
            throw new InvalidUserException(
                    "userId must have at most " + MAX_USER_ID + " characters and no white space");
        }
        if (id.startsWith("auth0|")) {
            throw new InvalidUserException("userId must not begin with auth0|: Auth0 adds that itself");
        }
        return id;
    }

    static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        boolean wellFormed = at > 0 && at == email.lastIndexOf('@') && at < email.length() - 1;
        if (!wellFormed || email.codePoints().anyMatch(Auth0Rules::isSpaceOrControl)) {
            throw new InvalidUserException("email must be one address with one @ and no white space");
        }
        if (email.length() > MAX_EMAIL || at > MAX_EMAIL_LOCAL) {
            throw new InvalidUserException("email must have at most " + MAX_EMAIL + " characters, " + MAX_EMAIL_LOCAL
                    + " of them before the @");
        }
        return email;
    }

    private static boolean isSpaceOrControl(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    @Nullable
    String username(@Nullable String username) {
        String clean = text("username", username, Integer.MAX_VALUE);
        boolean addressShaped = clean != null && clean.indexOf('@') > 0 && !clean.endsWith("@");
        return clean == null || (USERNAME.matcher(clean).matches() && !addressShaped) ? clean : drop("username");
    }

    @Nullable
    String phone(@Nullable String phone) {
        return phone == null || PHONE.matcher(phone).matches() ? phone : drop("phone_number");
    }

    @Nullable
    String picture(@Nullable String picture) {
        String clean = text("picture", picture, Integer.MAX_VALUE);
        return clean == null || (clean.length() <= MAX_PICTURE && isWebAddress(clean)) ? clean : drop("picture");
    }

    private static boolean isWebAddress(String text) {
        if (text.chars().anyMatch(c -> c > 0x7e)) {
            return false;
        }
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Blank counts as absent; control characters go; what is too long is cut between characters. */
    @Nullable
    String text(String field, @Nullable String value, int max) {
        if (value == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder(value.length());
        value.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        String clean = kept.toString().strip();
        if (clean.length() > max) {
            caveats.accept(new Caveat(Caveat.Kind.FIELD_SHORTENED, field));
            int end = Character.isHighSurrogate(clean.charAt(max - 1)) ? max - 1 : max;
            clean = clean.substring(0, end).strip();
        }
        return clean.isEmpty() ? null : clean;
    }

    List<MfaFactor> factors(List<MfaFactor> factors) {
        if (factors.size() <= MAX_FACTORS) {
            return List.copyOf(factors);
        }
        caveats.accept(new Caveat(Caveat.Kind.FIELD_SHORTENED, "mfa_factors"));
        return List.copyOf(factors.subList(0, MAX_FACTORS));
    }

    Map<String, Object> userMetadata(Map<String, ? extends @Nullable Object> metadata) {
        return copyMap("user_metadata", metadata);
    }

    Map<String, Object> appMetadata(Map<String, ? extends @Nullable Object> metadata) {
        Map<String, Object> copy = copyMap("app_metadata", metadata);
        for (String forbidden : FORBIDDEN_APP_METADATA) {
            if (copy.remove(forbidden) != null) {
                drop("app_metadata." + forbidden);
            }
        }
        return copy;
    }

    private Map<String, Object> copyMap(String path, Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name) || name.isEmpty() || name.contains(".") || name.contains("$")) {
                drop(path + "[key with . or $]");
                return;
            }
            Object kept = copyValue(path + "." + name, value);
            if (kept != null) {
                copy.put(name, kept);
            }
        });
        return copy;
    }

    private @Nullable Object copyValue(String path, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || isImmutableNumber(value)) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return copyMap(path, map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                Object kept = copyValue(path, element);
                if (kept != null) {
                    copy.add(kept);
                }
            }
            return copy;
        }
        return drop(path);
    }

    /** What JSON can write and nobody can change afterwards. */
    private static boolean isImmutableNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof BigDecimal
                || (value instanceof Double d && Double.isFinite(d))
                || (value instanceof Float f && Float.isFinite(f));
    }

    /** Leaves out the largest entries until the rest fits, and returns how many bytes that saved. */
    int shrink(String field, Map<String, Object> metadata, int excess) {
        if (excess <= 0) {
            return 0;
        }
        Map<String, Integer> sizes = new HashMap<>();
        metadata.forEach((key, value) -> sizes.put(key, ProfileJson.bytes(Map.of(key, value)) - 1));
        List<String> largestFirst = new ArrayList<>(metadata.keySet());
        // Stable, so that both scripts leave out the same.
        largestFirst.sort(Comparator.comparing(sizes::get, Comparator.reverseOrder()));
        int saved = 0;
        for (String key : largestFirst) {
            if (saved >= excess) {
                break;
            }
            saved += sizes.getOrDefault(key, 0);
            metadata.remove(key);
            drop(field + "." + key);
        }
        return saved;
    }

    private @Nullable String drop(String field) {
        caveats.accept(new Caveat(Caveat.Kind.FIELD_DROPPED, field));
        return null;
    }
}
