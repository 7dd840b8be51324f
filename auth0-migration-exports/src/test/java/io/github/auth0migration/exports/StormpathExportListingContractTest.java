package io.github.auth0migration.exports;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;
import java.io.IOException;

class StormpathExportListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() throws IOException {
        return new StormpathExportFixture();
    }

    /** So many files: more of them are for a zip file. */
    @Override
    protected int crowdSize() {
        return 20_000;
    }
}
