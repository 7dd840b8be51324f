package io.github.auth0migration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host's own mapping of a platform's profile, applied after the standard one.
 *
 * <p>It may change anything but the {@link MigratedUser#userId()}; who owns what was typed is checked before and again
 * after; under {@link IdentifierPolicy#ANY_OWNED} only before, and what it makes of the address is the host's to answer
 * for. If it throws, returns {@code null} or changes the user id, the outcome is {@code Unavailable} with
 * {@link Failure.Kind#INTERNAL}. It runs on the calling thread, must be thread-safe, and is not timed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ProfileMapper {

    /**
     * Maps a user.
     *
     * @param raw the platform's own record: unmodifiable maps, lists, strings, numbers, booleans and nulls
     * @param mapped what the standard mapping made of it
     * @return the user to migrate, for example {@code mapped.toBuilder()….build()}
     */
    MigratedUser map(Map<String, @Nullable Object> raw, MigratedUser mapped);

    /** {@return the mapper that changes nothing} */
    static ProfileMapper none() {
        return (raw, mapped) -> mapped;
    }
}
