package io.github.auth0migration.exports;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.exports.index.RowReader;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.OwnedIdentifiers;
import io.github.auth0migration.spi.Owner;
import io.github.auth0migration.spi.ProfileMapping;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of one platform mean; the same code says it of a live platform's answers.
 *
 * @param <A> its accounts
 */
interface Platform<A> extends RowReader {

    /** What else an index of it depends on, as text. */
    String settings();

    A account(JsonObject row) throws CallFailedException;

    String accountId(A account);

    OwnedIdentifiers owned(A account);

    Owner<A> ownerAmong(Collection<A> accounts, Identifier typed);

    /** Why this account may not come over, whatever its password. */
    Optional<Refusal.Reason> obstacle(A account, Instant now) throws CallFailedException;

    /** What a policy lets pass. */
    Set<Caveat> caveats(A account) throws CallFailedException;

    MigratedUser user(A account) throws CallFailedException;

    /** The end of both scripts. */
    ProfileMapping mapping();

    ExportedPassword password(A account) throws CallFailedException;

    ParsedHash hash(A account) throws CallFailedException;
}
