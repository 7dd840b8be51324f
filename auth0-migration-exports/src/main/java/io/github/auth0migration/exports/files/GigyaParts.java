package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which files an export of Gigya's consists of. */
final class GigyaParts {

    // What IdentitySync leaves beside its files: an empty marker, and files that are still being uploaded.
    private static final String MARKER = "gigya.ok";
    private static final String UPLOADING = ".tmp";

    private GigyaParts() {}

    static List<Path> of(Path path) throws IOException {
        Path root = ExistingPath.real(path);
        if (Files.isRegularFile(root)) {
            return List.of(root);
        }
        if (!Files.isDirectory(root)) {
            throw new FileSystemException(path.toString(), null, "is neither a file nor a folder");
        }
        List<Path> parts = parts(root);
        if (parts.isEmpty()) {
            throw new FileSystemException(
                    path.toString(), null, "holds no file of an export: name the folder they are in");
        }
        return parts;
    }

    private static List<Path> parts(Path folder) throws IOException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isPart(entry)) {
                    parts.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        parts.sort(Comparator.comparing(part -> part.getFileName().toString()));
        return parts;
    }

    private static boolean isPart(Path entry) throws IOException {
        String name = entry.getFileName().toString();
        if (name.startsWith(".")
                || name.equals(MARKER)
                || name.toLowerCase(Locale.ROOT).endsWith(UPLOADING)
                || Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            // To leave out a part in silence would lose people.
            throw new FileSystemException(
                    entry.toString(), null, "is a link or no file, which is not followed: put the file itself there");
        }
        return true;
    }
}
