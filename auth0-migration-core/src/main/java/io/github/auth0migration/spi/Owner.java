package io.github.auth0migration.spi;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.spi.OwnedIdentifiers.Claim;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who owns what was typed, among the accounts that a platform's search brought: exactly one, or none is chosen.
 *
 * @param <T> the accounts
 * @since 0.1.0
 */
public sealed interface Owner<T> {

    /** {@return why nobody may come in, where somebody owns it; empty for {@link One} and {@link None}} */
    default Optional<Reason> refusal() {
        return Optional.empty();
    }

    /**
     * Exactly one account owns it.
     *
     * @param account the account
     * @param <T> the accounts
     */
    record One<T>(T account) implements Owner<T> {}

    /**
     * No account owns it.
     *
     * @param <T> the accounts
     */
    record None<T>() implements Owner<T> {}

    /**
     * An account owns it, but the person must type something else: {@code IDENTITY_MISMATCH}.
     *
     * @param <T> the accounts
     */
    record ByAnotherName<T>() implements Owner<T> {
        @Override
        public Optional<Reason> refusal() {
            return Optional.of(Reason.IDENTITY_MISMATCH);
        }
    }

    /**
     * Several accounts own it: {@code AMBIGUOUS}, never a choice.
     *
     * @param <T> the accounts
     */
    record Several<T>() implements Owner<T> {
        @Override
        public Optional<Reason> refusal() {
            return Optional.of(Reason.AMBIGUOUS);
        }
    }

    /**
     * Finds the owner.
     *
     * @param accounts what the search brought, each account once, right or not
     * @param owned what an account owns
     * @param typed what was typed
     * @param policy what a person may type
     * @param <T> the accounts
     * @return the owner
     */
    static <T> Owner<T> among(
            Collection<T> accounts, Function<T, OwnedIdentifiers> owned, Identifier typed, IdentifierPolicy policy) {
        List<T> owners = accounts.stream()
                .filter(account -> owned.apply(account).claim(typed, policy) == Claim.OWNER)
                .toList();
        if (owners.size() > 1) {
            return new Several<>();
        }
        if (owners.size() == 1) {
            return new One<>(owners.get(0));
        }
        boolean byAnotherName = accounts.stream()
                .anyMatch(account -> owned.apply(account).claim(typed, policy) == Claim.OWNER_BY_ANOTHER_NAME);
        return byAnotherName ? new ByAnotherName<>() : new None<>();
    }
}
