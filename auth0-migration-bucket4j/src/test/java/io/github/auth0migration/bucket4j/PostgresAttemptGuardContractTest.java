package io.github.auth0migration.bucket4j;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.testkit.AttemptGuardContract;
import io.github.auth0migration.testkit.GuardLimits;
import org.junit.jupiter.api.AfterEach;

class PostgresAttemptGuardContractTest extends AttemptGuardContract {

    private final GuardDatabase database = GuardDatabase.open();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AttemptGuard createGuard(GuardLimits limits, TimeSource time) {
        return database.guard("contract")
                .perIdentifier(limits.perIdentifier())
                .perUser(limits.perUser())
                .perAddress(limits.perAddress())
                .total(limits.total())
                .window(limits.window())
                .time(time)
                .listener(event -> {
                    throw new AssertionError("falls back: " + event);
                })
                .build();
    }
}
