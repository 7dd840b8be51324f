package io.github.auth0migration.exports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.GigyaCsv;
import io.github.auth0migration.spi.CallFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GigyaFilesTest {

    private static final GigyaCsv CSV = GigyaCsv.identitySync();
    private static final FileTime THEN = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), text), THEN);
    }

    private Path account(String name, String uid) throws IOException {
        return put(name, "[{\"UID\":\"" + uid + "\"}]");
    }

    @Test
    void theFilesOfAFolderCountInTheOrderOfTheirNames() throws IOException {
        account("b.json", "2");
        account("a.json", "1");
        account("c", "3");
        account(".hidden", "x");
        account("d.json.tmp", "x");
        account("d.json.TMP", "x");
        put("gigya.ok", "");
        Files.createDirectory(folder.resolve("more"));
        account("more/e.json", "x");

        Scan scan = Scan.gigya(folder);

        assertThat(scan.uids()).containsExactly("1", "2", "3");
        assertThat(scan.rows).extracting(row -> row.place().file()).containsExactly("a.json", "b.json", "c");
    }

    @Test
    void oneFileIsAnExport() throws IOException {
        account("other.json", "x");
        ExportFiles files = GigyaFiles.open(account("gigya.tmp", "1"), CSV);

        assertThat(Scan.of(files).uids()).containsExactly("1");
        assertThat(files.totalBytes()).isEqualTo(13);
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        assertRefused(folder.resolve("absent"), "absent", "does not exist");
        assertRefused(folder, "holds no file");
        put("gigya.ok", "");
        assertRefused(folder, "holds no file");
        assertRefused(put("a.bin", "\0\1"), "a.bin", "not UTF-8 text");
        Files.write(folder.resolve("a.bin"), "[]".getBytes(StandardCharsets.UTF_16));
        assertRefused(folder, "a.bin", "not UTF-8 text");
        put("a.bin", "neither JSON nor CSV");
        assertRefused(folder, "a.bin", "column UID");
    }

    @Test
    void aZipFileIsToBeUnpacked() throws IOException {
        Path zip = folder.resolve("users.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("users.json"));
        }

        assertRefused(zip, "users.zip", "unpack");
        assertThat(Scan.gigya(put("users", "PK,UID\n1,2\n")).uids()).containsExactly("2");
    }

    @Test
    void aLinkInTheFolderIsRefusedAsItsRowsWouldBeLost() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path export = Files.createDirectory(folder.resolve("export"));
        account("elsewhere/a.json", "1");
        account("export/b.json", "2");
        Files.createSymbolicLink(export.resolve("a.json"), elsewhere.resolve("a.json"));

        assertRefused(export, "a.json", "link");
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        assertThat(Scan.gigya(link).uids()).containsExactly("1");
    }

    private static void assertRefused(Path path, String... message) {
        assertThatIOException()
                .isThrownBy(() -> GigyaFiles.open(path, CSV))
                .satisfies(e -> assertThat(e.getMessage()).contains(message));
    }

    @Test
    void aDamagedGzipFileStopsTheScanWithItsName() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"UID\":\"1\"}\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 1);
        ExportFiles files = GigyaFiles.open(Files.write(folder.resolve("a.gz"), cut), CSV);

        assertThatIOException()
                .isThrownBy(() -> Scan.of(files))
                .withMessageContaining("a.gz")
                .withMessageContaining("damaged or cut");
        assertRefused(Files.write(folder.resolve("b.gz"), Arrays.copyOf(cut, 5)), "b.gz", "damaged or cut");
    }

    @Test
    void aFileThatHasChangedIsNotRead() throws Exception {
        Path file = account("a.json", "1");
        ExportFiles files = GigyaFiles.open(folder, CSV);
        RowPlace place = Scan.of(files).rows.get(0).place();
        assertThat(files.read(place).asMap()).containsEntry("UID", "1");

        Files.setLastModifiedTime(file, FileTime.from(THEN.toInstant().minusSeconds(1)));
        assertChanged(files, place);
        assertThatIOException().isThrownBy(() -> Scan.of(files)).withMessageContaining("has changed");
        account("a.json", "22");
        assertChanged(files, place);
        Files.delete(file);
        assertChanged(files, place);
    }

    @Test
    void placesThatAreNoneAreNotRead() throws IOException {
        account("a.json", "1");
        account("a.json.tmp", "1");
        Files.createDirectory(folder.resolve("export"));
        account("export/b.json", "2");
        ExportFiles files = GigyaFiles.open(folder, CSV);

        for (String name : new String[] {"../a.json", "a.json.tmp", "export/b.json", "/etc/hostname", "", "./a.json"}) {
            assertChanged(files, new RowPlace(name, 1, 11, 1));
        }
        assertChanged(files, new RowPlace("a.json", -1, 11, 1));
        assertChanged(files, new RowPlace("a.json", 1, -11, 1));
        assertChanged(files, new RowPlace("a.json", 1, Integer.MAX_VALUE, 1));
        assertChanged(files, new RowPlace("a.json", Long.MAX_VALUE, 11, 1));
        assertChanged(files, new RowPlace("a.json", 2, 11, 1));
        assertChanged(files, new RowPlace("a.json", 0, 13, 1));
    }

    private static void assertChanged(ExportFiles files, RowPlace place) {
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> files.read(place))
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION))
                .withMessageContaining("has changed since it was indexed");
    }

    @Test
    void theFingerprintTellsFilesAndSettingsApart() throws IOException {
        account("a.json", "1");
        account("b.json", "2");
        String before = GigyaFiles.open(folder, CSV).fingerprint();

        put("c.tmp", "does not count");
        assertThat(GigyaFiles.open(folder, GigyaCsv.identitySync()).fingerprint())
                .isEqualTo(before);
        assertThat(GigyaFiles.open(folder, CSV.withListSeparator("|")).fingerprint())
                .isNotEqualTo(before);
        Files.setLastModifiedTime(folder.resolve("b.json"), FileTime.from(Instant.EPOCH));
        assertThat(GigyaFiles.open(folder, CSV).fingerprint()).isNotEqualTo(before);
    }
}
