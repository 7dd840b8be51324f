package io.github.auth0migration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a platform gives out of a person's password: a hash with its settings, in the platform's own names.
 *
 * <p>Treat it like the password: {@code toString} is redacted and there is no {@code equals}. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class ExportedPassword {

    private static final ExportedPassword NONE = new ExportedPassword(Map.of());

    private final Map<String, @Nullable Object> members;

    private ExportedPassword(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** {@return nothing: the platform has none, or does not give it out} */
    public static ExportedPassword none() {
        return NONE;
    }

    /**
     * A password hash.
     *
     * @param members the platform's own record of it; copied
     * @return the hash
     */
    public static ExportedPassword of(Map<String, ? extends @Nullable Object> members) {
        return members.isEmpty()
                ? NONE
                : new ExportedPassword(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** {@return the platform's own record of it; empty when there is none} */
    public Map<String, @Nullable Object> asMap() {
        return members;
    }

    @Override
    public String toString() {
        return isEmpty() ? "ExportedPassword[none]" : "ExportedPassword[redacted]";
    }
}
