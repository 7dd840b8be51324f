package io.github.auth0migration.exports.index;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Opens an index again, beyond the reach of interrupts. One that meets the store while it opens a file does not always end
 * in an exception: the store takes what it cannot read for absent, and everybody in the index would be nobody.
 */
final class Opening {

    private Opening() {}

    /** Opens the index of a fingerprint; keeps the caller's interrupt flag. */
    static IndexFile inAThreadOfItsOwn(Path path, String fingerprint) {
        FutureTask<IndexFile> opening = new FutureTask<>(() -> IndexFile.open(path));
        Thread thread = new Thread(opening, "export-index-opening");
        thread.setDaemon(true);
        thread.start();
        IndexFile opened = await(opening);
        if (!opened.isOf(fingerprint)) {
            opened.store().closeImmediately();
            throw new IllegalStateException("another index stands there");
        }
        return opened;
    }

    private static IndexFile await(FutureTask<IndexFile> opening) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return opening.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
