package io.github.auth0migration.testkit;

class InMemoryUserListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return new InMemoryFixture();
    }
}
