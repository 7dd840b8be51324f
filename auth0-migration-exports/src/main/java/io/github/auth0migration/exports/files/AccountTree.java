package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder of accounts: {@code <account>.json}, or {@code <directory>/<account>.json}. A folder may hold a million,
 * so they are never listed, only walked over.
 *
 * @param root the export's folder, which names of files are relative to
 * @param accounts the folder of accounts, in it or itself
 */
record AccountTree(Path root, Path accounts) {

    private static final int DEEPEST = 2;

    /** What is done with each file. */
    @FunctionalInterface
    interface Visit {
        void file(Path path, String name, BasicFileAttributes attributes) throws IOException;
    }

    /**
     * What there was at a time.
     *
     * @param count how many files
     * @param bytes their size
     * @param newest when the last of them was changed
     * @param fingerprint of all of them
     */
    record Census(long count, long bytes, FileTime newest, String fingerprint) {}

    /** Walks over all files, and tells what there was. */
    Census census(Visit visit) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        long[] countAndBytes = {0, 0};
        FileTime[] newest = {FileTime.fromMillis(0)};
        walk(accounts, 1, (path, name, attributes) -> {
            fingerprint.add(name, attributes);
            countAndBytes[0]++;
            countAndBytes[1] += attributes.size();
            FileTime changed = attributes.lastModifiedTime();
            newest[0] = changed.compareTo(newest[0]) > 0 ? changed : newest[0];
            visit.file(path, name, attributes);
        });
        return new Census(countAndBytes[0], countAndBytes[1], newest[0], fingerprint.hex());
    }

    private void walk(Path folder, int depth, Visit visit) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isHidden(entry)) {
                    continue;
                }
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory() && depth < DEEPEST) {
                    walk(entry, depth + 1, visit);
                } else if (isFolder(entry, attributes)
                        || isAccount(entry.getFileName().toString())) {
                    visit.file(entry, name(entry), attributes);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isFolder(Path entry, BasicFileAttributes attributes) {
        return attributes.isDirectory() || (attributes.isSymbolicLink() && Files.isDirectory(entry));
    }

    /** {@return the file of this name, or null if no account's file can have it} */
    @Nullable
    Path find(String name) {
        Path path;
        try {
            path = root.resolve(name);
        } catch (InvalidPathException e) {
            return null;
        }
        if (!path.equals(path.normalize()) || !path.startsWith(accounts) || !isAccount(name)) {
            return null;
        }
        Path within = accounts.relativize(path);
        boolean isNested = within.getNameCount() == DEEPEST
                && Files.isDirectory(accounts.resolve(within.getName(0)), LinkOption.NOFOLLOW_LINKS);
        return isNested || within.getNameCount() == 1 ? path : null;
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** {@return the account's id, which its file is called by} */
    static Set<String> ids(String name) {
        if (!isAccount(name)) {
            return Set.of();
        }
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return Set.of(file.substring(0, file.length() - ".json".length()));
    }

    static boolean isAccount(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static boolean isHidden(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }
}
