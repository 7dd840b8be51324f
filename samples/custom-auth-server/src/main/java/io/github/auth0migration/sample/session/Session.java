package io.github.auth0migration.sample.session;

import java.time.Instant;
import java.util.Set;

/**
 * One person's stay.
 *
 * @param userId who
 * @param sourceAsked whether the source was asked when they signed in
 * @param migrated whether that sign-in migrated them
 * @param caveats what a policy let pass
 * @param correlationId the id of that sign-in in events and logs
 * @param expiresAt when it ends by itself
 */
public record Session(
        String userId,
        boolean sourceAsked,
        boolean migrated,
        Set<String> caveats,
        String correlationId,
        Instant expiresAt) {}
