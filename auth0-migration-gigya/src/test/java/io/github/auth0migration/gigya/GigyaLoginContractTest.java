package io.github.auth0migration.gigya;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.LoginScriptContract;
import java.util.function.UnaryOperator;

class GigyaLoginContractTest extends LoginScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new GigyaFixture(UnaryOperator.identity());
    }
}
