package io.github.auth0migration.providertests;

/** A row of the catalogue that a test covers. */
public interface CoveredRow {

    /** The row in the catalogue. */
    String id();

    /** What we make of it, in the words of {@link Outcomes}. */
    String outcome();
}
