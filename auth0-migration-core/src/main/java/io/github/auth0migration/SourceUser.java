package io.github.auth0migration;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@link UserListing}. {@link #fold} makes the caller handle all three kinds.
 *
 * @since 0.1.0
 */
public sealed interface SourceUser {

    /**
     * What tells this entry from all others of the same source.
     *
     * @return the platform's own id; for an {@link Unreadable} one without an id, where it stands
     */
    String id();

    /** {@return the page on which it came: a listing from there gives it again, and all after it} */
    ListingCursor page();

    /**
     * Somebody whom a look-up finds, at this moment and as far as a listing can see.
     *
     * @param user the same user that both scripts give
     * @param password the password hash, where the source can see it
     * @param page the page on which they came
     */
    record Migratable(MigratedUser user, ExportedPassword password, ListingCursor page) implements SourceUser {
        /**
         * Checks the components.
         *
         * @param user the user
         * @param password the password hash
         * @param page the page
         */
        public Migratable {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(page, "page");
        }

        @Override
        public String id() {
            return user.source().id();
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Migratable, ? extends T> migratable,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unreadable, ? extends T> unreadable) {
            return migratable.apply(this);
        }
    }

    /**
     * Somebody whom a look-up refuses: disabled, not activated, without a password. They exist all the same.
     *
     * @param user who it is
     * @param reason what a look-up refuses them for
     * @param password the password hash, where the source can see it
     * @param page the page on which they came
     */
    record Refused(MigratedUser user, Refusal.Reason reason, ExportedPassword password, ListingCursor page)
            implements SourceUser {
        /**
         * Checks the components.
         *
         * @param user who it is
         * @param reason what a look-up refuses them for
         * @param password the password hash
         * @param page the page
         */
        public Refused {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(page, "page");
        }

        /**
         * Somebody whose password hash cannot be seen.
         *
         * @param user who it is
         * @param reason what a look-up refuses them for
         * @param page the page
         */
        public Refused(MigratedUser user, Refusal.Reason reason, ListingCursor page) {
            this(user, reason, ExportedPassword.none(), page);
        }

        @Override
        public String id() {
            return user.source().id();
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Migratable, ? extends T> migratable,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unreadable, ? extends T> unreadable) {
            return refused.apply(this);
        }
    }

    /**
     * An entry that no user can be made of. The others are listed all the same.
     *
     * @param id the platform's own id, or where the entry stands when it has none
     * @param failure what is wrong with it
     * @param page the page on which it came
     */
    record Unreadable(String id, Failure failure, ListingCursor page) implements SourceUser {
        /**
         * Checks the components.
         *
         * @param id the platform's own id
         * @param failure what is wrong with it
         * @param page the page
         */
        public Unreadable {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(page, "page");
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Migratable, ? extends T> migratable,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unreadable, ? extends T> unreadable) {
            return unreadable.apply(this);
        }
    }

    /**
     * Handles every kind.
     *
     * @param migratable what to do with somebody whom a look-up finds
     * @param refused what to do with somebody whom a look-up refuses
     * @param unreadable what to do with an entry that is no user
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super Migratable, ? extends T> migratable,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unreadable, ? extends T> unreadable);
}
