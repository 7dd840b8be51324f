package io.github.auth0migration.exports;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.Sources;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.spi.PagedListing;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * What a platform left behind, as a source: people sign in with their old passwords, verified against the exported hashes,
 * also those that Auth0 cannot import.
 *
 * <p>Nobody but the guard protects these hashes from guessing. A login computes exactly one hash, whoever it is for: for
 * an identifier that nobody has, it is that of a stand-in, always the same one, so that time does not tell who has an
 * account. A person whose hash is missing or refused must reset the password: {@code getUser} finds them all the same.
 *
 * <p>Accounts are read from the export's files, at each sign-in; keep them where they are. The index on disk holds where
 * each account stands, by keys that are hashes of ids and names; of compressed files also the rows themselves, password
 * hashes included.
 *
 * <p>Immutable and thread-safe; blocking calls suit virtual threads.
 *
 * @since 0.1.0
 */
public abstract sealed class Export implements MigrationSource, UserListing, AutoCloseable
        permits StormpathExport, GigyaExport {

    private final ExportParts parts;
    private final MigrationSource scripts;

    Export(ExportParts parts) {
        this.parts = parts;
        this.scripts = Sources.guarded(parts.scripts(), parts.guard());
    }

    @Override
    public final SourceDescription description() {
        return scripts.description();
    }

    @Override
    public final LoginOutcome login(LoginRequest request) {
        return scripts.login(request);
    }

    @Override
    public final LookupOutcome getUser(LookupRequest request) {
        return scripts.getUser(request);
    }

    /**
     * Lists every account once, in the order of the index, then the broken rows that tell no account. Password hashes are on
     * it.
     *
     * @throws IllegalArgumentException if {@code from} is no cursor of an export
     */
    @Override
    public final Stream<SourceUser> users(ListingCursor from) {
        return PagedListing.stream(ExportListing.checked(from), parts.listing());
    }

    /** Tells how many accounts, broken rows and hashes of which kind there are. Asks nobody and reads no file again. */
    @Override
    public final CheckReport check() {
        return ExportCheck.of(report(), parts.index());
    }

    /** {@return what is in the export} */
    public final ExportReport report() {
        return ExportCheck.report(parts.index().counts());
    }

    /**
     * The rows that no user can be made of, read from the index as the stream is read.
     *
     * @return the rows in reading order; reading them throws {@link IllegalStateException} when the index cannot be read
     */
    public final Stream<BrokenRow> brokenRows() {
        return ExportCheck.brokenRows(parts.index());
    }

    /**
     * Closes index and files.
     *
     * @throws IOException if they cannot be closed
     */
    @Override
    public final void close() throws IOException {
        parts.close();
    }
}
