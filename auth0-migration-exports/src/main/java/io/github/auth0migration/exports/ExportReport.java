package io.github.auth0migration.exports;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in an export, as its index counted it. Free of secrets and of anybody's data.
 *
 * @param rows rows that were read, broken ones included
 * @param accounts accounts, each once, whether somebody can sign in to them or not
 * @param skippedRows rows that are of nobody who could sign in here: Gigya's lite accounts, Stormpath's other directories
 * @param brokenRows rows that no user can be made of; {@link Export#brokenRows()} tells them
 * @param verifiableHashes how many accounts have a password hash that passwords can be verified against, by its format
 * @param refusedHashes how many have none, or one that is refused, by the name of the reason: what is left to them is a
 *     reset, unless a setting is required; {@code unreadable} counts accounts whose newest row is broken
 * @since 0.1.0
 */
public record ExportReport(
        long rows,
        long accounts,
        long skippedRows,
        long brokenRows,
        SortedMap<String, Long> verifiableHashes,
        SortedMap<String, Long> refusedHashes) {
    /**
     * Copies the maps.
     *
     * @param rows rows that were read
     * @param accounts accounts
     * @param skippedRows rows of nobody who could sign in here
     * @param brokenRows rows that no user can be made of
     * @param verifiableHashes accounts by format
     * @param refusedHashes accounts by reason
     */
    public ExportReport {
        verifiableHashes = Collections.unmodifiableSortedMap(new TreeMap<>(verifiableHashes));
        refusedHashes = Collections.unmodifiableSortedMap(new TreeMap<>(refusedHashes));
    }
}
