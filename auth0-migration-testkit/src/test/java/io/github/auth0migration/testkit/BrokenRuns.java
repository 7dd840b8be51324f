package io.github.auth0migration.testkit;

import io.github.auth0migration.MigrationSource;
import java.util.function.UnaryOperator;

/** The contracts run over one broken source at a time: only {@link ContractsCanFailTest} starts them. */
final class BrokenRuns {

    private static UnaryOperator<MigrationSource> breaker = UnaryOperator.identity();

    private BrokenRuns() {}

    static void breakWith(UnaryOperator<MigrationSource> mistake) {
        breaker = mistake;
    }

    static class Login extends LoginScriptContract {
        @Override
        protected ContractFixture createFixture() {
            return new InMemoryFixture(breaker);
        }
    }

    static class GetUser extends GetUserScriptContract {
        @Override
        protected ContractFixture createFixture() {
            return new InMemoryFixture(breaker);
        }
    }
}
