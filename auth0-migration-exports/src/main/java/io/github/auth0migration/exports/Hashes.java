package io.github.auth0migration.exports;

import io.github.auth0migration.exports.index.HashKind;
import io.github.auth0migration.password.ParsedHash;

/** What hashes are counted as. */
final class Hashes {

    private Hashes() {}

    static HashKind kind(ParsedHash hash) {
        return hash.fold(
                understood -> new HashKind(understood.format(), true),
                refused -> new HashKind(refused.reason().name(), false));
    }
}
