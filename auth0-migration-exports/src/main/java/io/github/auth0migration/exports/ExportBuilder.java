package io.github.auth0migration.exports;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.Sources;
import io.github.auth0migration.exports.files.ExportFiles;
import io.github.auth0migration.exports.index.AccountIndex;
import io.github.auth0migration.exports.index.IndexFolder;
import io.github.auth0migration.spi.ScriptBoundary;
import io.github.auth0migration.spi.SourceBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that every export has beside {@link SourceBuilder}'s. Not thread-safe.
 *
 * @param <B> the export's own builder
 * @since 0.1.0
 */
public abstract sealed class ExportBuilder<B extends ExportBuilder<B>> extends SourceBuilder<B>
        permits StormpathExport.Builder, GigyaExport.Builder {

    private final String platform;
    final Path path;
    private @Nullable Path indexFolder;
    private @Nullable AttemptGuard guard;
    private IndexProgress progress = (rows, bytesRead, bytesTotal) -> {};
    private int maxHashesAtOnce = Runtime.getRuntime().availableProcessors();

    ExportBuilder(String platform, Path path) {
        super(platform, SourceDescription.Origin.EXPORT);
        this.platform = platform;
        this.path = Objects.requireNonNull(path, "path");
    }

    /**
     * Sets the folder where the index is kept, one for each export. It is made if it is missing, for its owner only; not a
     * folder of the export itself. Must be set.
     *
     * @param folder the folder
     * @return this builder
     */
    public final B index(Path folder) {
        this.indexFolder = Objects.requireNonNull(folder, "index");
        return self();
    }

    /**
     * Sets what limits guesses. Must be set: nobody else protects the hashes of an export. Do not wrap the export in
     * {@link Sources#guarded} as well: with the same guard every attempt would count twice.
     *
     * @param attemptGuard the guard; for one process {@link io.github.auth0migration.InMemoryAttemptGuard#standard()}
     * @return this builder
     */
    public final B guard(AttemptGuard attemptGuard) {
        this.guard = Objects.requireNonNull(attemptGuard, "guard");
        return self();
    }

    /**
     * Sets what hears how far the building of the index has come. Default: nobody.
     *
     * @param listener the listener
     * @return this builder
     */
    public final B progress(IndexProgress listener) {
        this.progress = Objects.requireNonNull(listener, "progress");
        return self();
    }

    /**
     * Sets how many password hashes are computed at once; each may take a processor for seconds, and 256 MiB. Others wait
     * until their deadline. Default: as many as there are processors.
     *
     * @param count how many; at least 1
     * @return this builder
     */
    public final B maxHashesAtOnce(int count) {
        this.maxHashesAtOnce = count;
        return self();
    }

    /** Checks what needs no file. */
    final SourceDescription checked() {
        if (indexFolder == null) {
            throw new IllegalArgumentException("index is missing: set a folder where the index can be kept");
        }
        if (indexFolder
                .toAbsolutePath()
                .normalize()
                .startsWith(path.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("index must not lie within the export " + path + ": set another folder");
        }
        if (guard == null) {
            throw new IllegalArgumentException("guard is missing: nobody else limits guesses at an export's hashes;"
                    + " set for example InMemoryAttemptGuard.standard()");
        }
        if (maxHashesAtOnce < 1) {
            throw new IllegalArgumentException("maxHashesAtOnce must be at least 1, but is " + maxHashesAtOnce);
        }
        return description();
    }

    /** Opens the index, and builds it first if need be; the files are closed if that fails. */
    final <A> ExportParts open(ExportFiles files, SourceDescription description, Platform<A> rows) throws IOException {
        try {
            AccountIndex index = new IndexFolder(Objects.requireNonNull(indexFolder), platform)
                    .open(files, rows.settings(), rows, progress);
            ExportScripts<A> scripts = new ExportScripts<>(description, index, rows, new HashSlots(maxHashesAtOnce));
            return new ExportParts(
                    Sources.of(
                            description,
                            request -> ScriptBoundary.login(request, () -> scripts.login(request)),
                            request -> ScriptBoundary.lookup(request, () -> scripts.getUser(request))),
                    Objects.requireNonNull(guard),
                    new ExportListing<>(index, rows),
                    index,
                    files);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }
}
