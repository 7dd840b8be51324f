package io.github.auth0migration.gigya.internal;

import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.gigya.IncompleteRegistrationPolicy;
import io.github.auth0migration.spi.AddressWord;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.OwnedIdentifiers;
import io.github.auth0migration.spi.Owner;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gigya's account, as far as decisions need it. {@code isVerified} is not among it: it speaks of the account, not of an
 * address.
 *
 * @param uid Gigya's immutable id, opaque and case-sensitive
 * @param email the address that the account really owns: that of the profile if it does, else the first one
 * @param username the username, whatever its shape
 * @param loginEmails addresses that sign in
 * @param ownedEmails addresses that sign in or are verified
 * @param address what Gigya says of {@code email}
 * @param json the whole account
 * @see <a href="https://help.sap.com/docs/SAP_CUSTOMER_DATA_CLOUD/8b8d6fffe113457094a17701f63e3d6a">accounts.getAccountInfo</a>
 */
public record GigyaAccount(
        String uid,
        @Nullable String email,
        Optional<String> username,
        List<String> loginEmails,
        List<String> ownedEmails,
        AddressWord address,
        JsonObject json) {

    public static GigyaAccount of(JsonObject json) throws CallFailedException {
        JsonObject loginIds = json.object("loginIDs");
        JsonObject emails = json.object("emails");
        List<String> loginEmails = loginIds.strings("emails");
        List<String> verified = emails.strings("verified");
        List<String> doubted = Stream.concat(
                        emails.strings("unverified").stream(), loginIds.strings("unverifiedEmails").stream())
                .toList();
        // A word against another counts for nothing.
        List<String> owned = Stream.concat(
                        loginEmails.stream(), verified.stream().filter(address -> !holds(doubted, address)))
                .toList();
        Optional<String> ofProfile = json.object("profile").string("email").filter(address -> holds(owned, address));
        String email = ofProfile.or(() -> owned.stream().findFirst()).orElse(null);
        return new GigyaAccount(
                uidOf(json),
                email,
                loginIds.string("username").filter(name -> !name.isBlank()),
                loginEmails,
                owned,
                word(email, verified, doubted),
                json);
    }

    public static String uidOf(JsonObject json) throws CallFailedException {
        String uid = json.requiredString("UID");
        if (uid.isEmpty()) {
            throw CallFailedException.maybeSent(
                    Failure.of(Failure.Kind.MALFORMED_RESPONSE, "Gigya shows an account with an empty UID."));
        }
        return uid;
    }

    private static AddressWord word(@Nullable String email, List<String> verified, List<String> doubted) {
        if (email == null || holds(doubted, email)) {
            return AddressWord.UNVERIFIED;
        }
        return holds(verified, email) ? AddressWord.VERIFIED : AddressWord.UNKNOWN;
    }

    private static boolean holds(List<String> addresses, String address) {
        return addresses.stream().anyMatch(Identifier.of(address)::matches);
    }

    /** What the account is called, rightly or not. */
    public OwnedIdentifiers names() {
        return new OwnedIdentifiers(
                email, Stream.concat(username.stream(), ownedEmails.stream()).toList());
    }

    /** What it owns: nobody checks whose address a username is. */
    public OwnedIdentifiers owned() {
        Stream<String> plainUsername =
                username.filter(name -> !Identifier.of(name).isEmail()).stream();
        return new OwnedIdentifiers(
                email, Stream.concat(plainUsername, ownedEmails.stream()).toList());
    }

    /** Whose account it is that was typed. */
    public static Owner<GigyaAccount> ownerAmong(
            Collection<GigyaAccount> accounts, Identifier typed, IdentifierPolicy policy) {
        Owner<GigyaAccount> owner = Owner.among(accounts, GigyaAccount::owned, typed, policy);
        // AUTH0 whatever the policy: a username that looks like an address is nobody's to come in by.
        return owner instanceof Owner.None
                ? Owner.among(accounts, GigyaAccount::names, typed, IdentifierPolicy.AUTH0)
                : owner;
    }

    /** The hash with its settings, where it is shown. Its date comes back also where the hash does not. */
    public ExportedPassword password() throws CallFailedException {
        JsonObject password = json.object("password");
        return hasHash(password) ? ExportedPassword.of(password.asMap()) : ExportedPassword.none();
    }

    public static boolean hasHash(JsonObject password) {
        return password.has("hash") || password.has("compoundHash");
    }

    /** Whether what was typed signs in for good, not only until somebody else verifies it. */
    public boolean signsInWith(Identifier typed) {
        return holds(loginEmails, typed.value())
                || username.filter(typed::matches).isPresent();
    }

    /** Whether the answer holds all that a user is made of: the full list was asked for, but some answers cut it. */
    public boolean isComplete() {
        return json.has("profile") && json.has("loginIDs") && json.has("emails");
    }

    public boolean isRegistrationIncomplete() throws CallFailedException {
        return !json.bool("isRegistered").orElse(true);
    }

    /** Why this account may not come over, whatever its password; empty if nothing is in the way. */
    public Optional<Reason> obstacle(IncompleteRegistrationPolicy policy, Instant now) throws CallFailedException {
        return isActive() ? obstacleOfActive(policy, now) : Optional.of(Reason.DISABLED);
    }

    /**
     * The same after accounts.login answered 0, where {@code isActive} may be missing: Gigya itself lets nobody in who is
     * disabled, but answers 403041.
     */
    public Optional<Reason> obstacleAfterSignIn(IncompleteRegistrationPolicy policy, Instant now)
            throws CallFailedException {
        return json.has("isActive") ? obstacle(policy, now) : obstacleOfActive(policy, now);
    }

    /** Every account has this member, whatever a call asks for: where it is missing, nobody said that it is active. */
    private boolean isActive() throws CallFailedException {
        return json.bool("isActive")
                .orElseThrow(() -> CallFailedException.maybeSent(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE, "Gigya does not say whether the account is active.")));
    }

    private Optional<Reason> obstacleOfActive(IncompleteRegistrationPolicy policy, Instant now)
            throws CallFailedException {
        if (isLocked(now)) {
            return Optional.of(Reason.LOCKED_OUT);
        }
        if (isRegistrationIncomplete() && policy == IncompleteRegistrationPolicy.REFUSE) {
            return Optional.of(Reason.REGISTRATION_INCOMPLETE);
        }
        return hasNoPassword() ? Optional.of(Reason.NO_PASSWORD) : Optional.empty();
    }

    /** {@code lockedUntil} replaces {@code isLockedOut}; a time that cannot be read locks. */
    public boolean isLocked(Instant now) throws CallFailedException {
        if (!json.has("lockedUntil")) {
            return json.bool("isLockedOut").orElse(false);
        }
        try {
            return Instant.parse(json.requiredString("lockedUntil")).isAfter(now);
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    /** Social only: signs in elsewhere, and has no identity of the site itself. */
    private boolean hasNoPassword() throws CallFailedException {
        if (json.has("identities")) {
            for (JsonObject identity : json.objects("identities")) {
                if (identity.string("provider").orElse("").equals("site")) {
                    return false;
                }
            }
            return true;
        }
        Optional<String> providers = json.string("socialProviders");
        return providers.isPresent()
                && !List.of(providers.get().strip().toLowerCase(Locale.ROOT).split("\\s*,\\s*"))
                        .contains("site");
    }

    @Override
    public String toString() {
        return "GigyaAccount[" + uid + "]";
    }
}
