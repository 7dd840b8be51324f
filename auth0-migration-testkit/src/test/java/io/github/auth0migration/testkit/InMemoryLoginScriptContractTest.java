package io.github.auth0migration.testkit;

class InMemoryLoginScriptContractTest extends LoginScriptContract {

    @Override
    protected ContractFixture createFixture() {
        return new InMemoryFixture();
    }
}
