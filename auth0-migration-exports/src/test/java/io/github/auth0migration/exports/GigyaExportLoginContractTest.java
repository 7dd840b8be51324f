package io.github.auth0migration.exports;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.LoginScriptContract;
import java.io.IOException;

class GigyaExportLoginContractTest extends LoginScriptContract {

    @Override
    protected ContractFixture createFixture() throws IOException {
        return new GigyaExportFixture();
    }
}
