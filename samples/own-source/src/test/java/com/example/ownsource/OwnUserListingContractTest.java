package com.example.ownsource;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;

class OwnUserListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return new OwnFixture();
    }
}
