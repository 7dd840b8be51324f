package io.github.auth0migration.okta;

import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.testsupport.SecretScan;
import java.util.ArrayList;
import java.util.List;

/** Listings in words, for tables. */
final class Listed {

    private Listed() {}

    /** Everybody on the listing, and at its end the failure if there was one. */
    static List<String> all(UserListing listing) {
        return from(listing, ListingCursor.beginning());
    }

    static List<String> from(UserListing listing, ListingCursor from) {
        List<String> words = new ArrayList<>();
        try {
            listing.users(from).forEach(user -> words.add(of(user)));
        } catch (ListingFailedException e) {
            words.add("stops: " + SecretScan.clean(e).failure().kind());
        }
        return words;
    }

    static String of(SourceUser user) {
        return SecretScan.clean(user)
                .fold(
                        migratable -> "Migratable",
                        refused -> "Refused " + refused.reason(),
                        unreadable -> "Unreadable " + unreadable.failure().kind());
    }

    static ListingFailedException failure(UserListing listing) {
        try {
            listing.users().forEach(user -> {});
        } catch (ListingFailedException e) {
            return SecretScan.clean(e);
        }
        throw new AssertionError("the listing came to its end");
    }
}
