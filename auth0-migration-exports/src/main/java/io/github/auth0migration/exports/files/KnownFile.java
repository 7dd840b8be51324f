package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file as it was when the export was opened.
 *
 * @param path where it is
 * @param name its name within the export
 * @param attributes its size and time of change
 */
record KnownFile(Path path, String name, BasicFileAttributes attributes) {

    static KnownFile at(Path path) throws IOException {
        return new KnownFile(path, path.getFileName().toString(), now(path));
    }

    long size() {
        return attributes.size();
    }

    boolean isUnchanged(BasicFileAttributes now) {
        return now.size() == attributes.size() && now.lastModifiedTime().equals(attributes.lastModifiedTime());
    }

    void requireUnchanged() throws IOException {
        if (!isUnchanged(now(path))) {
            throw new FileSystemException(
                    path.toString(), null, "has changed while it was read: start again when it is complete");
        }
    }

    private static BasicFileAttributes now(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
