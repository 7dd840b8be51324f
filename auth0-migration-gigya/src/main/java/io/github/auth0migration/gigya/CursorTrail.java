package io.github.auth0migration.gigya;

import io.github.auth0migration.ListingCursor;
import java.util.LinkedHashSet;
import java.util.Set;

/** The pages that a listing has read: the latest ones by name, all by number. Belongs to one stream. */
final class CursorTrail {

    /** How far a listing goes before it must be a loop: batches may be small, but not for ever. */
    static final int MAX_PAGES = 200_000;

    /** A longer loop ends at {@link #MAX_PAGES}. */
    static final int REMEMBERED = 10_000;

    private final Set<ListingCursor> latest = new LinkedHashSet<>();
    private int pages;

    void add(ListingCursor read) {
        pages++;
        if (latest.add(read) && latest.size() > REMEMBERED) {
            latest.remove(latest.iterator().next());
        }
    }

    /** Whether a listing that goes on with this page would never end. */
    boolean isEndless(ListingCursor next) {
        return pages >= MAX_PAGES || latest.contains(next);
    }
}
