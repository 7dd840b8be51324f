package io.github.auth0migration.exports;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;
import java.io.IOException;

class GigyaExportListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() throws IOException {
        return new GigyaExportFixture();
    }

    /** A list of so many would show in memory; all of them are indexed first. */
    @Override
    protected int crowdSize() {
        return 200_000;
    }
}
