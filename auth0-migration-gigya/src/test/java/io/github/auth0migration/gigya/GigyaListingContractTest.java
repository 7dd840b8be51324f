package io.github.auth0migration.gigya;

import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.UserListingContract;
import java.util.function.UnaryOperator;

class GigyaListingContractTest extends UserListingContract {

    @Override
    protected ListingFixture createFixture() {
        return new GigyaFixture(UnaryOperator.identity());
    }

    /** A list of so many would show in memory; the source in memory lists the full million. */
    @Override
    protected int crowdSize() {
        return 200_000;
    }
}
