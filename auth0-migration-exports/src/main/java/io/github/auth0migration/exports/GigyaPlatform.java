package io.github.auth0migration.exports;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.exports.index.IndexedRow;
import io.github.auth0migration.exports.index.RowKey;
import io.github.auth0migration.gigya.IncompleteRegistrationPolicy;
import io.github.auth0migration.gigya.internal.GigyaAccount;
import io.github.auth0migration.gigya.internal.GigyaMapping;
import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.password.PasswordHash;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.OwnedIdentifiers;
import io.github.auth0migration.spi.Owner;
import io.github.auth0migration.spi.ProfileMapping;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gigya's accounts as its searches and dataflows write them.
 *
 * @param live the live platform's mapping, with the host's mapper
 * @param plain the same without it: an index does not depend on what a host does
 * @param identifiers what a person may type
 * @param incompleteRegistration what happens to people who never finished theirs
 * @param hashSettings what hashes do not tell
 */
record GigyaPlatform(
        GigyaMapping live,
        GigyaMapping plain,
        IdentifierPolicy identifiers,
        IncompleteRegistrationPolicy incompleteRegistration,
        GigyaHashSettings hashSettings)
        implements Platform<GigyaAccount> {

    @Override
    public String settings() {
        return hashSettings.toString();
    }

    /** Lite accounts have neither UID nor password. */
    @Override
    public Optional<IndexedRow> read(JsonObject row) throws CallFailedException {
        if (!row.has("UID")) {
            return Optional.empty();
        }
        GigyaAccount account = account(row);
        // What cannot be read shows here, not at the sign-in.
        plain.map(account);
        obstacle(account, Instant.EPOCH);
        List<String> names = Stream.concat(account.username().stream(), account.ownedEmails().stream())
                .distinct()
                .toList();
        return Optional.of(new IndexedRow(new RowKey(account.uid(), changed(row)), names, Hashes.kind(hash(account))));
    }

    /** The text, for the number beside it is in seconds at times and in milliseconds at others. */
    private static Optional<Instant> changed(JsonObject row) {
        if (!(row.asMap().get("lastUpdated") instanceof String text)) {
            return Optional.empty();
        }
        try {
            // Also refused: a time that milliseconds cannot hold.
            return Optional.of(Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<RowKey> key(JsonObject row) {
        return row.asMap().get("UID") instanceof String uid && !uid.isEmpty()
                ? Optional.of(new RowKey(uid, changed(row)))
                : Optional.empty();
    }

    /** Each run of a dataflow writes whoever changed. */
    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public GigyaAccount account(JsonObject row) throws CallFailedException {
        return GigyaAccount.of(row);
    }

    @Override
    public String accountId(GigyaAccount account) {
        return account.uid();
    }

    @Override
    public OwnedIdentifiers owned(GigyaAccount account) {
        return account.owned();
    }

    @Override
    public Owner<GigyaAccount> ownerAmong(Collection<GigyaAccount> accounts, Identifier typed) {
        return GigyaAccount.ownerAmong(accounts, typed, identifiers);
    }

    @Override
    public Optional<Reason> obstacle(GigyaAccount account, Instant now) throws CallFailedException {
        return account.obstacle(incompleteRegistration, now);
    }

    @Override
    public Set<Caveat> caveats(GigyaAccount account) throws CallFailedException {
        return account.isRegistrationIncomplete() ? Set.of(Caveat.of(Caveat.Kind.REGISTRATION_INCOMPLETE)) : Set.of();
    }

    @Override
    public MigratedUser user(GigyaAccount account) throws CallFailedException {
        return live.map(account);
    }

    @Override
    public ProfileMapping mapping() {
        return live.mapping();
    }

    @Override
    public ExportedPassword password(GigyaAccount account) throws CallFailedException {
        return account.password();
    }

    @Override
    public ParsedHash hash(GigyaAccount account) throws CallFailedException {
        return PasswordHash.ofGigya(account.password().asMap(), hashSettings);
    }
}
