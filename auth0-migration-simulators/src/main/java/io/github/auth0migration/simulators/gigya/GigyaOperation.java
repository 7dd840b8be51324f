package io.github.auth0migration.simulators.gigya;

/**
 * What the simulated site can be asked. The path alone tells it, whatever the HTTP method.
 *
 * @since 0.1.0
 */
public enum GigyaOperation {
    /** {@code /accounts.login}: a sign-in by login id and password. */
    LOGIN,
    /** {@code /accounts.getAccountInfo}: one account by UID or by the token of an unfinished sign-in. */
    GET_ACCOUNT_INFO,
    /** {@code /accounts.search}: a query, or a batch of a cursor. */
    SEARCH,
    /** {@code /accounts.identifiers.find}: the UID of an identifier. */
    FIND_IDENTIFIER,
    /** Anything else; the site answers that there is no such method. */
    OTHER;

    static GigyaOperation of(String path) {
        return switch (path) {
            case "/accounts.login" -> LOGIN;
            case "/accounts.getAccountInfo" -> GET_ACCOUNT_INFO;
            case "/accounts.search" -> SEARCH;
            case "/accounts.identifiers.find" -> FIND_IDENTIFIER;
            default -> OTHER;
        };
    }
}
