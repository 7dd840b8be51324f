package io.github.auth0migration.spi;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account owns of the things that a person may type: the account that comes back must own what was typed.
 *
 * @param email the account's own e-mail address; {@code null} if it has none that it really owns
 * @param logins its login and usernames; unverified addresses are not among them
 * @since 0.1.0
 */
public record OwnedIdentifiers(@Nullable String email, List<String> logins) {

    /** How an account stands to what was typed. */
    public enum Claim {
        /** The account owns it, and it is what the policy asks for. */
        OWNER,
        /** The account owns it, but the policy asks for something else to be typed. */
        OWNER_BY_ANOTHER_NAME,
        /** The account has nothing to do with it. */
        STRANGER
    }

    /**
     * Copies the list.
     *
     * @param email the account's own e-mail address
     * @param logins its login and usernames
     */
    public OwnedIdentifiers {
        logins = List.copyOf(logins);
    }

    /**
     * How this account stands to what was typed.
     *
     * @param typed what was typed
     * @param policy what a person may type
     * @return the claim
     */
    public Claim claim(Identifier typed, IdentifierPolicy policy) {
        boolean byEmail = email != null && typed.matches(email);
        boolean byLogin = logins.stream().anyMatch(typed::matches);
        if (policy == IdentifierPolicy.AUTH0 && typed.isEmail() && !byEmail) {
            return byLogin ? Claim.OWNER_BY_ANOTHER_NAME : Claim.STRANGER;
        }
        return byEmail || byLogin ? Claim.OWNER : Claim.STRANGER;
    }

    @Override
    public String toString() {
        return "OwnedIdentifiers[redacted]";
    }
}
