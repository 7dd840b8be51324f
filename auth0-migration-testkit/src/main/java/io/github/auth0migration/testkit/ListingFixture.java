package io.github.auth0migration.testkit;

import io.github.auth0migration.UserListing;

/**
 * What {@link UserListingContract} needs beyond a {@link ContractFixture}.
 *
 * @since 0.1.0
 */
public interface ListingFixture extends ContractFixture {

    /** {@return the listing of the same people, the same each time; usually the source itself} */
    UserListing listing();

    /**
     * Makes the platform know so many more people, who may come in and have nothing special about them. Simulators make
     * them up as they are asked for: a million must not fill the memory.
     *
     * @param count how many; called once at most
     */
    void crowd(int count);
}
