package io.github.auth0migration.exports;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.files.RowPlace;
import io.github.auth0migration.exports.index.AccountIndex;
import io.github.auth0migration.exports.index.AccountIndex.Located;
import io.github.auth0migration.spi.CallFailedException;

/**
 * The accounts behind the places of an index: whoever stands there must be the one whom the index means.
 *
 * @param index where accounts stand
 * @param platform what their rows mean
 * @param <A> the accounts
 */
record AccountRows<A>(AccountIndex index, Platform<A> platform) {

    A account(Located located) throws CallFailedException {
        if (located.isUnreadable()) {
            throw CallFailedException.unsent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE,
                    "The account's newest row cannot be read: " + place(located) + "."));
        }
        A account = platform.account(index.row(located));
        if (!located.isOf(platform.accountId(account))) {
            throw CallFailedException.unsent(Failure.of(
                    Failure.Kind.CONFIGURATION,
                    "The export's files have changed since they were indexed: restart to index them anew."));
        }
        return account;
    }

    /** Where an account's row stands, for people. */
    String place(Located located) throws CallFailedException {
        RowPlace place = index.place(located);
        return place.file() + ", line " + place.line();
    }
}
