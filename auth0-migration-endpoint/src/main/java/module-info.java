/** The endpoint that Auth0's action scripts call. */
module io.github.auth0migration.endpoint {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive io.github.auth0migration.core;
    requires org.slf4j;
    requires static com.nimbusds.jose.jwt;
    requires static jakarta.servlet;
    requires static jdk.httpserver;
    requires static org.jspecify;

    exports io.github.auth0migration.endpoint;
}
