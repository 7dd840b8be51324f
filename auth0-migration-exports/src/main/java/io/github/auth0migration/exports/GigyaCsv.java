package io.github.auth0migration.exports;

import java.util.Objects;

/**
 * How the CSV files of a Gigya export are written: what IdentitySync's {@code file.format.dsv} and {@code
 * field.array.join} steps were told. Cells are quoted with {@code "}, rows end with a line end, and the first row names the
 * columns, with dots for what is nested ({@code profile.firstName}).
 *
 * <p>Let the dataflow quote its fields ({@code quoteFields}): in a file without quotes nothing tells a line end that somebody
 * wrote into their own profile from the end of a row.
 *
 * @param columnSeparator what stands between two cells: an ASCII character that is neither a letter, a digit, a quote, a
 *     backslash nor a line end
 * @param quotes how a quote within a quoted cell is written
 * @param listSeparator what stands between the elements of a list within a cell ({@code loginIDs.emails} and the like); not
 *     empty
 * @since 0.1.0
 */
public record GigyaCsv(char columnSeparator, Quotes quotes, String listSeparator) {

    /**
     * How a quote within a quoted cell is written.
     *
     * @since 0.1.0
     */
    public enum Quotes {
        /**
         * {@code \"}; a backslash is {@code \\}, and {@code \n}, {@code \r}, {@code \t}, {@code \b} and {@code \f} are the
         * characters that Java writes so. IdentitySync's default.
         */
        BACKSLASH,
        /** {@code ""}, as in RFC 4180; a backslash is a character like any other. */
        DOUBLED
    }

    /**
     * Checks the components.
     *
     * @param columnSeparator what stands between two cells
     * @param quotes how a quote within a quoted cell is written
     * @param listSeparator what stands between the elements of a list
     * @throws IllegalArgumentException if a separator cannot be one
     */
    public GigyaCsv {
        Objects.requireNonNull(quotes, "quotes");
        Objects.requireNonNull(listSeparator, "listSeparator");
        boolean isPrintable = columnSeparator > ' ' && columnSeparator < 0x7f;
        if (!(isPrintable || columnSeparator == '\t')
                || Character.isLetterOrDigit(columnSeparator)
                || "\"\\.".indexOf(columnSeparator) >= 0) {
            throw new IllegalArgumentException(
                    "columnSeparator must be a tab or an ASCII character that is neither a"
                            + " letter, a digit, a blank, a quote, a backslash nor a dot: take the columnSeparator of your dataflow");
        }
        if (listSeparator.isEmpty()) {
            throw new IllegalArgumentException(
                    "listSeparator must not be empty: take the separator of your dataflow's field.array.join");
        }
    }

    /** {@return IdentitySync's defaults: comma, backslash, and lists joined with a comma} */
    public static GigyaCsv identitySync() {
        return new GigyaCsv(',', Quotes.BACKSLASH, ",");
    }

    /**
     * A copy with another separator between cells.
     *
     * @param separator the separator
     * @return the copy
     */
    public GigyaCsv withColumnSeparator(char separator) {
        return new GigyaCsv(separator, quotes, listSeparator);
    }

    /**
     * A copy with another way to write a quote.
     *
     * @param written how
     * @return the copy
     */
    public GigyaCsv withQuotes(Quotes written) {
        return new GigyaCsv(columnSeparator, written, listSeparator);
    }

    /**
     * A copy with another separator within lists.
     *
     * @param separator the separator
     * @return the copy
     */
    public GigyaCsv withListSeparator(String separator) {
        return new GigyaCsv(columnSeparator, quotes, separator);
    }
}
