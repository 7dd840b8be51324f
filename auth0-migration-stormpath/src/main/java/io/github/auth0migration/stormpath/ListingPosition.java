package io.github.auth0migration.stormpath;

import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.stormpath.internal.Href;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing stands: behind so many rows, the last of which is known, so that rows which move up are seen.
 *
 * @param offset how many rows were given
 * @param anchor the last one of them; {@code null} at the beginning, or where it cannot be read
 */
record ListingPosition(long offset, @Nullable Anchor anchor) {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,12})(?: (" + Href.ID + ")(?: (\\S+))?)?");

    /**
     * A row that was given.
     *
     * @param id the account's id
     * @param createdAt when the account was made; {@code null} where that is not told
     */
    record Anchor(String id, @Nullable Instant createdAt) {

        static Optional<Anchor> of(JsonObject row) {
            return Rows.id(row).map(id -> new Anchor(id, Rows.createdAt(row).orElse(null)));
        }

        /** Whether the page leaves out nobody who comes behind this row. */
        boolean connectsTo(List<JsonObject> page) {
            if (page.isEmpty()) {
                return false;
            }
            JsonObject first = page.get(0);
            return Rows.id(first).equals(Optional.of(id)) || isOlder(first);
        }

        /** The rows of the page that come behind this one. */
        List<JsonObject> behind(List<JsonObject> page) {
            int given = 0;
            for (int i = 0; i < page.size(); i++) {
                if (Rows.id(page.get(i)).equals(Optional.of(id))) {
                    return page.subList(i + 1, page.size());
                }
                given = given == i && isOlder(page.get(i)) ? i + 1 : given;
            }
            return page.subList(given, page.size());
        }

        private boolean isOlder(JsonObject row) {
            return createdAt != null
                    && Rows.createdAt(row).filter(createdAt::isAfter).isPresent();
        }
    }

    static ListingPosition of(ListingCursor cursor) {
        if (cursor.isBeginning()) {
            return new ListingPosition(0, null);
        }
        Matcher parts = CURSOR.matcher(cursor.value());
        if (!parts.matches()) {
            throw ListingCursor.foreign();
        }
        try {
            Instant createdAt = parts.group(3) == null ? null : Instant.parse(parts.group(3));
            Anchor anchor = parts.group(2) == null ? null : new Anchor(parts.group(2), createdAt);
            return new ListingPosition(Long.parseLong(parts.group(1)), anchor);
        } catch (DateTimeParseException e) {
            throw ListingCursor.foreign();
        }
    }

    ListingCursor cursor() {
        if (anchor == null) {
            return new ListingCursor(offset == 0 ? "" : String.valueOf(offset));
        }
        return new ListingCursor(
                offset + " " + anchor.id() + (anchor.createdAt() == null ? "" : " " + anchor.createdAt()));
    }
}
