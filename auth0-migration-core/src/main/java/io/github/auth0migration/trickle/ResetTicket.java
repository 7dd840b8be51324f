package io.github.auth0migration.trickle;

import java.util.Objects;

/**
 * For whom a reset was started. The host keeps it beside the token that it mails, and hands it back once the token came
 * back: whoever holds the token proved that they read mail at this address, and nothing else.
 *
 * @param userId for whom
 * @param email where the token is mailed
 * @since 0.1.0
 */
public record ResetTicket(String userId, String email) {
    /**
     * Checks the components.
     *
     * @param userId for whom
     * @param email where the token is mailed
     */
    public ResetTicket {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(email, "email");
    }

    @Override
    public String toString() {
        return "ResetTicket[" + userId + "]";
    }
}
