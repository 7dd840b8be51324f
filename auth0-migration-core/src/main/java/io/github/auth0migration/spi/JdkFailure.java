package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What an exception of the JDK's client means. Its message is looked at where there is no type for a case, and never
 * handed on: such messages quote addresses, status lines and headers.
 */
final class JdkFailure {

    private JdkFailure() {}

    static CallFailedException of(Exception e, String host) {
        if (has(e, UnresolvedAddressException.class)) {
            return unsent(Failure.Kind.CONNECT, "The name " + host + " is not resolved; nothing was sent.");
        }
        if (has(e, HttpConnectTimeoutException.class)) {
            return unsent(Failure.Kind.CONNECT, "No connection to " + host + " in time; nothing was sent.");
        }
        if (has(e, ConnectException.class)) {
            return unsent(Failure.Kind.CONNECT, "Connection to " + host + " refused or no route; nothing was sent.");
        }
        if (has(e, SSLException.class)) {
            return maybeSent(
                    Failure.Kind.TLS, "TLS with " + host + " failed: check its certificate and what we trust.");
        }
        if (e instanceof TimeoutException || has(e, HttpTimeoutException.class)) {
            return maybeSent(Failure.Kind.TIMEOUT, "No complete answer from " + host + " before the deadline.");
        }
        if (e instanceof CappedBody.TooLargeException) {
            return maybeSent(Failure.Kind.MALFORMED_RESPONSE, "The answer of " + host + " is larger than allowed.");
        }
        if (has(e, ProtocolException.class)) {
            return maybeSent(Failure.Kind.MALFORMED_RESPONSE, "The answer of " + host + " is not HTTP.");
        }
        if (isReset(e)) {
            return maybeSent(Failure.Kind.SERVER_ERROR, "The connection to " + host + " was reset.");
        }
        if (e instanceof IOException) {
            return maybeSent(
                    Failure.Kind.TIMEOUT, "The connection to " + host + " ended before the answer was complete.");
        }
        return maybeSent(
                Failure.Kind.INTERNAL,
                "The JDK's HTTP client failed with " + e.getClass().getName() + ".");
    }

    private static boolean isReset(Exception e) {
        return causes(e)
                .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
                .map(message -> message.toLowerCase(Locale.ROOT))
                .anyMatch(message -> message.contains("connection reset") || message.contains("broken pipe"));
    }

    private static boolean has(Exception e, Class<? extends Throwable> type) {
        return causes(e).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Exception e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static CallFailedException unsent(Failure.Kind kind, String detail) {
        return CallFailedException.unsent(Failure.of(kind, detail));
    }

    private static CallFailedException maybeSent(Failure.Kind kind, String detail) {
        return CallFailedException.maybeSent(Failure.of(kind, detail));
    }
}
