package io.github.auth0migration.testkit;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.UserListing;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The contracts run over one broken source at a time: only {@link ContractsCanFailTest} starts them. */
final class BrokenRuns {

    private static UnaryOperator<MigrationSource> breaker = UnaryOperator.identity();

    private static UnaryOperator<UserListing> listingBreaker = UnaryOperator.identity();

    private static Set<Fault> faults = Set.of();

    private static int crowd;

    private BrokenRuns() {}

    /** Sets what is wrong next, and how the platform can fail: each stall that nobody asks about would cost a deadline. */
    static void breakWith(UnaryOperator<MigrationSource> mistake, Set<Fault> platformFaults) {
        breaker = mistake;
        faults = platformFaults;
    }

    /** Sets what is wrong next, and among how many people memory is measured. */
    static void breakListingWith(UnaryOperator<UserListing> mistake, int people) {
        crowd = people;
        listingBreaker = mistake;
    }

    static class Login extends LoginScriptContract {
        @Override
        protected ContractFixture createFixture() {
            return new InMemoryFixture(breaker, UnaryOperator.identity(), faults);
        }
    }

    static class GetUser extends GetUserScriptContract {
        @Override
        protected ContractFixture createFixture() {
            return new InMemoryFixture(breaker, UnaryOperator.identity(), faults);
        }
    }

    static class Listing extends UserListingContract {
        @Override
        protected ListingFixture createFixture() {
            return new InMemoryFixture(UnaryOperator.identity(), listingBreaker, EnumSet.allOf(Fault.class));
        }

        @Override
        protected int crowdSize() {
            return crowd;
        }
    }
}
