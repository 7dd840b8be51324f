package io.github.auth0migration.spi;

import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.SourceUser;
import java.util.List;
import java.util.Optional;

/**
 * Reads one page of a platform's users, for a {@link PagedListing}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PageReader {

    /**
     * A page.
     *
     * @param users who is on it; may be nobody, also before the end
     * @param next the page after it; empty at the end
     */
    record Page(List<SourceUser> users, Optional<ListingCursor> next) {
        /**
         * Copies the list.
         *
         * @param users who is on it
         * @param next the page after it
         */
        public Page {
            users = List.copyOf(users);
        }
    }

    /**
     * Reads a page, and repeats it as far as that makes sense.
     *
     * @param at which page
     * @return the page
     * @throws CallFailedException if it cannot be had
     */
    Page read(ListingCursor at) throws CallFailedException;
}
