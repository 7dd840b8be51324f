package io.github.auth0migration.exports;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.exports.files.ExportFiles;
import io.github.auth0migration.exports.index.AccountIndex;
import io.github.auth0migration.spi.PageReader;
import java.io.Closeable;
import java.io.IOException;

/**
 * What an {@link Export} is made of.
 *
 * @param scripts both scripts, unguarded
 * @param guard what counts attempts
 * @param listing lists the accounts
 * @param index where they stand
 * @param files where they are read
 */
record ExportParts(
        MigrationSource scripts, AttemptGuard guard, PageReader listing, AccountIndex index, ExportFiles files)
        implements Closeable {

    @Override
    public void close() throws IOException {
        try (files) {
            index.close();
        }
    }
}
