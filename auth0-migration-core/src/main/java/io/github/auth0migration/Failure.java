package io.github.auth0migration;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a question could not be answered: the platform was down, slow, rate-limited, misconfigured or made no sense.
 *
 * <p>A failure says nothing about the person: neither that the password is wrong nor that nobody has this identifier.
 * It holds no secret and no upstream body, so it may be logged. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Failure {

    /**
     * What kind of failure it was. More kinds may be added in any release: a {@code switch} over them needs a
     * {@code default}.
     */
    public enum Kind {
        /** The platform could not be reached; nothing was sent. */
        CONNECT,
        /** The TLS handshake or the certificate check failed. */
        TLS,
        /** The deadline passed, or the connection ended, before the answer was complete. */
        TIMEOUT,
        /** The platform asks us to slow down. */
        RATE_LIMITED,
        /** The platform, or a gateway before it, failed (5xx, or a connection that was reset). */
        SERVER_ERROR,
        /** An answer arrived that we do not understand: it is never taken for a yes or a no. */
        MALFORMED_RESPONSE,
        /** The platform refuses our own token or key. */
        SOURCE_CREDENTIALS,
        /** The source is set up wrongly: address, id, rights or a feature that is switched off. */
        CONFIGURATION,
        /** Our own limit of calls in flight is reached; nothing was sent. */
        OVERLOADED,
        /** An operator took the source out of use; nothing was sent. */
        SWITCHED_OFF,
        /** The calling thread was interrupted; its interrupt flag is set again. */
        INTERRUPTED,
        /** A bug, in this library or in code that the host supplied. */
        INTERNAL
    }

    private final Kind kind;
    private final String detail;
    private final @Nullable Duration retryAfter;
    private final @Nullable String upstreamRequestId;

    private Failure(Kind kind, String detail, @Nullable Duration retryAfter, @Nullable String upstreamRequestId) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.detail = Objects.requireNonNull(detail, "detail");
        this.retryAfter = retryAfter;
        this.upstreamRequestId = upstreamRequestId;
    }

    /**
     * A failure without a time to wait and without an upstream request id.
     *
     * @param kind what kind of failure it was
     * @param detail one sentence for operators; must hold no secret, no upstream body and no path
     * @return the failure
     */
    public static Failure of(Kind kind, String detail) {
        return new Failure(kind, detail, null, null);
    }

    /**
     * A copy that says when to come back.
     *
     * @param wait how long to wait, by the platform's clock; not negative
     * @return the copy
     */
    public Failure withRetryAfter(Duration wait) {
        return new Failure(kind, detail, Objects.requireNonNull(wait, "wait"), upstreamRequestId);
    }

    /**
     * A copy that names the request for the platform's support.
     *
     * @param id the platform's own request id, from a response header
     * @return the copy
     */
    public Failure withUpstreamRequestId(String id) {
        return new Failure(kind, detail, retryAfter, Objects.requireNonNull(id, "id"));
    }

    /** {@return the kind of failure} */
    public Kind kind() {
        return kind;
    }

    /** {@return one sentence for operators, free of secrets} */
    public String detail() {
        return detail;
    }

    /** {@return how long to wait before trying again, when the platform says so} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** {@return the platform's id of the failed request, when it gave one} */
    public Optional<String> upstreamRequestId() {
        return Optional.ofNullable(upstreamRequestId);
    }

    /** {@return a text that may be shown to the person who tries to sign in} */
    public String messageForPerson() {
        return "We cannot check your sign-in right now. Please try again in a moment.";
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Failure other
                && kind == other.kind
                && detail.equals(other.detail)
                && Objects.equals(retryAfter, other.retryAfter)
                && Objects.equals(upstreamRequestId, other.upstreamRequestId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, detail, retryAfter, upstreamRequestId);
    }

    @Override
    public String toString() {
        return kind
                + ": "
                + detail
                + (retryAfter == null ? "" : " (retry after " + retryAfter.toMillis() + " ms)")
                + (upstreamRequestId == null ? "" : " [upstream request " + upstreamRequestId + "]");
    }
}
