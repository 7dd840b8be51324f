package io.github.auth0migration;

import java.util.Objects;

/**
 * A page of a {@link UserListing}, to begin again from there. Opaque: made by a source for itself. It holds no
 * credential and may be written down; how long it is good for is the platform's to say.
 *
 * @param value the cursor as text; empty for the beginning
 * @since 0.1.0
 */
public record ListingCursor(String value) {

    private static final ListingCursor BEGINNING = new ListingCursor("");

    /**
     * Checks the component.
     *
     * @param value the cursor as text
     */
    public ListingCursor {
        Objects.requireNonNull(value, "value");
    }

    /** {@return the first page} */
    public static ListingCursor beginning() {
        return BEGINNING;
    }

    /**
     * What a listing throws for a cursor that it did not make.
     *
     * @return the exception, to be thrown by {@link UserListing#users(ListingCursor)}
     */
    public static IllegalArgumentException foreign() {
        return new IllegalArgumentException("from must be a cursor of this source: take SourceUser.page() or"
                + " ListingFailedException.resumeFrom(), or begin anew with ListingCursor.beginning()");
    }

    /** {@return whether it is the first page} */
    public boolean isBeginning() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
