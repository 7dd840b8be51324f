package io.github.auth0migration.exports.files;

import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;

/**
 * Stormpath's accounts in a zip file, one entry each.
 *
 * @param file the zip file
 */
record AccountZip(KnownFile file) implements ExportFiles {

    static AccountZip open(KnownFile file) throws IOException {
        AccountZip zip = new AccountZip(file);
        zip.withDirectory((channel, directory) -> AccountEntries.check(directory));
        return zip;
    }

    /** What is done with the file while it is open. */
    @FunctionalInterface
    private interface Use {
        void of(FileChannel channel, ZipDirectory directory) throws IOException;
    }

    private void withDirectory(Use use) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            use.of(channel, new ZipDirectory(channel));
        } catch (ZipException e) {
            throw new FileSystemException(file.path().toString(), null, e.getMessage());
        }
    }

    @Override
    public void scan(RowSink sink) throws IOException {
        long[] bytesRead = {0};
        withDirectory((channel, directory) -> directory.entries(head -> {
            bytesRead[0] += head.packed();
            if (AccountEntries.isAccount(head.name().text())) {
                scan(channel, head, bytesRead[0], sink);
            }
        }));
        file.requireUnchanged();
    }

    private void scan(FileChannel channel, ZipEntryHead head, long bytesRead, RowSink sink) throws IOException {
        JsonObject account;
        try {
            account = AccountJson.read(unpacked(channel, head));
        } catch (UnreadableRow e) {
            sink.broken(
                    new BrokenRow(head.name().text(), 1, e.reason()),
                    AccountTree.ids(head.name().text()));
            return;
        }
        RowPlace place = new RowPlace(file.name(), head.offset(), (int) head.packed(), 1);
        sink.row(new FoundRow(place, account, false, bytesRead));
    }

    // Read as it will be read again, from its local header alone; and that must agree with the central directory.
    private static byte[] unpacked(FileChannel channel, ZipEntryHead head) throws IOException, UnreadableRow {
        try {
            ZipLocalEntry local = ZipLocalEntry.at(channel, head.offset());
            byte[] unpacked = local.unpacked(channel, head.packed());
            if (!local.name().equals(head.name())
                    || local.method() != head.method()
                    || unpacked.length != head.size()
                    || ZipLocalEntry.crc(unpacked) != head.crc()) {
                throw ZipLocalEntry.damaged();
            }
            return unpacked;
        } catch (EOFException e) {
            throw ZipLocalEntry.damaged();
        }
    }

    @Override
    public JsonObject read(RowPlace place) throws CallFailedException {
        if (!place.file().equals(file.name())) {
            throw FileRead.changed(place.file());
        }
        return FileRead.read(file.path(), file.name(), file::isUnchanged, channel -> {
            ZipLocalEntry local = ZipLocalEntry.at(channel, place.offset());
            if (!AccountEntries.isAccount(local.name().text())) {
                throw ZipLocalEntry.damaged();
            }
            return AccountJson.read(local.unpacked(channel, place.length()));
        });
    }

    @Override
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(file.name(), file.attributes());
        return fingerprint.hex();
    }

    @Override
    public long totalBytes() {
        return file.size();
    }

    @Override
    public void close() {
        // The file is open only while it is read.
    }
}
