package io.github.auth0migration.stormpath;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.GetUserScriptContract;

class StormpathGetUserContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return StormpathFixture.stormpath();
    }
}
