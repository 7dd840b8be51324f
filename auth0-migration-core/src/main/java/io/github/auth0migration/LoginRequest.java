package io.github.auth0migration;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * One attempt to sign in: who, with which password, from where, by when.
 *
 * <p>A request is for one call; its deadline runs from the moment the request is made. It holds a password:
 * {@code toString} is redacted, there is no {@code equals}, and it cannot be serialized. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class LoginRequest {

    /** The longest password that is looked at, in UTF-16 units; longer ones are refused without asking anybody. */
    public static final int MAX_PASSWORD_LENGTH = 4096;

    private final Identifier identifier;
    private final String password;
    private final ClientInfo client;
    private final Deadline deadline;
    private final String correlationId;

    private LoginRequest(
            Identifier identifier, String password, ClientInfo client, Deadline deadline, String correlationId) {
        this.identifier = Objects.requireNonNull(identifier, "identifier");
        this.password = Objects.requireNonNull(password, "password");
        this.client = Objects.requireNonNull(client, "client");
        this.deadline = Objects.requireNonNull(deadline, "deadline");
        this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
    }

    /**
     * A request from an unknown client, with {@link Deadline#standard()} from now and a random correlation id.
     *
     * @param identifier what the person typed as e-mail or username, unchanged
     * @param password what the person typed as password, unchanged
     * @return the request
     */
    public static LoginRequest of(String identifier, String password) {
        return new LoginRequest(
                Identifier.of(identifier),
                password,
                ClientInfo.unknown(),
                Deadline.standard(),
                UUID.randomUUID().toString());
    }

    /**
     * A copy that tells where the person signs in from.
     *
     * @param info what the host knows of the device
     * @return the copy
     */
    public LoginRequest withClient(ClientInfo info) {
        return new LoginRequest(identifier, password, info, deadline, correlationId);
    }

    /**
     * A copy with another deadline.
     *
     * @param newDeadline by when the outcome must be there
     * @return the copy
     */
    public LoginRequest withDeadline(Deadline newDeadline) {
        return new LoginRequest(identifier, password, client, newDeadline, correlationId);
    }

    /**
     * A copy with the host's own id for this attempt, by which events and logs can be found again.
     *
     * @param id 1 to 128 printable ASCII characters
     * @return the copy
     * @throws IllegalArgumentException if {@code id} has another form
     */
    public LoginRequest withCorrelationId(String id) {
        return new LoginRequest(identifier, password, client, deadline, CorrelationId.checked(id));
    }

    /**
     * Whether the request may be sent to a platform at all: a {@link Identifier#isPlausible() plausible} identifier, and
     * a password that is text, neither empty nor over {@link #MAX_PASSWORD_LENGTH}.
     *
     * @return whether it may be sent
     */
    public boolean isPlausible() {
        return identifier.isPlausible() && isPlausible(password);
    }

    /**
     * Whether a password may be sent, or set, at all: text, neither empty nor over {@link #MAX_PASSWORD_LENGTH}.
     *
     * @param password the password
     * @return whether it may
     */
    public static boolean isPlausible(String password) {
        return !password.isEmpty()
                && password.length() <= MAX_PASSWORD_LENGTH
                // Half a surrogate pair has no UTF-8: two such passwords would be sent as the same one.
                && StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }

    /** {@return what the person typed as e-mail or username} */
    public Identifier identifier() {
        return identifier;
    }

    /** {@return what the person typed as password: a secret} */
    public String password() {
        return password;
    }

    /** {@return what the host knows of the device} */
    public ClientInfo client() {
        return client;
    }

    /** {@return by when the outcome must be there} */
    public Deadline deadline() {
        return deadline;
    }

    /** {@return the id of this attempt in events and logs} */
    public String correlationId() {
        return correlationId;
    }

    @Override
    public String toString() {
        return "LoginRequest[" + identifier.shortened() + ", " + correlationId + "]";
    }
}
