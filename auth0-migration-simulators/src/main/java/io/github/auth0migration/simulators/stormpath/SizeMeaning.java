package io.github.auth0migration.simulators.stormpath;

/**
 * What the member {@code size} of a collection tells; the documents contradict each other.
 *
 * @since 0.1.0
 */
public enum SizeMeaning {
    /** The number of items in this page; the default of {@link StormpathDialect#STORMPATH}. */
    ITEMS,
    /** The number of items in all pages; the default of {@link StormpathDialect#COMPATIBLE}. */
    TOTAL,
    /** There is no such member. */
    OMITTED
}
