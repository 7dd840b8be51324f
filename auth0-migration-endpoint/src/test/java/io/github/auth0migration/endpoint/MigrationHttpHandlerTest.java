package io.github.auth0migration.endpoint;

/** The endpoint on the JDK's own server. */
class MigrationHttpHandlerTest extends MigrationEndpointContract {

    @Override
    EndpointServer start(Endpoint endpoint) {
        return EndpointServer.start(endpoint);
    }
}
