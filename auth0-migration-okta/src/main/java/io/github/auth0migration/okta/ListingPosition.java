package io.github.auth0migration.okta;

import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.spi.PercentEncoding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a listing stands: in one of its two walks, at a page that Okta's last link told. As text: the walk, a colon, and
 * the link's parameters in the form of a query.
 *
 * @param walk the walk
 * @param query the page's parameters, without the search that makes the walk
 */
record ListingPosition(Walk walk, Map<String, String> query) {

    /** A list without parameters hides those who are deactivated, so that they need a walk of their own. */
    enum Walk {
        /** Everybody who is not deactivated. */
        PRESENT,
        /** Those who are. */
        DEACTIVATED
    }

    static final int PAGE_LIMIT = 200;

    private static final Pattern TEXT =
            Pattern.compile("(present|deactivated):((?:[A-Za-z0-9._~-]|%[0-9A-F]{2}|[=&]){1,4000})");

    static final ListingPosition BEGINNING = new ListingPosition(Walk.PRESENT, Map.of());

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
            throw new IllegalArgumentException(
                    "a cursor must be one that a listing of this Okta source gave, but begins"
                            + " neither with \"present:\" nor with \"deactivated:\" and parameters: pass"
                            + " ListingCursor.beginning() to begin anew");
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String parameter : text.group(2).split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            query.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return new ListingPosition(text.group(1).equals("present") ? Walk.PRESENT : Walk.DEACTIVATED, query);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    ListingCursor cursor() {
        String parameters = query.entrySet().stream()
                .map(parameter ->
                        PercentEncoding.encode(parameter.getKey()) + "=" + PercentEncoding.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return new ListingCursor((walk == Walk.PRESENT ? "present:" : "deactivated:") + parameters);
    }

    /** What to ask Okta for. */
    Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        if (walk == Walk.DEACTIVATED) {
            request.put("search", "status eq \"DEPROVISIONED\"");
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
        return new ListingPosition(walk, smaller);
    }

    /** The page after this one; empty behind the last page of the last walk. */
    Optional<ListingPosition> next(Optional<Map<String, String>> link) {
        if (link.isPresent()) {
            return Optional.of(new ListingPosition(walk, link.get()));
        }
        return walk == Walk.PRESENT
                ? Optional.of(new ListingPosition(Walk.DEACTIVATED, Map.of("limit", String.valueOf(limit()))))
                : Optional.empty();
    }
}
