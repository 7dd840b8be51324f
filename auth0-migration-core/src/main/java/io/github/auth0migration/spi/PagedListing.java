package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.SourceUser;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stream over the pages of a platform's users: one page in memory, read when the one before it is used up.
 *
 * <p>Rows shift between pages while people come and go, so somebody may stand on two pages: of the last
 * {@value #REMEMBERED} people each is given once for each word on them, so that whoever was migratable and is refused by
 * now comes again. Whoever stands on pages that are further apart comes again with the same word too; of several words
 * the later one counts. A cursor that leads back to one of the last {@value #REMEMBERED} pages ends the listing with a
 * failure, and so do {@value #MAX_IDLE_PAGES} pages on end with nobody new: no listing is endless. Belongs to one thread.
 *
 * @since 0.1.0
 */
public final class PagedListing {

    /** Of how many ids, and of how many cursors, it is remembered that they were seen, the latest ones: 10 000. */
    public static final int REMEMBERED = 10_000;

    /** How many pages with nobody new on them may follow each other: 1 000. */
    public static final int MAX_IDLE_PAGES = 1_000;

    private PagedListing() {}

    /**
     * Lists.
     *
     * @param from the page to begin with
     * @param pages reads a page
     * @return the users; reading it throws {@link ListingFailedException} when a page cannot be had
     */
    public static Stream<SourceUser> stream(ListingCursor from, PageReader pages) {
        return StreamSupport.stream(new Users(from, pages), false);
    }

    private static final class Users extends Spliterators.AbstractSpliterator<SourceUser> {

        private final PageReader pages;
        private final Queue<SourceUser> page = new ArrayDeque<>();
        private final Map<String, String> wordById = new LinkedHashMap<>();
        private final Map<String, String> turned = new LinkedHashMap<>();
        private @Nullable ListingCursor next;
        private int idlePages;

        Users(ListingCursor from, PageReader pages) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.next = from;
            this.pages = pages;
        }

        @Override
        public boolean tryAdvance(Consumer<? super SourceUser> action) {
            while (true) {
                SourceUser user = page.poll();
                if (user == null) {
                    if (next == null) {
                        return false;
                    }
                    turn(next);
                } else if (isNew(user)) {
                    idlePages = 0;
                    action.accept(user);
                    return true;
                }
            }
        }

        private void turn(ListingCursor at) {
            PageReader.Page read;
            try {
                read = pages.read(at);
            } catch (CallFailedException e) {
                throw new ListingFailedException(e.failure(), at);
            } catch (RuntimeException e) {
                throw new ListingFailedException(ScriptBoundary.bug(e, "listing"), at);
            }
            remember(turned, at.value(), "read");
            if (read.next().filter(cursor -> turned.containsKey(cursor.value())).isPresent()) {
                throw endless("The platform's next page is one that was read before", at);
            }
            if (++idlePages > MAX_IDLE_PAGES) {
                throw endless("The platform gives page after page with nobody new", at);
            }
            page.addAll(read.users());
            next = read.next().orElse(null);
        }

        private static ListingFailedException endless(String what, ListingCursor at) {
            return new ListingFailedException(
                    Failure.of(Failure.Kind.MALFORMED_RESPONSE, what + ": the listing would never end."), at);
        }

        private boolean isNew(SourceUser user) {
            String word = user.fold(
                    migratable -> "migratable", refused -> refused.reason().name(), unreadable -> "unreadable");
            if (word.equals(wordById.get(user.id()))) {
                return false;
            }
            remember(wordById, user.id(), word);
            return true;
        }

        /** As the latest; the one that was not seen for the longest time makes room. */
        private static void remember(Map<String, String> inOrder, String key, String value) {
            inOrder.remove(key);
            inOrder.put(key, value);
            if (inOrder.size() > REMEMBERED) {
                inOrder.remove(inOrder.keySet().iterator().next());
            }
        }
    }
}
