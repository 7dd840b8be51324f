package com.example.ownsource;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;

class OwnUserListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return new OwnFixture();
    }

    /** Quicker than the million of the contract, and a list of them would still show in memory. */
    @Override
    protected int crowdSize() {
        return 200_000;
    }
}
