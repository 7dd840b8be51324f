package io.github.auth0migration.exports;

import io.github.auth0migration.InMemoryAttemptGuard;
import java.nio.file.Path;

/** Builds the index of a Gigya export in a process of its own, which may be killed. */
final class IndexBuild {

    private IndexBuild() {}

    static GigyaExport open(Path export, Path index) throws Exception {
        return GigyaExport.builder(export)
                .index(index)
                .guard(InMemoryAttemptGuard.standard())
                .build();
    }

    /** Arguments: the export, and the folder of its index. */
    public static void main(String[] arguments) throws Exception {
        open(Path.of(arguments[0]), Path.of(arguments[1])).close();
    }
}
