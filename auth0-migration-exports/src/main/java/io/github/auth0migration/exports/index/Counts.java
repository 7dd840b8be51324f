package io.github.auth0migration.exports.index;

import java.util.HashMap;
import java.util.Map;

/**
 * What is in an index.
 *
 * @param rows rows that were read, broken ones included
 * @param accounts accounts, each once
 * @param left rows that are nobody who could sign in here
 * @param broken broken rows
 * @param hashes how many accounts have which hashes
 */
public record Counts(long rows, long accounts, long left, long broken, Map<HashKind, Long> hashes) {

    private static final String HASHES = "hashes ";

    /** Copies the map. */
    public Counts {
        hashes = Map.copyOf(hashes);
    }

    void writeTo(Map<String, String> about) {
        about.put("rows", Long.toString(rows));
        about.put("accounts", Long.toString(accounts));
        about.put("left", Long.toString(left));
        about.put("broken", Long.toString(broken));
        hashes.forEach((kind, count) -> about.put(HASHES + kind.text(), Long.toString(count)));
    }

    static Counts of(Map<String, String> about) {
        Map<HashKind, Long> hashes = new HashMap<>();
        about.forEach((name, value) -> {
            if (name.startsWith(HASHES)) {
                hashes.put(HashKind.parse(name.substring(HASHES.length())), Long.valueOf(value));
            }
        });
        return new Counts(
                number(about, "rows"),
                number(about, "accounts"),
                number(about, "left"),
                number(about, "broken"),
                hashes);
    }

    private static long number(Map<String, String> about, String name) {
        return Long.parseLong(about.getOrDefault(name, ""));
    }
}
