package io.github.auth0migration;

import java.util.Objects;

/**
 * A page of a {@link UserListing} could not be had. Everything before it was listed; go on from {@link #resumeFrom()}.
 *
 * @since 0.1.0
 */
public final class ListingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;
    private final transient ListingCursor resumeFrom;

    /**
     * A failed page.
     *
     * @param failure why it could not be had
     * @param resumeFrom the page that failed
     */
    public ListingFailedException(Failure failure, ListingCursor resumeFrom) {
        super("The listing stopped at page \"" + resumeFrom + "\": " + failure, null, false, true);
        this.failure = Objects.requireNonNull(failure, "failure");
        this.resumeFrom = Objects.requireNonNull(resumeFrom, "resumeFrom");
    }

    /** {@return why the page could not be had} */
    public Failure failure() {
        return failure;
    }

    /** {@return the page that failed: a listing from here gives all that was not given yet} */
    public ListingCursor resumeFrom() {
        return resumeFrom;
    }
}
