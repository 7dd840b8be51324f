package io.github.auth0migration.endpoint;

/**
 * Something that answers HTTP requests without knowing which server it runs in. Implementations throw nothing, are
 * thread-safe, and never answer with a redirect.
 *
 * @see MigrationEndpoint
 * @since 0.1.0
 */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers a request.
     *
     * @param request the request; its body is read at most once, and only as far as needed
     * @return the complete answer
     */
    EndpointResponse handle(EndpointRequest request);
}
