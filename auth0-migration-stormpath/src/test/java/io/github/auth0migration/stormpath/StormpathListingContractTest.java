package io.github.auth0migration.stormpath;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;

class StormpathListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return StormpathFixture.stormpath();
    }

    /** Still ten times what would show in memory; Okta's contract lists the full million. */
    @Override
    protected int crowdSize() {
        return 300_000;
    }
}
