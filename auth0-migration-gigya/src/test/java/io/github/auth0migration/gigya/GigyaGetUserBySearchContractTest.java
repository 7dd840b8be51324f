package io.github.auth0migration.gigya;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.GetUserScriptContract;

class GigyaGetUserBySearchContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new GigyaFixture(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY));
    }
}
