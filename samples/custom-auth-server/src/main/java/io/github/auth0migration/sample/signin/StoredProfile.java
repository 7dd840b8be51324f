package io.github.auth0migration.sample.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.platform.PlatformSources;
import io.github.auth0migration.trickle.StoredUser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored profile, read for a page: texts only, and only what is there. */
final class StoredProfile {

    private static final ObjectWriter PRETTY = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
    private static final Map<String, String> LABELS = Map.of(
            "name",
            "Name",
            "given_name",
            "Given name",
            "family_name",
            "Family name",
            "nickname",
            "Nickname",
            "username",
            "Username",
            "user_id",
            "User id");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final StoredUser user;

    StoredProfile(StoredUser user) {
        this.user = user;
    }

    String shortName() {
        for (String field : List.of("given_name", "name", "nickname", "username")) {
            String name = text(user.profile().get(field));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return user.email() == null ? user.userId() : user.email();
    }

    String initial() {
        String name = shortName();
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    List<Map.Entry<String, String>> fields() {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        if (user.email() != null) {
            boolean verified = Boolean.TRUE.equals(user.profile().get("email_verified"));
            rows.add(ProfilePage.row("E-mail", user.email()));
            rows.add(ProfilePage.row("E-mail verified", verified ? "yes" : "not yet"));
        }
        for (String field : List.of("name", "given_name", "family_name", "nickname", "username", "user_id")) {
            String value = text(user.profile().get(field));
            if (!value.isEmpty()) {
                rows.add(ProfilePage.row(LABELS.getOrDefault(field, field), value));
            }
        }
        return rows;
    }

    /** The person's own platform; empty for whoever never moved. */
    Optional<Platform> platform() {
        return stamp().flatMap(stamp -> Platform.of(text(stamp.get("source"))));
    }

    /** What the migration stamped: where the person comes from, and when they moved. */
    List<Map.Entry<String, String>> origin() {
        return stamp().map(this::origin)
                .orElseGet(() -> List.of(ProfilePage.row("Came from", "nowhere: signed up here")));
    }

    private List<Map.Entry<String, String>> origin(Map<?, ?> stamp) {
        String source = platform().map(Platform::displayName).orElseGet(() -> text(stamp.get("source")));
        return List.of(
                ProfilePage.row("Came from", isFromExport() ? source + ", from its export" : source),
                ProfilePage.row("Id there", text(stamp.get("source_id"))),
                ProfilePage.row("Moved at", readable(text(stamp.get("migrated_at")))));
    }

    /** Read of the profile, not of today's settings: the platform may have run when the person moved. */
    private boolean isFromExport() {
        return user.profile().get("app_metadata") instanceof Map<?, ?> metadata
                && "export".equals(metadata.get(PlatformSources.READ_FROM));
    }

    private Optional<Map<?, ?>> stamp() {
        return user.profile().get("app_metadata") instanceof Map<?, ?> metadata
                        && metadata.get("migration") instanceof Map<?, ?> stamp
                ? Optional.of(stamp)
                : Optional.empty();
    }

    private static String readable(String instant) {
        try {
            return MOMENT.format(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    String json() {
        try {
            return PRETTY.writeValueAsString(user.profile());
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
