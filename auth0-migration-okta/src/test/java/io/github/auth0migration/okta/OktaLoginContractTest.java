package io.github.auth0migration.okta;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.LoginScriptContract;

class OktaLoginContractTest extends LoginScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new OktaFixture();
    }
}
