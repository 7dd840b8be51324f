package io.github.auth0migration.gigya;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.GetUserScriptContract;
import java.util.function.UnaryOperator;

class GigyaGetUserContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new GigyaFixture(UnaryOperator.identity());
    }
}
