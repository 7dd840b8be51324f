package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The files of Stormpath's export: a folder, or a zip file, in which accounts lie in a folder named {@code accounts}. */
public final class StormpathFiles {

    private static final String ACCOUNTS = "accounts";

    private StormpathFiles() {}

    /**
     * Opens an export.
     *
     * @param path its folder (the one of accounts, the tenant's, or the one around that) or its zip file
     * @return the accounts' files
     * @throws IOException if it is no such thing; the message says what to do
     */
    public static ExportFiles open(Path path) throws IOException {
        Path root = ExistingPath.real(path);
        if (Files.isDirectory(root)) {
            return new AccountFolder(root, accounts(root));
        }
        throw new FileSystemException(path.toString(), null, "is neither a folder nor a zip file");
    }

    private static Path accounts(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        addIfAccounts(root, found);
        addIfAccounts(root.resolve(ACCOUNTS), found);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, entry -> isFolder(entry))) {
            for (Path entry : entries) {
                addIfAccounts(entry.resolve(ACCOUNTS), found);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new FileSystemException(root.toString(), null, problem(root, found));
    }

    private static void addIfAccounts(Path folder, List<Path> found) {
        if (isFolder(folder) && folder.endsWith(ACCOUNTS)) {
            found.add(folder);
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String problem(Path root, List<Path> found) {
        if (found.isEmpty()) {
            return "holds no folder \"accounts\", neither itself nor one level deeper: unpack the export and name its folder";
        }
        return "holds several folders \"accounts\": name the one that counts, of "
                + found.stream()
                        .map(folder -> root.relativize(folder).toString())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
