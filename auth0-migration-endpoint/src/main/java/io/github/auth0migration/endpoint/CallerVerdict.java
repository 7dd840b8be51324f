package io.github.auth0migration.endpoint;

import io.github.auth0migration.Failure;
import java.util.Objects;

/**
 * Whether a caller may call.
 *
 * @since 0.1.0
 */
public sealed interface CallerVerdict {

    /** The token is good. */
    record Accepted() implements CallerVerdict {}

    /**
     * The token proves nothing: unknown, expired, not for us. The caller gets 401 and no reason; operators find it in the log.
     *
     * @param reason why, for operators, free of secrets
     */
    record Unauthorized(String reason) implements CallerVerdict {
        /**
         * Checks the component.
         *
         * @param reason why
         */
        public Unauthorized {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The token is genuine, but its bearer may not call. The caller gets 403 and no reason; operators find it in the log.
     *
     * @param reason why, for operators, free of secrets
     */
    record Forbidden(String reason) implements CallerVerdict {
        /**
         * Checks the component.
         *
         * @param reason why
         */
        public Forbidden {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * We could not find out; nobody is let in. The caller gets 503.
     *
     * @param failure why not
     */
    record Unavailable(Failure failure) implements CallerVerdict {
        /**
         * Checks the component.
         *
         * @param failure why not
         */
        public Unavailable {
            Objects.requireNonNull(failure, "failure");
        }
    }
}
