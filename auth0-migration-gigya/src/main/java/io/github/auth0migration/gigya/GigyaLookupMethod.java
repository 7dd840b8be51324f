package io.github.auth0migration.gigya;

/**
 * How a person is looked for by what they typed.
 *
 * @since 0.1.0
 */
public enum GigyaLookupMethod {
    /**
     * By {@code accounts.identifiers.find}, which is exact at once, and by {@code accounts.search} where the site or the
     * key does not have it. The default.
     */
    IDENTIFIERS_FIRST,
    /**
     * By {@code accounts.search} only, whose index lags behind by up to half a minute. Identifiers with a quotation mark
     * or a backslash cannot be looked for then: Gigya documents no way to escape them.
     */
    SEARCH_ONLY
}
