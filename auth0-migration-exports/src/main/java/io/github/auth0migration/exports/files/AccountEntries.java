package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Which entries of a zip file are accounts: as in a folder, those of the one folder {@code accounts}. */
final class AccountEntries implements ZipDirectory.Visit {

    private static final String ACCOUNTS = "accounts";

    // More are not told.
    private static final int MAX_FOLDERS = 10;

    private final SortedSet<String> folders = new TreeSet<>();

    static void check(ZipDirectory directory) throws IOException {
        AccountEntries entries = new AccountEntries();
        directory.entries(entries);
        if (entries.folders.isEmpty()) {
            throw new ZipException(
                    "holds no folder \"accounts\" with a file <id>.json for each account, neither at its top nor"
                            + " one level deeper: name the zip file of the export");
        }
        if (entries.folders.size() > 1) {
            throw new ZipException("holds several folders \"accounts\": unpack it and name the one that counts, of "
                    + String.join(", ", entries.folders));
        }
    }

    static boolean isAccount(String name) {
        return folder(name) != null;
    }

    @Override
    public void entry(ZipEntryHead head) throws IOException {
        String folder = folder(head.name().text());
        if (folder == null) {
            return;
        }
        if (head.isEncrypted()) {
            throw new ZipException("is an encrypted zip file: decrypt it first");
        }
        if (!head.isReadable()) {
            throw new ZipException("is packed in a way that is neither \"stored\" nor \"deflated\": unpack it first");
        }
        if (folders.size() < MAX_FOLDERS) {
            folders.add(folder);
        }
    }

    private static @Nullable String folder(String name) {
        // Some archivers of Windows write backslashes.
        List<String> parts = Arrays.asList(name.replace('\\', '/').split("/", -1));
        int at = parts.subList(0, Math.min(2, parts.size())).indexOf(ACCOUNTS);
        int within = parts.size() - at - 1;
        String file = parts.get(parts.size() - 1);
        // What macOS adds to a zip file has names of the same shape.
        boolean isHidden = parts.get(0).equals("__MACOSX")
                || parts.stream().anyMatch(part -> part.startsWith(".") && !part.equals("."));
        return at < 0 || within < 1 || within > 2 || isHidden || !AccountTree.isAccount(file)
                ? null
                : String.join("/", parts.subList(0, at + 1));
    }
}
