package io.github.auth0migration.endpoint;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.spi.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user as Keycloak's plug-in reads one. It has no members but those that every release of the plug-in knows: its parser
 * refuses the rest.
 */
record KeycloakUser(MigratedUser user) {

    /** The width of the column in Keycloak's database. */
    static final int MAX_ID = 36;

    private static final int MAX_ATTRIBUTE = 255;

    // Keycloak writes the attributes username, email, firstName and lastName into the account itself, and gives others
    // a
    // meaning of its own. What people could write about themselves on the old platform must reach none of these.
    private static final String PREFIX = "legacy_";

    /** {@return how Keycloak calls the user; lower case, or the plug-in finds that its own copy differs} */
    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String name() {
        return user.username().or(user::email).orElseThrow();
    }

    /**
     * {@return whether the name stays this person's in lower case} The Kelvin sign becomes a plain k, and then the name is
     * another person's.
     */
    boolean keepsName() {
        return name().chars().noneMatch(c -> c > 0x7f && Character.toLowerCase(c) <= 0x7f);
    }

    /** {@return whether a sign-in by that name is a sign-in of this person: capitals beyond A to Z do not compare} */
    boolean isKnownByName() {
        return Identifier.of(name()).matches(username());
    }

    /** {@return whether Keycloak can keep the user's own id} */
    boolean keepsOwnId() {
        // What begins with f: is somebody in another store for Keycloak.
        return user.userId().length() <= MAX_ID && !user.userId().startsWith("f:");
    }

    /** {@return the id for Keycloak, the same for ever: by it the plug-in sees that it has this person already} */
    String id() {
        return keepsOwnId() ? user.userId() : derivedId().toString();
    }

    /** RFC 9562, version 8: a UUID of the maker's own making, here the beginning of a SHA-256. */
    private UUID derivedId() {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(user.userId().getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low);
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id());
        members.put("username", username());
        user.email().ifPresent(email -> members.put("email", email));
        user.givenName().ifPresent(name -> members.put("firstName", name));
        user.familyName().ifPresent(name -> members.put("lastName", name));
        members.put("enabled", true);
        members.put("emailVerified", user.emailVerified());
        members.put("attributes", attributes());
        return members;
    }

    private Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("migration_source", List.of(user.source().platform()));
        attributes.put("migration_source_id", List.of(user.source().id()));
        attributes.put("migration_user_id", List.of(user.userId()));
        user.userMetadata().forEach((key, value) -> {
            List<String> texts = texts(value);
            String name = PREFIX + key;
            if (!texts.isEmpty()
                    && Stream.concat(texts.stream(), Stream.of(name)).allMatch(KeycloakUser::fits)) {
                attributes.put(name, texts);
            }
        });
        return attributes;
    }

    /** Before Keycloak 24 a longer one made the whole account fail. */
    private static boolean fits(String text) {
        return text.length() <= MAX_ATTRIBUTE;
    }

    /** Keycloak's attributes are lists of strings: what holds objects has no place there. */
    private static List<String> texts(@Nullable Object value) {
        List<?> values =
                value instanceof List<?> list ? list : Stream.ofNullable(value).toList();
        boolean plain = values.stream()
                .allMatch(each -> each instanceof String || each instanceof Number || each instanceof Boolean);
        return plain ? values.stream().map(String::valueOf).toList() : List.of();
    }
}
