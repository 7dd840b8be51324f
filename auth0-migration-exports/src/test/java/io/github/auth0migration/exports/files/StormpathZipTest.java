package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.spi.CallFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StormpathZipTest {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    private void entry(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private void stored(String name, String text) throws IOException {
        byte[] content = text.getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String account(String id) {
        return "{\"id\":\"" + id + "\",\"email\":\"" + id + "@example.com\",\"pad\":\"" + "x".repeat(200) + "\"}";
    }

    private byte[] finished() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    private ExportFiles open(byte[] content) throws IOException {
        return StormpathFiles.open(Files.write(folder.resolve("export.zip"), content));
    }

    /** Scans, and reads every row again. */
    private static Scan scan(ExportFiles files) throws Exception {
        Scan scan = Scan.of(files);
        for (FoundRow row : scan.rows) {
            assertThat(files.read(row.place()).asMap()).isEqualTo(row.json().asMap());
            assertThat(row.isCompressed()).isFalse();
            assertThat(row.bytesRead()).isBetween(1L, files.totalBytes());
        }
        return scan;
    }

    private static int indexOf(byte[] in, int signature, int nth) {
        ByteBuffer buffer = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
        int left = nth;
        for (int i = 0; i + 4 <= in.length; i++) {
            if (buffer.getInt(i) == signature && left-- == 0) {
                return i;
            }
        }
        throw new AssertionError("no such record");
    }

    private static ByteBuffer at(byte[] content, int signature, int nth) {
        return ByteBuffer.wrap(content)
                .position(indexOf(content, signature, nth))
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "tenant/accounts", "./accounts"})
    void accountsAreFoundFlatAndInFoldersOfDirectories(String accounts) throws Exception {
        zip.putNextEntry(new ZipEntry(accounts + "/"));
        entry(accounts + "/1.json", account("1"));
        stored(accounts + "/directory/2.json", account("2"));
        entry(accounts + "/directory/3.json", "\ufeff" + account("3"));
        entry(accounts + "/directory/deeper/4.json", account("4"));
        entry("tenant/directories/5.json", account("5"));
        entry("a/b/accounts/6.json", account("6"));
        entry("__MACOSX/accounts/._1.json", "\0");
        entry(accounts + "/.7.json", account("7"));
        entry(accounts + "/readme.txt", "no account");

        ExportFiles files = open(finished());
        Scan scan = scan(files);

        assertThat(scan.objects()).extracting("id").containsExactly("1", "2", "3");
        assertThat(scan.broken).isEmpty();
        RowPlace stored = scan.rows.get(1).place();
        assertThat(stored.file()).isEqualTo("export.zip");
        assertThat(stored.length()).isEqualTo(account("2").length());
        assertThat(files.totalBytes()).isEqualTo(bytes.size());
    }

    @Test
    void namesOfWindowsArchiversAreUnderstood() throws Exception {
        entry("tenant\\accounts\\1.json", account("1"));

        assertThat(scan(open(finished())).rows).hasSize(1);
    }

    @Test
    void aCommentAndWhatStandsBeforeAZipFileDoNotMatter() throws Exception {
        zip.setComment("PK\5\6, a comment that is not the end");
        entry("accounts/1.json", account("1"));
        stored("accounts/2.json", account("2"));
        byte[] plain = finished();
        ByteArrayOutputStream stubbed = new ByteArrayOutputStream();
        stubbed.write("#!/bin/sh\nexit\n".getBytes(UTF_8));
        stubbed.write(plain);

        assertThat(scan(open(plain)).rows).hasSize(2);
        assertThat(scan(open(stubbed.toByteArray())).rows).hasSize(2);
    }

    @Test
    void moreEntriesThanTwoBytesCountAreRead() throws Exception {
        int count = 65_600;
        for (int i = 0; i < count; i++) {
            stored("accounts/" + i + ".json", "{\"id\":\"" + i + "\"}");
        }
        byte[] plain = finished();

        Scan scan = Scan.of(open(plain));
        assertThat(scan.rows).hasSize(count);
        assertThat(scan.objects().get(count - 1)).isEqualTo(Map.of("id", "65599"));
        ByteArrayOutputStream stubbed = new ByteArrayOutputStream();
        stubbed.write("stub".getBytes(UTF_8));
        stubbed.write(plain);
        RowPlace last = scan.rows.get(count - 1).place();
        RowPlace moved = new RowPlace(last.file(), last.offset() + 4, last.length(), 1);
        assertThat(open(stubbed.toByteArray()).read(moved).asMap()).containsEntry("id", "65599");
    }

    @Test
    void sizesInEightBytesAreRead() throws Exception {
        // Java writes them so where it is told to expect more.
        Path file = folder.resolve("export.zip");
        try (FileSystem system = FileSystems.newFileSystem(file, Map.of("create", "true", "forceZIP64End", "true"));
                OutputStream out = Files.newOutputStream(
                        Files.createDirectory(system.getPath("accounts")).resolve("1.json"))) {
            out.write(account("1").getBytes(UTF_8));
        }

        assertThat(scan(StormpathFiles.open(file)).rows).hasSize(1);
        assertThat(scan(open(withSizesInExtraField())).objects())
                .extracting("id")
                .containsExactly("1");
    }

    /** One stored entry with sizes and offset of eight bytes in both headers, and numbers of eight bytes behind it. */
    private static byte[] withSizesInExtraField() {
        byte[] name = "accounts/1.json".getBytes(UTF_8);
        byte[] content = account("1").getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer out = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(LOCAL)
                .putShort((short) 45)
                .putShort((short) 8)
                .putShort((short) 0)
                .putInt(0);
        out.putInt(0)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) name.length)
                .putShort((short) 20)
                .put(name);
        out.putShort((short) 1).putShort((short) 16).putLong(0).putLong(0).put(content);
        out.putInt(0x08074b50)
                .putInt((int) crc.getValue())
                .putLong(content.length)
                .putLong(content.length);
        int start = out.position();
        out.putInt(CENTRAL)
                .putShort((short) 45)
                .putShort((short) 45)
                .putShort((short) 8)
                .putShort((short) 0);
        out.putInt(0).putInt((int) crc.getValue()).putInt(-1).putInt(-1).putShort((short) name.length);
        out.putShort((short) 34)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(-1);
        out.put(name).putShort((short) 9).putShort((short) 2).putShort((short) 0);
        out.putShort((short) 1)
                .putShort((short) 24)
                .putLong(content.length)
                .putLong(content.length)
                .putLong(0);
        int size = out.position() - start;
        out.putInt(END)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(size)
                .putInt(start)
                .putShort((short) 0);
        return Arrays.copyOf(out.array(), out.position());
    }

    @Test
    void aBrokenEntryCostsItself() throws Exception {
        entry("accounts/1.json", "{\"id\":");
        entry("accounts/2.json", account("2"));
        entry("accounts/3.json", "{\"pad\":\"" + "x".repeat(ByteWindow.MAX_ROW_BYTES) + "\"}");

        Scan scan = scan(open(finished()));

        assertThat(scan.objects()).extracting("id").containsExactly("2");
        assertThat(scan.broken)
                .extracting(BrokenRow::file, BrokenRow::line)
                .containsExactly(tuple("accounts/1.json", 1L), tuple("accounts/3.json", 1L));
        assertThat(scan.broken.get(1).reason()).contains("4 MiB");
    }

    @Test
    void anEntryIsNotTrustedWhereItDoesNotFitItsChecksumOrItsName() throws Exception {
        stored("accounts/1.json", account("1"));
        entry("accounts/2.json", account("2"));
        stored("accounts/3.json", account("3"));
        byte[] good = finished();
        int local = indexOf(good, LOCAL, 0);

        byte[] content = good.clone();
        content[local + 30 + 15 + 8] ^= 1;
        assertThat(scan(open(content)).broken).extracting(BrokenRow::file).containsExactly("accounts/1.json");
        byte[] name = good.clone();
        name[local + 30 + 9] = '9';
        assertThat(scan(open(name)).broken).extracting(BrokenRow::file).containsExactly("accounts/1.json");
        byte[] crc = good.clone();
        at(crc, CENTRAL, 0).putInt(16, 7);
        assertThat(scan(open(crc)).broken).extracting(BrokenRow::file).containsExactly("accounts/1.json");
        byte[] behind = good.clone();
        at(behind, 0x08074b50, 0).putInt(4, 7);
        assertThat(scan(open(behind)).broken).extracting(BrokenRow::file).containsExactly("accounts/2.json");
        byte[] packed = good.clone();
        ByteBuffer second = at(packed, CENTRAL, 1);
        second.putInt(20, second.getInt(20) + 1);
        assertThat(scan(open(packed)).broken).extracting(BrokenRow::file).containsExactly("accounts/2.json");
        byte[] offset = good.clone();
        at(offset, CENTRAL, 2).putInt(42, 0x7fff_fff0);
        assertThat(scan(open(offset)).broken).extracting(BrokenRow::file).containsExactly("accounts/3.json");
        byte[] other = good.clone();
        at(other, CENTRAL, 2).putInt(42, 0);
        assertThat(scan(open(other)).broken).extracting(BrokenRow::file).containsExactly("accounts/3.json");
    }

    @Test
    void encryptedZipFilesAreToBeDecrypted() throws IOException {
        entry("accounts/1.json", account("1"));
        byte[] content = finished();
        ByteBuffer central = at(content, CENTRAL, 0);
        central.putShort(8, (short) (central.getShort(8) | 1));

        assertRefused(content, "encrypted", "decrypt");
    }

    @Test
    void otherWaysToPackAreToBeUnpacked() throws IOException {
        entry("accounts/1.json", account("1"));
        byte[] content = finished();
        at(content, CENTRAL, 0).putShort(10, (short) 14);

        assertRefused(content, "unpack");
    }

    @Test
    void aZipFileThatIsNotWholeIsRefused() throws IOException {
        entry("accounts/1.json", account("1"));
        entry("accounts/2.json", account("2"));
        byte[] content = finished();

        for (int length = 0; length < content.length; length++) {
            assertRefused(Arrays.copyOf(content, length), "export.zip");
        }
        byte[] count = content.clone();
        at(count, END, 0).putShort(10, (short) 3);
        assertRefused(count, "damaged");
        byte[] size = content.clone();
        at(size, END, 0).putInt(12, 1 << 20);
        assertRefused(size, "damaged");
        byte[] entry = content.clone();
        at(entry, CENTRAL, 1).putInt(0, 7);
        assertRefused(entry, "damaged");
        byte[] part = content.clone();
        at(part, END, 0).putShort(4, (short) 1);
        assertRefused(part, "several parts");
    }

    @Test
    void aZipFileWithoutAccountsOrWithSeveralTenantsIsRefused() throws IOException {
        entry("tenant/directories/1.json", account("1"));
        assertRefused(bytesSoFar(), "holds no folder");
        entry("one/accounts/1.json", account("1"));
        entry("two/accounts/directory/1.json", account("1"));
        assertRefused(finished(), "one/accounts, two/accounts");
    }

    private byte[] bytesSoFar() throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipOutputStream other = new ZipOutputStream(copy)) {
            other.putNextEntry(new ZipEntry("tenant/directories/1.json"));
        }
        return copy.toByteArray();
    }

    private void assertRefused(byte[] content, String... message) {
        assertThatIOException()
                .isThrownBy(() -> open(content))
                .satisfies(e -> assertThat(e.getMessage()).contains(message));
    }

    @Test
    void placesThatAreNoneAreNotRead() throws Exception {
        entry("secrets/1.json", account("s"));
        stored("accounts/1.json", account("1"));
        entry("accounts/2.json", account("2"));
        byte[] content = finished();
        ExportFiles files = open(content);
        RowPlace place = Scan.of(files).rows.get(0).place();

        assertThat(files.read(place).asMap()).containsEntry("id", "1");
        assertChanged(files, new RowPlace("../export.zip", place.offset(), place.length(), 1));
        assertChanged(files, new RowPlace("accounts/1.json", place.offset(), place.length(), 1));
        assertChanged(files, new RowPlace("export.zip", place.offset() + 1, place.length(), 1));
        assertChanged(files, new RowPlace("export.zip", -1, place.length(), 1));
        assertChanged(files, new RowPlace("export.zip", Long.MAX_VALUE, place.length(), 1));
        assertChanged(files, new RowPlace("export.zip", place.offset(), place.length() - 1, 1));
        assertChanged(files, new RowPlace("export.zip", place.offset(), -1, 1));
        assertChanged(files, new RowPlace("export.zip", place.offset(), Integer.MAX_VALUE, 1));
        int secret = at(content, CENTRAL, 0).getInt(20);
        assertChanged(files, new RowPlace("export.zip", 0, secret, 1));

        Files.write(folder.resolve("export.zip"), Arrays.copyOf(content, content.length + 1));
        assertChanged(files, place);
        assertThatIOException().isThrownBy(() -> Scan.of(files));
        Path zipFile = Files.write(folder.resolve("export.zip"), content);
        Files.setLastModifiedTime(zipFile, FileTime.from(Instant.EPOCH));
        assertChanged(files, place);
        assertThatIOException().isThrownBy(() -> Scan.of(files)).withMessageContaining("has changed");
    }

    private static void assertChanged(ExportFiles files, RowPlace place) {
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> files.read(place))
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION))
                .withMessageContaining("has changed since it was indexed");
    }

    @Test
    void theFingerprintTellsZipFilesApart() throws IOException {
        entry("accounts/1.json", account("1"));
        byte[] content = finished();
        String fingerprint = open(content).fingerprint();

        assertThat(fingerprint).matches("[0-9a-f]{33,}");
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write('x');
        longer.write(content);
        assertThat(open(longer.toByteArray()).fingerprint()).isNotEqualTo(fingerprint);
    }
}
