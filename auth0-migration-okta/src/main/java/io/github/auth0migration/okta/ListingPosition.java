package io.github.auth0migration.okta;

import io.github.auth0migration.ListingCursor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing stands: in one of its three walks, at a page that Okta's last link told. As text: the walk, when the
 * listing began in seconds since 1970, and the link's parameters in the form of a query, with colons between them.
 *
 * @param walk the walk
 * @param begin when the listing began, by Okta's clock; null until the first page has come
 * @param query the page's parameters, without the search that makes the walk
 */
record ListingPosition(Walk walk, @Nullable Instant begin, Map<String, String> query) {

    /**
     * The walks, in their order. A list without parameters hides those who are deactivated, so that they need a walk of
     * their own; and whoever is reactivated before that one gets to them was on neither.
     */
    enum Walk {
        /** Everybody who is not deactivated. */
        PRESENT,
        /** Those who are. */
        DEACTIVATED,
        /** Those whose status has changed since the listing began, whatever it is now. */
        CHANGED;

        private Optional<Walk> next() {
            return switch (this) {
                case PRESENT -> Optional.of(DEACTIVATED);
                case DEACTIVATED -> Optional.of(CHANGED);
                case CHANGED -> Optional.empty();
            };
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final int PAGE_LIMIT = 200;

    private static final Pattern TEXT =
            Pattern.compile("(present|deactivated|changed):(-?\\d{1,12}):([A-Za-z0-9._~%=&-]{1,10000})");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static final ListingPosition BEGINNING = new ListingPosition(Walk.PRESENT, null, Map.of());

    /** Normalizes the query. */
    ListingPosition {
        Map<String, String> normal = new LinkedHashMap<>(query);
        normal.remove("search");
        normal.putIfAbsent("limit", String.valueOf(PAGE_LIMIT));
        query = Collections.unmodifiableMap(normal);
    }

    /**
     * Reads a cursor.
     *
     * @throws IllegalArgumentException if a listing of this source cannot have given it
     */
    static ListingPosition of(ListingCursor cursor) {
        if (cursor.isBeginning()) {
            return BEGINNING;
        }
        Matcher text = TEXT.matcher(cursor.value());
        if (!text.matches()) {
            throw ListingCursor.foreign();
        }
        Walk walk = Walk.valueOf(text.group(1).toUpperCase(Locale.ROOT));
        Instant begin = Instant.ofEpochSecond(Long.parseLong(text.group(2)));
        try {
            return new ListingPosition(walk, begin, LinkQuery.parse(text.group(3)));
        } catch (IllegalArgumentException e) {
            throw ListingCursor.foreign();
        }
    }

    ListingCursor cursor() {
        return begin == null
                ? ListingCursor.beginning()
                : new ListingCursor(walk.text() + ":" + begin.getEpochSecond() + ":" + LinkQuery.write(query));
    }

    /**
     * What to ask Okta for.
     *
     * @see <a href="https://developer.okta.com/docs/reference/user-query/">What a search may ask for</a>, the time of the
     *     last change of status among it
     */
    Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        switch (walk) {
            case PRESENT -> {}
            case DEACTIVATED -> request.put("search", "status eq \"DEPROVISIONED\"");
            case CHANGED ->
                request.put("search", "statusChanged gt \"" + STAMP.format(Objects.requireNonNull(begin)) + "\"");
        }
        request.putAll(query);
        return request;
    }

    /** How many people the page may have; what is no number counts as the most. */
    int limit() {
        String limit = query.getOrDefault("limit", "");
        return limit.matches("[1-9]\\d{0,2}") ? Math.min(Integer.parseInt(limit), PAGE_LIMIT) : PAGE_LIMIT;
    }

    /** The same place with smaller pages from here on. */
    ListingPosition withLimit(int limit) {
        Map<String, String> smaller = new LinkedHashMap<>(query);
        smaller.put("limit", String.valueOf(limit));
        return new ListingPosition(walk, begin, smaller);
    }

    /** The same place in a listing that began at this time, unless it is known to have begun before. */
    ListingPosition begunAt(Instant time) {
        return begin == null ? new ListingPosition(walk, time, query) : this;
    }

    /** The page after this one; empty behind the last page of the last walk. */
    Optional<ListingPosition> next(Optional<Map<String, String>> link) {
        return link.isPresent()
                ? Optional.of(new ListingPosition(walk, begin, link.get()))
                : walk.next().map(next -> new ListingPosition(next, begin, Map.of("limit", String.valueOf(limit()))));
    }
}
