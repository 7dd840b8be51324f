package io.github.auth0migration.stormpath;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.LoginScriptContract;

class CompatibleLoginContractTest extends LoginScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return StormpathFixture.compatible();
    }
}
