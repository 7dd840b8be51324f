package io.github.auth0migration.exports;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.exports.index.IndexedRow;
import io.github.auth0migration.exports.index.RowKey;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.password.PasswordHash;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.OwnedIdentifiers;
import io.github.auth0migration.spi.Owner;
import io.github.auth0migration.spi.ProfileMapping;
import io.github.auth0migration.stormpath.internal.Href;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import io.github.auth0migration.stormpath.internal.StormpathMapping;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stormpath's account files. They say what the live platform's answers say, in another dress: the id stands by itself, and
 * custom data are inline with an id of their own.
 *
 * @param live the live platform's mapping, with the host's mapper
 * @param plain the same without it: an index does not depend on what a host does
 * @param directories the directories whose accounts count; empty for all
 */
record StormpathPlatform(StormpathMapping live, StormpathMapping plain, Set<String> directories)
        implements Platform<StormpathPlatform.Exported> {

    /**
     * An account with its hash, which the host's mapper does not see.
     *
     * @param account the account
     * @param mcf the hash in modular crypt format; empty text if there is none
     */
    record Exported(StormpathAccount account, String mcf) {
        @Override
        public String toString() {
            return account.toString();
        }
    }

    @Override
    public String settings() {
        return "directories " + new TreeSet<>(directories);
    }

    @Override
    public Optional<IndexedRow> read(JsonObject row) throws CallFailedException {
        Exported exported = account(row);
        StormpathAccount account = exported.account();
        if (!counts(account)) {
            return Optional.empty();
        }
        // A user that cannot be made shows here, not at the sign-in.
        plain.map(account, Map.of());
        Stream<String> names = Stream.concat(Stream.of(account.email()), account.username().stream());
        return Optional.of(new IndexedRow(
                new RowKey(account.id(), Optional.empty()), names.toList(), Hashes.kind(hash(exported))));
    }

    private boolean counts(StormpathAccount account) throws CallFailedException {
        if (directories.isEmpty()) {
            return true;
        }
        return directories.contains(account.directoryId()
                .orElseThrow(() -> CallFailedException.unsent(
                        Failure.of(Failure.Kind.MALFORMED_RESPONSE, "The account does not tell its directory."))));
    }

    @Override
    public Optional<RowKey> key(JsonObject row) {
        return row.asMap().get("id") instanceof String id && Href.isId(id)
                ? Optional.of(new RowKey(id, Optional.empty()))
                : Optional.empty();
    }

    /** One file for each account. */
    @Override
    public boolean mayRepeat() {
        return false;
    }

    @Override
    public Exported account(JsonObject row) throws CallFailedException {
        String id = key(row).map(RowKey::id)
                .orElseThrow(() -> CallFailedException.unsent(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE,
                        "The account has no id of 1 to 64 letters, digits and hyphens.")));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(row.asMap());
        answer.put("href", "accounts/" + id);
        Optional<String> directory = row.object("directory").string("id");
        if (directory.isPresent()) {
            answer.put("directory", Map.of("href", "directories/" + directory.get()));
        }
        answer.put("customData", customData(row));
        answer.remove("password");
        return new Exported(
                StormpathAccount.of(JsonObject.of(answer)),
                row.string("password").orElse(""));
    }

    private static Map<String, @Nullable Object> customData(JsonObject row) throws CallFailedException {
        Map<String, @Nullable Object> own =
                new LinkedHashMap<>(row.object("customData").asMap());
        own.remove("id");
        return own;
    }

    @Override
    public String accountId(Exported exported) {
        return exported.account().id();
    }

    @Override
    public OwnedIdentifiers owned(Exported exported) {
        return exported.account().owned();
    }

    @Override
    public Owner<Exported> ownerAmong(Collection<Exported> accounts, Identifier typed) {
        return StormpathAccount.ownerAmong(accounts, Exported::account, typed);
    }

    @Override
    public Optional<Reason> obstacle(Exported exported, Instant now) {
        return exported.account().obstacle();
    }

    @Override
    public Set<Caveat> caveats(Exported exported) {
        return Set.of();
    }

    @Override
    public MigratedUser user(Exported exported) throws CallFailedException {
        return live.map(exported.account(), Map.of());
    }

    @Override
    public ProfileMapping mapping() {
        return live.mapping();
    }

    @Override
    public ExportedPassword password(Exported exported) {
        return exported.mcf().isEmpty()
                ? ExportedPassword.none()
                : ExportedPassword.of(Map.of("password", exported.mcf()));
    }

    @Override
    public ParsedHash hash(Exported exported) {
        return PasswordHash.ofStormpath(exported.mcf());
    }
}
