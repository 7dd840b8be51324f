package io.github.auth0migration.stormpath;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;

class StormpathListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return StormpathFixture.stormpath();
    }

    /** A list of so many would show in memory; the source in memory lists the full million. */
    @Override
    protected int crowdSize() {
        return 200_000;
    }
}
