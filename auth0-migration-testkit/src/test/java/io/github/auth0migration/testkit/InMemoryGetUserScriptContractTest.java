package io.github.auth0migration.testkit;

class InMemoryGetUserScriptContractTest extends GetUserScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new InMemoryFixture();
    }
}
