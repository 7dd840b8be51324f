package io.github.auth0migration;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People who must never come over by migration: administrators, test accounts, people who were deleted on purpose.
 *
 * <p>Implementations are thread-safe.
 *
 * @see Sources#excluding
 * @since 0.1.0
 */
public interface DenyList {

    /**
     * Whether to refuse before anybody is asked.
     *
     * @param typed what the person typed
     * @return whether it is denied
     */
    boolean denies(Identifier typed);

    /**
     * Whether to refuse somebody whom the platform knows.
     *
     * @param user who it is
     * @return whether they are denied
     */
    boolean denies(MigratedUser user);

    /**
     * A fixed list.
     *
     * @param entries e-mail addresses, usernames, user ids and the platform's own ids; compared without the case of A–Z.
     *     Ids are the safe choice: a login that looks like an address but is not the e-mail is known only when typed
     * @return the list
     */
    static DenyList of(Collection<String> entries) {
        Set<String> keys = entries.stream()
                .map(entry -> Identifier.of(entry).comparisonKey())
                .collect(Collectors.toUnmodifiableSet());
        return new DenyList() {
            @Override
            public boolean denies(Identifier typed) {
                return keys.contains(typed.comparisonKey());
            }

            @Override
            public boolean denies(MigratedUser user) {
                return denies(Identifier.of(user.userId()))
                        || denies(Identifier.of(user.source().id()))
                        || user.email().map(Identifier::of).filter(this::denies).isPresent()
                        || user.username()
                                .map(Identifier::of)
                                .filter(this::denies)
                                .isPresent();
            }
        };
    }
}
