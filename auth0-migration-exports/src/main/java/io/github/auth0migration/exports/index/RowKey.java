package io.github.auth0migration.exports.index;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose row it is.
 *
 * @param id the platform's id
 * @param changed when the account last changed, if the row tells
 */
public record RowKey(String id, Optional<Instant> changed) {}
