package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.SourceUser;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
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
 * {@value #REMEMBERED} ids each is given once, or again if the person was refused in the meantime. A cursor that leads back to the page just read ends the listing with a
 * failure, not with an endless loop. Belongs to one thread.
 *
 * @since 0.1.0
 */
public final class PagedListing {

    /** Of how many ids, the latest ones, it is remembered that they were given: 10 000. */
    public static final int REMEMBERED = 10_000;

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
        private final Set<String> known = new HashSet<>();
        private final Queue<String> inOrder = new ArrayDeque<>();
        private @Nullable ListingCursor next;

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
            if (at.equals(read.next().orElse(null))) {
                throw new ListingFailedException(
                        Failure.of(
                                Failure.Kind.MALFORMED_RESPONSE,
                                "The platform's next page is the page just read: the listing would never end."),
                        at);
            }
            page.addAll(read.users());
            next = read.next().orElse(null);
        }

        private boolean isNew(SourceUser user) {
            // Who was refused in the meantime comes again, for the later word counts.
            String key = user.getClass().getSimpleName() + " " + user.id();
            if (!known.add(key)) {
                return false;
            }
            inOrder.add(key);
            if (inOrder.size() > REMEMBERED) {
                known.remove(inOrder.remove());
            }
            return true;
        }
    }
}
