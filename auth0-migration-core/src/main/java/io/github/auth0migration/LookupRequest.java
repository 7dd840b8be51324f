package io.github.auth0migration;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look-up of a person: by what somebody typed, or by the {@code user_id} that this library gave them.
 *
 * <p>A request is for one call; its deadline runs from the moment the request is made. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class LookupRequest {

    private final @Nullable Identifier identifier;
    private final @Nullable String userId;
    private final Deadline deadline;
    private final String correlationId;

    private LookupRequest(
            @Nullable Identifier identifier, @Nullable String userId, Deadline deadline, String correlationId) {
        this.identifier = identifier;
        this.userId = userId;
        this.deadline = Objects.requireNonNull(deadline, "deadline");
        this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
    }

    /**
     * Looks for who owns an identifier.
     *
     * @param typed what the person typed as e-mail or username, unchanged
     * @return the request, with {@link Deadline#standard()} from now and a random correlation id
     */
    public static LookupRequest byIdentifier(String typed) {
        return new LookupRequest(Identifier.of(typed), null, Deadline.standard(), newId());
    }

    /**
     * Looks for one person again.
     *
     * @param userId the {@link MigratedUser#userId()} of an earlier outcome
     * @return the request, with {@link Deadline#standard()} from now and a random correlation id
     */
    public static LookupRequest byUserId(String userId) {
        return new LookupRequest(null, Objects.requireNonNull(userId, "userId"), Deadline.standard(), newId());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * A copy with another deadline.
     *
     * @param newDeadline by when the outcome must be there
     * @return the copy
     */
    public LookupRequest withDeadline(Deadline newDeadline) {
        return new LookupRequest(identifier, userId, newDeadline, correlationId);
    }

    /**
     * A copy with the host's own id for this look-up.
     *
     * @param id 1 to 128 printable ASCII characters
     * @return the copy
     * @throws IllegalArgumentException if {@code id} has another form
     */
    public LookupRequest withCorrelationId(String id) {
        return new LookupRequest(identifier, userId, deadline, CorrelationId.checked(id));
    }

    /**
     * Whether the look-up may be sent to a platform at all: a {@link Identifier#isPlausible() plausible} identifier, or a
     * user id of 1 to 255 characters without white space and control characters.
     *
     * @return whether it may be sent
     */
    public boolean isPlausible() {
        return identifier != null
                ? identifier.isPlausible()
                : Auth0Rules.isUserId(Objects.requireNonNull(userId, "userId"));
    }

    /** {@return what the person typed; empty for a look-up by user id} */
    public Optional<Identifier> identifier() {
        return Optional.ofNullable(identifier);
    }

    /** {@return the user id to look for; empty for a look-up by identifier} */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    /** {@return by when the outcome must be there} */
    public Deadline deadline() {
        return deadline;
    }

    /** {@return the id of this look-up in events and logs} */
    public String correlationId() {
        return correlationId;
    }

    @Override
    public String toString() {
        return "LookupRequest["
                + (identifier == null ? (isPlausible() ? userId : "(implausible user id)") : identifier.shortened())
                + ", " + correlationId + "]";
    }
}
