package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The path that a host named. */
final class ExistingPath {

    private ExistingPath() {}

    /** {@return where it leads; it may be a link itself, but nothing in it is followed any more} */
    static Path real(Path path) throws IOException {
        Path real;
        try {
            real = path.toRealPath();
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(path.toString(), null, "does not exist: name the export's folder or file");
        }
        if (!Files.isReadable(real)) {
            throw new FileSystemException(path.toString(), null, "may not be read: give this process the right to");
        }
        return real;
    }
}
