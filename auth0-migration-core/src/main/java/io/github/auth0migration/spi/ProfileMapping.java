package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.InvalidUserException;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.ProfileMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a platform's record to the user to migrate: the source's own mapping, then the host's, with what must hold
 * afterwards. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ProfileMapping {

    private final ProfileMapper mapper;

    /**
     * A mapping that ends with the host's mapper.
     *
     * @param mapper the host's mapper
     */
    public ProfileMapping(ProfileMapper mapper) {
        this.mapper = Objects.requireNonNull(mapper, "mapper");
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
     * Whether a mapped user can be found again by what was typed, as the policy asks.
     *
     * @param user the mapped user
     * @param typed what was typed
     * @param policy what a person may type
     * @return whether the target will know the person by what was typed; always so under
     *     {@link IdentifierPolicy#ANY_OWNED}
     */
    public static boolean staysReachable(MigratedUser user, Identifier typed, IdentifierPolicy policy) {
        OwnedIdentifiers owned = new OwnedIdentifiers(
                user.email().orElse(null), user.username().map(List::of).orElse(List.of()));
        return policy == IdentifierPolicy.ANY_OWNED || owned.claim(typed, policy) == OwnedIdentifiers.Claim.OWNER;
    }

    private static CallFailedException failed(Failure.Kind kind, String detail) {
        return CallFailedException.maybeSent(Failure.of(kind, detail + "."));
    }
}
