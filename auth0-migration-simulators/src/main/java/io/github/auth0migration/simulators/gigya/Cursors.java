package io.github.auth0migration.simulators.gigya;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Open cursors. A cursor's id tells the place, so any of its ids can be sent again. Thread-safe by its monitor. */
final class Cursors {

    private static final Pattern ID = Pattern.compile("(\\w{32}):(\\d{1,18}):(true|false)");
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Cursor> open = new HashMap<>();

    Cursors(Clock clock) {
        this.clock = clock;
    }

    synchronized Place open(SearchQuery query, long total) {
        Instant now = clock.instant();
        open.values().removeIf(cursor -> isOver(cursor, now));
        Cursor cursor = new Cursor(GigyaIds.call(), query, total, now);
        open.put(cursor.id(), cursor);
        return new Place(cursor, 0, false);
    }

    /** Empty when nobody opened it, or too long ago. Asking keeps it open. */
    synchronized Optional<Place> find(String id) {
        Matcher parts = ID.matcher(decoded(id));
        Instant now = clock.instant();
        Cursor cursor = parts.matches() ? open.get(parts.group(1)) : null;
        if (cursor == null || isOver(cursor, now)) {
            return Optional.empty();
        }
        Cursor used = new Cursor(cursor.id(), cursor.query(), cursor.total(), now);
        open.put(used.id(), used);
        return Optional.of(new Place(used, Long.parseLong(parts.group(2)), Boolean.parseBoolean(parts.group(3))));
    }

    private static boolean isOver(Cursor cursor, Instant now) {
        return now.isAfter(cursor.lastUsed().plus(LIFETIME));
    }

    private static String decoded(String id) {
        try {
            return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    record Cursor(String id, SearchQuery query, long total, Instant lastUsed) {}

    /** Where a batch begins, and whether an empty one comes first. */
    record Place(Cursor cursor, long position, boolean emptyFirst) {

        Place at(long other, boolean empty) {
            return new Place(cursor, other, empty);
        }

        String id() {
            String text = cursor.id() + ":" + position + ":" + emptyFirst;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
