package io.github.auth0migration.stormpath.internal;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.spi.AddressWord;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.OwnedIdentifiers;
import io.github.auth0migration.spi.Owner;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stormpath's account, as far as decisions need it.
 *
 * @param id Stormpath's immutable id: the end of the account's address, the one place where every server has it
 * @param email the e-mail address, unique in its directory only
 * @param username the username; may be anything, even somebody else's address
 * @param status the account's status
 * @param address what Stormpath says of the e-mail address
 * @param directoryId the directory that it is in, where that is told
 * @param json the whole object
 */
public record StormpathAccount(
        String id,
        String email,
        Optional<String> username,
        String status,
        AddressWord address,
        Optional<String> directoryId,
        JsonObject json) {

    public static StormpathAccount of(JsonObject json) throws CallFailedException {
        return new StormpathAccount(
                idOf(json),
                json.requiredString("email"),
                json.string("username").filter(name -> !name.isBlank()),
                json.requiredString("status"),
                addressOf(json),
                json.object("directory").string("href").flatMap(href -> Href.id("directories", href)),
                json);
    }

    public static String idOf(JsonObject json) throws CallFailedException {
        return Href.id("accounts", json.requiredString("href"))
                .orElseThrow(() -> CallFailedException.maybeSent(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE, "The platform's answer has an account without an id.")));
    }

    /** A link to finish the verification says that it is pending; servers without the word have that link too. */
    private static AddressWord addressOf(JsonObject json) throws CallFailedException {
        return switch (json.string("emailVerificationStatus").orElse("UNKNOWN")) {
            case "VERIFIED" -> AddressWord.VERIFIED;
            case "UNKNOWN" -> json.has("emailVerificationToken") ? AddressWord.UNVERIFIED : AddressWord.UNKNOWN;
            default -> AddressWord.UNVERIFIED;
        };
    }

    /** What the account is called, rightly or not. */
    public OwnedIdentifiers names() {
        return new OwnedIdentifiers(email, username.map(List::of).orElse(List.of()));
    }

    /** What it owns: nobody checks whose address a username is. */
    public OwnedIdentifiers owned() {
        return new OwnedIdentifiers(email, plainUsername().map(List::of).orElse(List.of()));
    }

    /**
     * Whose account it is that was typed: AUTH0 whatever the policy, for a username that looks like an address is nobody's
     * to sign in by.
     */
    public static <T> Owner<T> ownerAmong(
            Collection<T> accounts, Function<T, StormpathAccount> account, Identifier typed) {
        return Owner.among(accounts, account.andThen(StormpathAccount::names), typed, IdentifierPolicy.AUTH0);
    }

    /** The username, if it cannot be taken for an address. */
    public Optional<String> plainUsername() {
        return username.filter(name -> !Identifier.of(name).isEmail());
    }

    /** Why this account may not come over, whatever its password; empty if nothing is in the way. */
    public Optional<Reason> obstacle() {
        return switch (status) {
            case "ENABLED" -> Optional.empty();
            case "DISABLED" -> Optional.of(Reason.DISABLED);
            case "UNVERIFIED" -> Optional.of(Reason.NOT_ACTIVATED);
            default -> Optional.of(Reason.POLICY_DENIED);
        };
    }

    @Override
    public String toString() {
        return "StormpathAccount[" + id + ", " + status + "]";
    }
}
