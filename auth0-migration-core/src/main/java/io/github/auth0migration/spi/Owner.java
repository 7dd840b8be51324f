package io.github.auth0migration.spi;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.Refusal;
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

    /**
     * What to ask about the one account.
     *
     * @param <T> the accounts
     * @param <R> the outcome
     */
    @FunctionalInterface
    interface Question<T, R> {
        /**
         * Asks.
         *
         * @param account the account
         * @return the outcome
         * @throws CallFailedException if the platform gave no usable answer
         */
        R ask(T account) throws CallFailedException;
    }

    /**
     * A Login script's outcome: the password is asked about for exactly one owner only.
     *
     * @param one asks about its password
     * @param nobody how an unknown user is rejected: {@link LoginOutcome.Cause#UNKNOWN_USER} only if the search cannot
     *     have missed anybody
     * @return the outcome
     * @throws CallFailedException if the platform gave no usable answer
     */
    default LoginOutcome login(Question<T, LoginOutcome> one, LoginOutcome.Cause nobody) throws CallFailedException {
        if (this instanceof One<T> owner) {
            return one.ask(owner.account());
        }
        return refusal()
                .<LoginOutcome>map(reason -> new LoginOutcome.Refused(Refusal.unproved(reason)))
                .orElseGet(() -> LoginOutcome.Rejected.of(nobody));
    }

    /**
     * A Get User script's outcome.
     *
     * @param one what to say of exactly one owner
     * @param nobody how sure it is that there is nobody
     * @return the outcome
     * @throws CallFailedException if the platform gave no usable answer
     */
    default LookupOutcome lookup(Question<T, LookupOutcome> one, LookupOutcome.Evidence nobody)
            throws CallFailedException {
        if (this instanceof One<T> owner) {
            return one.ask(owner.account());
        }
        return refusal()
                .<LookupOutcome>map(LookupOutcome.Refused::of)
                .orElseGet(() -> new LookupOutcome.NotFound(nobody));
    }

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
