package io.github.auth0migration.testkit;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.TimeSource;

class InMemoryAttemptGuardContractTest extends AttemptGuardContract {

    @Override
    protected AttemptGuard createGuard(GuardLimits limits, TimeSource time) {
        return guard(limits, time);
    }

    static InMemoryAttemptGuard guard(GuardLimits limits, TimeSource time) {
        return InMemoryAttemptGuard.builder()
                .perIdentifier(limits.perIdentifier())
                .perUser(limits.perUser())
                .perAddress(limits.perAddress())
                .total(limits.total())
                .window(limits.window())
                .time(time)
                .build();
    }
}
