package io.github.auth0migration.testkit;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person whom a contract asks a platform to know. Holds a password: {@code toString} is redacted and there is no
 * {@code equals}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ContractPerson {

    private final String email;
    private final String password;
    private final @Nullable String login;
    private final PersonState state;

    private ContractPerson(String email, String password, @Nullable String login, PersonState state) {
        this.email = Objects.requireNonNull(email, "email");
        this.password = Objects.requireNonNull(password, "password");
        this.login = login;
        this.state = Objects.requireNonNull(state, "state");
    }

    static ContractPerson active(String email, String password) {
        return new ContractPerson(email, password, null, PersonState.ACTIVE);
    }

    ContractPerson in(PersonState newState) {
        return new ContractPerson(email, password, login, newState);
    }

    ContractPerson withLogin(String newLogin) {
        return new ContractPerson(email, password, newLogin, state);
    }

    /** {@return the address; verified at platforms that verify} */
    public String email() {
        return email;
    }

    /** {@return the right password} */
    public String password() {
        return password;
    }

    /** {@return the login; empty where it is the address, or where the platform makes up its own} */
    public Optional<String> login() {
        return Optional.ofNullable(login);
    }

    /** {@return how the account stands} */
    public PersonState state() {
        return state;
    }

    @Override
    public String toString() {
        return "ContractPerson[" + state + "]";
    }
}
