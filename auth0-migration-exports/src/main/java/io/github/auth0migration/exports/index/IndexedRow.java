package io.github.auth0migration.exports.index;

import java.util.Collection;

/**
 * What the index takes from a row.
 *
 * @param key whose row it is
 * @param names all that a person may type to be found
 * @param hash what its password hash is
 */
public record IndexedRow(RowKey key, Collection<String> names, HashKind hash) {
    @Override
    public String toString() {
        return "IndexedRow[" + key.id() + "]";
    }
}
