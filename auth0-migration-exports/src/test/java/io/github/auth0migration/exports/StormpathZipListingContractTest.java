package io.github.auth0migration.exports;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;
import java.io.IOException;

class StormpathZipListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() throws IOException {
        return new StormpathZipFixture();
    }

    /** Each is an entry to open; a list of them would still show. Counts of more than 16 bits have a test of their own. */
    @Override
    protected int crowdSize() {
        return 50_000;
    }
}
