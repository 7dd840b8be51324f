package io.github.auth0migration;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often passwords may be guessed, below the platform's own lockout: a guess too many must not lock the
 * account of the person who is being attacked.
 *
 * <p>An attempt is counted when it is {@link #admit admitted}, so that a thousand at once do not all slip through, and
 * settled by exactly one of the other methods. A right password clears nothing but its own attempt: a key folds widely,
 * so that an account of one's own could wash off guesses at the one beside it.
 *
 * <p>Implementations are thread-safe. One that throws makes the attempt {@code Unavailable}: nobody is let through
 * unguarded.
 *
 * @see Sources#guarded
 * @since 0.1.0
 */
public interface AttemptGuard {

    /**
     * One attempt.
     *
     * @param identifierKey the {@link Identifier#guardKey()} of what was typed
     * @param address the client's address, only when the host supplied a trusted one; {@code null} otherwise
     */
    record Attempt(String identifierKey, @Nullable InetAddress address) {

        /**
         * The attempt that a request makes.
         *
         * @param request the request
         * @return the attempt
         */
        public static Attempt of(LoginRequest request) {
            return new Attempt(
                    request.identifier().guardKey(),
                    request.client().trustedAddress().orElse(null));
        }

        @Override
        public String toString() {
            return "Attempt";
        }
    }

    /**
     * Counts an attempt, unless one of its limits is reached.
     *
     * @param attempt the attempt
     * @return empty if it may go on; otherwise how long the limit stays reached
     */
    Optional<Duration> admit(Attempt attempt);

    /**
     * The password was wrong, or not proved: the attempt stays counted.
     *
     * @param attempt the admitted attempt
     * @param userId whose password it would have been, where the source knows: counted too, whatever was typed
     */
    void failed(Attempt attempt, @Nullable String userId);

    /**
     * The password was right, or nothing was learnt about it: the attempt is no longer counted.
     *
     * @param attempt the admitted attempt
     */
    void takeBack(Attempt attempt);
}
