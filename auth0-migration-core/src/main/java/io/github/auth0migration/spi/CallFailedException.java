package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import java.util.Objects;

/**
 * A call to a platform gave no usable answer. Authors of sources turn it into {@code Unavailable(failure())}.
 *
 * <p>It has no cause and no stack trace: exceptions of HTTP clients quote addresses and headers, and this one may be
 * thrown once for each refused connection.
 *
 * @since 0.1.0
 */
public final class CallFailedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;
    private final boolean unsent;

    private CallFailedException(Failure failure, boolean unsent) {
        super(failure.toString(), null, false, false);
        this.failure = Objects.requireNonNull(failure, "failure");
        this.unsent = unsent;
    }

    /**
     * The request, or a part of it, may have reached the platform.
     *
     * @param failure what to report
     * @return the exception
     */
    public static CallFailedException maybeSent(Failure failure) {
        return new CallFailedException(failure, false);
    }

    /**
     * Nothing was sent: the platform knows nothing of this call.
     *
     * @param failure what to report
     * @return the exception
     */
    public static CallFailedException unsent(Failure failure) {
        return new CallFailedException(failure, true);
    }

    /** {@return what to report} */
    public Failure failure() {
        return failure;
    }

    /** {@return whether it is certain that nothing was sent} */
    public boolean isUnsent() {
        return unsent;
    }
}
