package io.github.auth0migration.testkit;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.UserListing;
import java.util.function.UnaryOperator;

/** The contracts run over one broken source at a time: only {@link ContractsCanFailTest} starts them. */
final class BrokenRuns {

    private static UnaryOperator<MigrationSource> breaker = UnaryOperator.identity();

    private static UnaryOperator<UserListing> listingBreaker = UnaryOperator.identity();

    private BrokenRuns() {}

    static void breakWith(UnaryOperator<MigrationSource> mistake) {
        breaker = mistake;
    }

    static void breakListingWith(UnaryOperator<UserListing> mistake) {
        listingBreaker = mistake;
    }

    static class Login extends LoginScriptContract {
        @Override
        protected ContractFixture createFixture() {
            return new InMemoryFixture(breaker, UnaryOperator.identity());
        }
    }

    static class GetUser extends GetUserScriptContract {
        @Override
        protected ContractFixture createFixture() {
            return new InMemoryFixture(breaker, UnaryOperator.identity());
        }
    }

    static class Listing extends UserListingContract {
        @Override
        protected ListingFixture createFixture() {
            return new InMemoryFixture(UnaryOperator.identity(), listingBreaker);
        }

        @Override
        protected int crowdSize() {
            return 200_000;
        }
    }
}
