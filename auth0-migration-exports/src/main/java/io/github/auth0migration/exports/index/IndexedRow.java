package io.github.auth0migration.exports.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What the index takes from a row.
 *
 * @param id the platform's id
 * @param names all that a person may type to be found
 * @param changed when the account last changed, if the row tells
 * @param hash what its password hash is
 */
public record IndexedRow(String id, Collection<String> names, Optional<Instant> changed, HashKind hash) {
    @Override
    public String toString() {
        return "IndexedRow[" + id + "]";
    }
}
