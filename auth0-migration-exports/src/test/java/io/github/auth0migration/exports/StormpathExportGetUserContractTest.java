package io.github.auth0migration.exports;

import io.github.auth0migration.testkit.ContractFixture;
import io.github.auth0migration.testkit.GetUserScriptContract;
import java.io.IOException;

class StormpathExportGetUserContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() throws IOException {
        return new StormpathExportFixture();
    }
}
