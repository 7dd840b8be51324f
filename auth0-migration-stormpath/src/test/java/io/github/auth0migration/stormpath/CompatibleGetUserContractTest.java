package io.github.auth0migration.stormpath;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.GetUserScriptContract;

class CompatibleGetUserContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return StormpathFixture.compatible();
    }
}
