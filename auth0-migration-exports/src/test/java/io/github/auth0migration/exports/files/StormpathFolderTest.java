package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.spi.CallFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StormpathFolderTest {

    private static final FileTime THEN = FileTime.from(Instant.parse("2017-08-17T00:00:00Z"));

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(UTF_8));
        return Files.setLastModifiedTime(file, THEN);
    }

    private Path account(String folderName, String id) throws IOException {
        return put(folderName + "/" + id + ".json", "{\"id\":\"" + id + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "tenant/accounts"})
    void accountsAreFoundFlatAndInFoldersOfDirectories(String accounts) throws Exception {
        account(accounts, "1");
        account(accounts + "/directory", "2");
        account(accounts + "/other", "3");
        account(accounts + "/other/deeper", "4");
        account("tenant/directories", "5");
        account("tenant/directories/directory", "6");
        account(accounts, ".hidden");
        put(accounts + "/readme.txt", "no account");

        for (Path path : new Path[] {folder, folder.resolve("tenant"), folder.resolve(accounts)}) {
            if (path.endsWith("tenant") && accounts.equals("accounts")) {
                continue;
            }
            try (ExportFiles files = StormpathFiles.open(path)) {
                Scan scan = Scan.of(files);

                assertThat(scan.objects()).extracting("id").containsExactlyInAnyOrder("1", "2", "3");
                assertThat(scan.broken)
                        .as("who is deeper is not lost in silence")
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.file()).endsWith("other/deeper");
                            assertThat(row.reason()).contains("is not read");
                        });
                for (FoundRow row : scan.rows) {
                    assertThat(path.resolve(row.place().file())).isRegularFile();
                    assertThat(files.read(row.place()).asMap())
                            .isEqualTo(row.json().asMap());
                }
                assertThat(files.totalBytes()).isGreaterThanOrEqualTo(30);
                assertThat(scan.rows.get(2).bytesRead()).isBetween(30L, files.totalBytes());
            }
        }
    }

    @Test
    void namesAreRelativeToTheExport() throws IOException {
        account("tenant/accounts/directory", "1");

        Scan scan = Scan.of(StormpathFiles.open(folder));

        assertThat(scan.rows.get(0).place()).isEqualTo(new RowPlace("tenant/accounts/directory/1.json", 0, 10, 1));
        assertThat(scan.rows.get(0).isCompressed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"id\":1,\"id\":2}", "{\"id\":\"x\"", "{\"id\":\"x\"}{}", "null"})
    void aBrokenFileCostsItself(String text) throws IOException {
        put("accounts/broken.json", text);
        account("accounts", "1");
        account("accounts", "2");

        Scan scan = Scan.of(StormpathFiles.open(folder));

        assertThat(scan.rows).hasSize(2);
        assertThat(scan.broken)
                .singleElement()
                .extracting(BrokenRow::file, BrokenRow::line)
                .containsExactly("accounts/broken.json", 1L);
    }

    @Test
    void aFileThatIsTooLongAndALinkAreBroken() throws IOException {
        account("accounts", "1");
        put("accounts/long.json", "{\"id\":\"" + "x".repeat(ByteWindow.MAX_ROW_BYTES) + "\"}");
        Files.createSymbolicLink(folder.resolve("accounts/link.json"), account("elsewhere", "2"));
        Files.createSymbolicLink(folder.resolve("accounts/directory"), folder.resolve("elsewhere"));

        Scan scan = Scan.of(StormpathFiles.open(folder));

        assertThat(scan.objects()).extracting("id").containsExactly("1");
        assertThat(scan.broken)
                .extracting(BrokenRow::file)
                .containsExactlyInAnyOrder("accounts/long.json", "accounts/link.json", "accounts/directory");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAnAccount() throws IOException {
        put("accounts/1.json", "\ufeff{\"id\":\"1\"}");

        assertThat(Scan.of(StormpathFiles.open(folder)).objects())
                .extracting("id")
                .containsExactly("1");
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> StormpathFiles.open(folder.resolve("absent")))
                .withMessageContainingAll("absent", "does not exist");
        assertThatIOException()
                .isThrownBy(() -> StormpathFiles.open(folder))
                .withMessageContainingAll(folder.toRealPath().toString(), "no folder \"accounts\"");
        Path text = put("text.json", "{}");
        assertThatIOException().isThrownBy(() -> StormpathFiles.open(text)).withMessageContaining("zip");
        Files.createDirectory(folder.resolve("accounts"));
        assertThatIOException().isThrownBy(() -> StormpathFiles.open(folder)).withMessageContaining("holds no account");
    }

    @Test
    void severalTenantsAreNamed() throws IOException {
        account("one/accounts", "1");
        account("two/accounts", "1");

        assertThatIOException()
                .isThrownBy(() -> StormpathFiles.open(folder))
                .withMessageContainingAll("one/accounts, two/accounts", "name the one");
    }

    @Test
    void anAccountThatHasChangedIsNotRead() throws Exception {
        Path file = account("accounts", "1");
        ExportFiles files = StormpathFiles.open(folder);
        RowPlace place = Scan.of(files).rows.get(0).place();

        Files.writeString(file, "{\"id\":\"2\"}");
        assertChanged(files, place);
        Files.setLastModifiedTime(file, THEN);
        assertThat(files.read(place).asMap()).containsEntry("id", "2");
        Files.writeString(file, "{\"id\":\"22\"}");
        Files.setLastModifiedTime(file, THEN);
        assertChanged(files, place);
        Files.delete(file);
        assertChanged(files, place);
        Files.createSymbolicLink(file, account("elsewhere", "1"));
        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> files.read(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../elsewhere/1.json",
                "accounts/../elsewhere/1.json",
                "accounts/x/../1.json",
                "accounts/./1.json",
                "elsewhere/1.json",
                "accounts/deep/deeper/1.json",
                "accounts/link/1.json",
                "accounts/1.txt",
                "accounts",
                "",
                "1.json",
                "\0"
            })
    void placesOutsideTheAccountsAreNotRead(String name) throws IOException {
        account("accounts", "1");
        account("accounts/deep/deeper", "1");
        account("elsewhere", "1");
        put("accounts/1.txt", "{\"id\":\"1\"}");
        put("1.json", "{\"id\":\"1\"}");
        Files.createSymbolicLink(folder.resolve("accounts/link"), folder.resolve("elsewhere"));
        ExportFiles files = StormpathFiles.open(folder);

        assertChanged(files, new RowPlace(name, 0, 10, 1));
        assertChanged(files, new RowPlace(folder.resolve("elsewhere/1.json").toString(), 0, 10, 1));
    }

    @Test
    void placesOfAnotherLengthAreNotRead() throws IOException {
        account("accounts", "1");
        ExportFiles files = StormpathFiles.open(folder);

        assertChanged(files, new RowPlace("accounts/1.json", 0, 9, 1));
        assertChanged(files, new RowPlace("accounts/1.json", 0, -1, 1));
        assertChanged(files, new RowPlace("accounts/1.json", 1, 10, 1));
        assertChanged(files, new RowPlace("accounts/1.json", 0, Integer.MAX_VALUE, 1));
    }

    private static void assertChanged(ExportFiles files, RowPlace place) {
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> files.read(place))
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION))
                .withMessageContaining("has changed since it was indexed: restart to index it anew");
    }

    @Test
    void aFolderThatChangesWhileItIsReadStopsTheScan() throws IOException {
        account("accounts", "1");
        ExportFiles files = StormpathFiles.open(folder);
        account("accounts", "2");

        assertThatIOException().isThrownBy(() -> Scan.of(files)).withMessageContaining("has changed while it was read");
    }

    @Test
    void theFingerprintTellsSetsOfFilesApart() throws IOException {
        account("accounts", "1");
        Path second = account("accounts", "2");
        String both = StormpathFiles.open(folder).fingerprint();

        put("accounts/readme.txt", "does not count");
        account("directories", "3");
        assertThat(StormpathFiles.open(folder).fingerprint()).isEqualTo(both).matches("[0-9a-f]{33,}");

        Files.setLastModifiedTime(second, FileTime.from(THEN.toInstant().plusMillis(1)));
        assertThat(StormpathFiles.open(folder).fingerprint()).isNotEqualTo(both);
        put("accounts/2.json", "{\"id\":\"22\"}");
        assertThat(StormpathFiles.open(folder).fingerprint()).isNotEqualTo(both);
        Files.delete(second);
        account("accounts", "3");
        assertThat(StormpathFiles.open(folder).fingerprint()).isNotEqualTo(both);
        Files.delete(folder.resolve("accounts/3.json"));
        account("accounts", "2");
        assertThat(StormpathFiles.open(folder).fingerprint()).isEqualTo(both);
    }

    @Test
    void anInterruptCostsOneReadOnly() throws Exception {
        account("accounts", "1");
        ExportFiles files = StormpathFiles.open(folder);
        RowPlace place = Scan.of(files).rows.get(0).place();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> files.read(place))
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(files.read(place).asMap()).containsEntry("id", "1");
    }
}
