package io.github.auth0migration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a user comes from.
 *
 * @param platform the platform, for example {@code okta}
 * @param id the platform's own immutable id
 * @param status the platform's own word for the account's state, as it was read; {@code null} where it has none
 * @since 0.1.0
 */
public record SourceAccount(
        String platform, String id, @Nullable String status) {
    /**
     * Checks the components.
     *
     * @param platform the platform
     * @param id the platform's own immutable id
     * @param status the platform's own word for the account's state
     */
    public SourceAccount {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(id, "id");
    }
}
