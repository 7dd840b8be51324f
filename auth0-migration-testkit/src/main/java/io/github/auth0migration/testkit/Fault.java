package io.github.auth0migration.testkit;

import io.github.auth0migration.Failure;

/**
 * How a platform fails in a contract. More faults may be added in any release.
 *
 * @since 0.1.0
 */
public enum Fault {
    /** Nothing listens at its address. */
    DOWN(Failure.Kind.CONNECT),
    /** It takes requests and never answers. */
    STALLED(Failure.Kind.TIMEOUT),
    /** It asks to slow down. */
    RATE_LIMITED(Failure.Kind.RATE_LIMITED),
    /** It answers with its own kind of internal error. */
    SERVER_ERROR(Failure.Kind.SERVER_ERROR),
    /** It answers 200 with something that is not its answer, as a captive portal would. */
    GARBAGE(Failure.Kind.MALFORMED_RESPONSE),
    /** It refuses the source's own token or key. */
    CREDENTIALS_REFUSED(Failure.Kind.SOURCE_CREDENTIALS);

    private final Failure.Kind kind;

    Fault(Failure.Kind kind) {
        this.kind = kind;
    }

    /** {@return the kind of failure that every source must report} */
    public Failure.Kind kind() {
        return kind;
    }
}
