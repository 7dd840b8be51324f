package io.github.auth0migration.okta;

import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;

/** Without a call for each person's factors, or a million people would take an hour. */
class OktaUserListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return new OktaFixture(SecondFactorPolicy.MIGRATE_WITH_CAVEAT);
    }

    /** A list of so many would show in memory; the source in memory lists the full million. */
    @Override
    protected int crowdSize() {
        return 200_000;
    }
}
