package io.github.auth0migration.stormpath;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;

class CompatibleListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return StormpathFixture.compatible();
    }

    /** The pages are Stormpath's, whose contract lists more. */
    @Override
    protected int crowdSize() {
        return 50_000;
    }
}
