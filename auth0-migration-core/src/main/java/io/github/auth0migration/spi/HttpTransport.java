package io.github.auth0migration.spi;

/**
 * The seam to the network: sends one request and returns one complete answer.
 *
 * <p>Decorate it for tests, metrics or faults; a fake is a lambda. Implementations are thread-safe, follow no
 * redirect, keep no cookies, and hold the call's deadline over connecting, headers and body.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface HttpTransport {

    /**
     * Sends a call and waits for the whole answer, whatever its status.
     *
     * @param call what to send
     * @return what came back: any status, 3xx and 5xx included
     * @throws CallFailedException if no complete answer arrived; an interrupt is one such case, with the thread's flag
     *     set again
     */
    HttpReply send(HttpCall call) throws CallFailedException;
}
