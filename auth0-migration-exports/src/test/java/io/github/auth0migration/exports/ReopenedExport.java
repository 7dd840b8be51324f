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
import io.github.auth0migration.UserListing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An export that is opened anew whenever its files have changed, as a restart would. */
final class ReopenedExport implements MigrationSource, UserListing, AutoCloseable {

    /** Opens the export. */
    interface Opener {
        Export open() throws IOException;
    }

    private final Opener opener;
    private @Nullable Export export;

    ReopenedExport(Opener opener) {
        this.opener = opener;
    }

    private synchronized Export export() {
        if (export == null) {
            try {
                export = opener.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return export;
    }

    synchronized void filesChanged() {
        close();
        export = null;
    }

    @Override
    public SourceDescription description() {
        return export().description();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return export().login(request);
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return export().getUser(request);
    }

    @Override
    public CheckReport check() {
        return export().check();
    }

    @Override
    public Stream<SourceUser> users(ListingCursor from) {
        return export().users(from);
    }

    @Override
    public synchronized void close() {
        try {
            if (export != null) {
                export.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
