package io.github.auth0migration.exports;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;
import java.io.IOException;

class StormpathZipListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() throws IOException {
        return new StormpathZipFixture();
    }

    /** More than fit into a directory of 16-bit counts. */
    @Override
    protected int crowdSize() {
        return 100_000;
    }
}
