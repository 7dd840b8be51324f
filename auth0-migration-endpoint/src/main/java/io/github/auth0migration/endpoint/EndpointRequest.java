package io.github.auth0migration.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * One HTTP request as an adapter hands it to an {@link Endpoint}. For one request and one thread.
 *
 * @since 0.1.0
 */
public interface EndpointRequest {

    /** {@return the method, such as {@code POST}} */
    String method();

    /**
     * {@return the path below the place where the endpoint is mounted, percent-encoded as it came, such as
     * {@code /login}; empty or beginning with a slash, without the query}
     */
    String path();

    /**
     * All values of a header.
     *
     * @param name its name, in any case
     * @return its values as they came, in order; empty if there is none
     */
    List<String> headers(String name);

    /**
     * The body, unread.
     *
     * @return a stream that the endpoint reads at most once; the adapter bounds how long a read may take
     * @throws IOException if it cannot be read
     */
    InputStream body() throws IOException;

    /** {@return whether the request came to this server over TLS} */
    boolean isTls();

    /**
     * {@return whether it came to a loopback address of this very machine. Adapters tell this by the address at which
     * the connection was accepted, never by a header}
     */
    boolean isLoopback();
}
