package io.github.auth0migration;

import java.util.stream.Stream;

/**
 * Every user of a platform or an export, one after the other: for bulk import of those who never come back, and for the
 * question whether a migration is complete.
 *
 * <p>Only pages are held in memory, never the whole. A platform takes no snapshot: whoever is added while a listing runs
 * may or may not be on it, and whoever is disabled or enabled while it runs may come again, as {@link SourceUser.Refused}
 * or {@link SourceUser.Migratable}: the later word counts. Implementations are thread-safe; each stream belongs to one thread.
 *
 * @since 0.1.0
 */
public interface UserListing {

    /**
     * Lists everybody from the beginning.
     *
     * @return as {@link #users(ListingCursor)}
     */
    default Stream<SourceUser> users() {
        return users(ListingCursor.beginning());
    }

    /**
     * Lists everybody from a page on. The platform is asked page by page, as the stream is read, and each page as often
     * as the source repeats look-ups.
     *
     * @param from the page to begin with, from {@link SourceUser#page()} or {@link ListingFailedException#resumeFrom()}
     *     of the same source with the same settings
     * @return the users, each once unless they changed or moved far meanwhile, and those that no user can be made of; close it when you stop before its end.
     *     Reading it throws {@link ListingFailedException} when a page cannot be had: nobody is ever left out in silence
     */
    Stream<SourceUser> users(ListingCursor from);
}
