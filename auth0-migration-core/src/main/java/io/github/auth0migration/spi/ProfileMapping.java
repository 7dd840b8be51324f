package io.github.auth0migration.spi;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.InvalidUserException;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From a platform's record to the user to migrate: the source's own mapping, then the host's, with what must hold
 * afterwards. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ProfileMapping {

    private final ProfileMapper mapper;
    private final IdentifierPolicy identifiers;

    /**
     * A mapping that ends with the host's mapper.
     *
     * @param settings the source's settings
     */
    public ProfileMapping(LiveSettings settings) {
        this(settings.profileMapper(), settings.identifiers());
    }

    /**
     * A mapping that ends with the host's mapper.
     *
     * @param mapper the host's mapper
     * @param identifiers what a person may type
     */
    public ProfileMapping(ProfileMapper mapper, IdentifierPolicy identifiers) {
        this.mapper = Objects.requireNonNull(mapper, "mapper");
        this.identifiers = Objects.requireNonNull(identifiers, "identifiers");
    }

    /**
     * Maps a record.
     *
     * @param raw the platform's record, unmodifiable
     * @param standard the source's own mapping of it
     * @return the user to migrate
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if the record has a user id or e-mail
     *     that nothing can mend, with {@link Failure.Kind#INTERNAL} if the host's mapper throws, returns {@code null} or
     *     changes the user id
     */
    public MigratedUser map(Map<String, @Nullable Object> raw, Supplier<MigratedUser> standard)
            throws CallFailedException {
        MigratedUser mapped;
        try {
            mapped = standard.get();
        } catch (InvalidUserException e) {
            throw failed(
                    Failure.Kind.MALFORMED_RESPONSE, "The platform's record cannot be migrated: " + e.getMessage());
        }
        MigratedUser result;
        try {
            result = mapper.map(raw, mapped);
        } catch (Exception e) {
            throw failed(
                    Failure.Kind.INTERNAL,
                    "The ProfileMapper threw " + e.getClass().getName());
        }
        if (result == null || !result.userId().equals(mapped.userId())) {
            throw failed(
                    Failure.Kind.INTERNAL,
                    "The ProfileMapper returned null or changed the userId: it may change anything else");
        }
        return result;
    }

    /**
     * The end of a Login script, after the password was proved: the account must own what was typed, before the mapping
     * and after it.
     *
     * @param owned what the account owns
     * @param user the mapped user
     * @param caveats what a policy let pass
     * @param typed what was typed
     * @return {@code Authenticated}, or {@code Refused} with {@link Reason#IDENTITY_MISMATCH}
     */
    public LoginOutcome authenticated(
            OwnedIdentifiers owned, MigratedUser user, Set<Caveat> caveats, Identifier typed) {
        boolean isOwner =
                owned.claim(typed, identifiers) == OwnedIdentifiers.Claim.OWNER && staysReachable(user, typed);
        return isOwner
                ? new LoginOutcome.Authenticated(user, caveats)
                : new LoginOutcome.Refused(Refusal.proved(Reason.IDENTITY_MISMATCH));
    }

    /**
     * The end of a Get User script that found one account, which owns what was typed.
     *
     * @param user the mapped user
     * @param typed what was typed; empty when it was asked for by user id
     * @return {@code Found}, or {@code Refused} with {@link Reason#IDENTITY_MISMATCH} if the host's mapper made somebody
     *     of the account who cannot be found by what was typed
     */
    public LookupOutcome found(MigratedUser user, Optional<Identifier> typed) {
        return typed.isPresent() && !staysReachable(user, typed.get())
                ? LookupOutcome.Refused.of(Reason.IDENTITY_MISMATCH)
                : new LookupOutcome.Found(user);
    }

    /** Whether the target will know the person by what was typed. */
    private boolean staysReachable(MigratedUser user, Identifier typed) {
        OwnedIdentifiers owned = new OwnedIdentifiers(
                user.email().orElse(null), user.username().map(List::of).orElse(List.of()));
        return identifiers == IdentifierPolicy.ANY_OWNED
                || owned.claim(typed, identifiers) == OwnedIdentifiers.Claim.OWNER;
    }

    /**
     * A full name of its parts.
     *
     * @param parts given name, family name and what is between, in order; {@code null} and blank ones are left out
     * @return the parts with one space between them; {@code null} if there is none
     */
    public static @Nullable String fullName(@Nullable String... parts) {
        String joined = Stream.of(parts)
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    private static CallFailedException failed(Failure.Kind kind, String detail) {
        return CallFailedException.maybeSent(Failure.of(kind, detail + "."));
    }
}
