package io.github.auth0migration.okta;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.GetUserScriptContract;

class OktaGetUserContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new OktaFixture();
    }
}
