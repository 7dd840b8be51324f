package com.example.ownsource;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.GetUserScriptContract;

class OwnGetUserScriptContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new OwnFixture();
    }
}
