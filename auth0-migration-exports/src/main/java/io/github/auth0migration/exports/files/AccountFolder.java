package io.github.auth0migration.exports.files;

import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Stormpath's accounts in a folder, one file each. */
final class AccountFolder implements ExportFiles {

    private final AccountTree tree;
    private final AccountTree.Census opened;

    AccountFolder(Path root, Path accounts) throws IOException {
        tree = new AccountTree(root, accounts);
        opened = tree.census((path, name, attributes) -> {});
        if (opened.count() == 0) {
            throw new FileSystemException(
                    accounts.toString(), null, "holds no account: it must hold a file <id>.json for each");
        }
    }

    @Override
    public void scan(RowSink sink) throws IOException {
        long[] bytesRead = {0};
        AccountTree.Census read = tree.census((path, name, attributes) -> {
            bytesRead[0] += attributes.size();
            scan(path, name, attributes, bytesRead[0], sink);
        });
        if (!read.equals(opened)) {
            throw new FileSystemException(
                    tree.accounts().toString(), null, "has changed while it was read: start again when it is complete");
        }
    }

    private static void scan(Path path, String name, BasicFileAttributes attributes, long bytesRead, RowSink sink)
            throws IOException {
        JsonObject account;
        try {
            account = AccountJson.read(bytes(path, attributes));
        } catch (UnreadableRow e) {
            sink.broken(new BrokenRow(name, 1, e.reason()), AccountTree.ids(name));
            return;
        }
        RowPlace place = new RowPlace(name, 0, (int) attributes.size(), 1);
        sink.row(new FoundRow(place, account, false, bytesRead));
    }

    private static byte[] bytes(Path path, BasicFileAttributes attributes) throws IOException, UnreadableRow {
        if (!attributes.isRegularFile() && Files.isDirectory(path)) {
            throw new UnreadableRow(
                    "It is a folder, which is not read, so whoever is in it seems to be nobody: accounts lie"
                            + " in accounts/ and accounts/<directory>/ only; move it there, or away.");
        }
        if (!attributes.isRegularFile()) {
            throw new UnreadableRow("It is a link, which is not followed: put the file itself there.");
        }
        if (attributes.size() > ByteWindow.MAX_ROW_BYTES) {
            throw new UnreadableRow(RowOutput.tooLong());
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return FileRead.fully(channel, 0, (int) attributes.size());
        }
    }

    @Override
    public JsonObject read(RowPlace place) throws CallFailedException {
        Path path = tree.find(place.file());
        if (path == null || place.offset() != 0 || place.length() > ByteWindow.MAX_ROW_BYTES) {
            throw FileRead.changed(place.file());
        }
        return FileRead.read(
                path,
                place.file(),
                now -> now.size() == place.length() && now.lastModifiedTime().compareTo(opened.newest()) <= 0,
                channel -> AccountJson.read(FileRead.fully(channel, 0, place.length())));
    }

    @Override
    public String fingerprint() {
        return opened.fingerprint();
    }

    @Override
    public long totalBytes() {
        return opened.bytes();
    }

    @Override
    public void close() {
        // Each file is open only while it is read.
    }
}
