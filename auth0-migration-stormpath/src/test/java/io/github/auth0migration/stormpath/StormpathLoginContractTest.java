package io.github.auth0migration.stormpath;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.LoginScriptContract;

class StormpathLoginContractTest extends LoginScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return StormpathFixture.stormpath();
    }
}
