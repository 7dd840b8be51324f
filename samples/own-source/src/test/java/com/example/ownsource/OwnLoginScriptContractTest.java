package com.example.ownsource;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.LoginScriptContract;

class OwnLoginScriptContractTest extends LoginScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new OwnFixture();
    }
}
