package io.github.auth0migration.exports.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void setFolder() {
        folder = parent.resolve("indexes").resolve("listed");
    }

    private AccountIndex open(ListedFiles files) throws IOException {
        return open(files, "");
    }

    private AccountIndex open(ListedFiles files, String settings) throws IOException {
        return new IndexFolder(folder, "listed").open(files, settings, new ListedRows(true), (rows, read, total) -> {});
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }

    private static ListedFiles ada() {
        return new ListedFiles(false).row("1", "", "ada@example.com");
    }

    @Test
    void anIndexIsBuiltOnce() throws Exception {
        ListedFiles files = ada();

        open(files).close();
        try (AccountIndex again = open(files)) {
            assertThat(again.named("ada@example.com")).hasSize(1);
        }
        assertThat(files.scans()).isEqualTo(1);
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void changedFilesOrSettingsMakeItAnew() throws Exception {
        ListedFiles files = ada();
        open(files).close();
        open(files.fingerprint("f2")).close();
        assertThat(files.scans()).isEqualTo(2);
        open(files, "another digest").close();
        assertThat(files.scans()).isEqualTo(3);
        assertThat(indexes()).as("older ones are removed").hasSize(1);
    }

    @Test
    void aBuildThatFailsLeavesNoIndexAndTheNextOneIsWhole() throws Exception {
        ListedFiles files = ada().row("2", "", "bob@example.com");
        List<String> steps = new ArrayList<>();
        files.duringScan(() -> {
            steps.add("row");
            if (steps.size() == 2) {
                throw new IllegalStateException("power failed");
            }
        });

        assertThatIllegalStateException().isThrownBy(() -> open(files));
        try (AccountIndex whole = open(files)) {
            assertThat(whole.counts().accounts()).isEqualTo(2);
        }
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void filesThatChangeWhileTheyAreReadMakeNoIndex() {
        ListedFiles files = ada();
        files.duringScan(() -> files.fingerprint("f2"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> open(files))
                .withMessageContaining("changed while they were read");
    }

    @Test
    void leftoversOfABuildThatWasKilledAreRemoved() throws Exception {
        Files.createDirectories(folder);
        // A group may write to new folders where the umask is 0002.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("listed-0011.index.building"), "half an index");
        Files.writeString(folder.resolve("listed-0011.index.scratch"), "half a scratch");

        open(ada()).close();
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void anIndexThatIsCutIsBuiltAnew() throws Exception {
        ListedFiles files = ada();
        open(files).close();
        Path index = indexes().get(0);
        byte[] whole = Files.readAllBytes(index);
        for (int length : new int[] {0, 1, 4_096, whole.length / 2}) {
            Files.write(index, Arrays.copyOf(whole, length));
            try (AccountIndex again = open(files)) {
                assertThat(again.named("ada@example.com")).hasSize(1);
            }
        }
        assertThat(files.scans()).isEqualTo(5);
    }

    @Test
    void anIndexOfOtherFilesUnderThisNameIsNotUsed() throws Exception {
        ListedFiles files = ada();
        open(files).close();
        Path index = indexes().get(0);
        byte[] ofF1 = Files.readAllBytes(index);
        open(files.fingerprint("f2")).close();
        Files.write(indexes().get(0), ofF1);

        try (AccountIndex again = open(files)) {
            assertThat(again.counts().accounts()).isEqualTo(1);
        }
        assertThat(files.scans()).isEqualTo(3);
    }

    @Test
    void onlyTheOwnerCanReadIt() throws Exception {
        open(ada()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws Exception {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> open(ada()))
                .withMessageContaining("chmod 700");
    }

    @Test
    void anIndexThatIsInUseStaysWhenAnotherOneIsBuilt() throws Exception {
        ListedFiles files = ada();
        try (AccountIndex inUse = open(files)) {
            open(ada().fingerprint("f2")).close();

            assertThat(indexes()).hasSize(2);
            assertThat(inUse.named("ada@example.com")).hasSize(1);
        }
        open(ada().fingerprint("f3")).close();
        assertThat(indexes()).as("unused ones are removed").hasSize(1);
    }

    @Test
    void noNameStandsInIt() throws Exception {
        open(ada()).close();

        assertThat(new String(Files.readAllBytes(indexes().get(0)), StandardCharsets.ISO_8859_1))
                .doesNotContain("ada")
                .doesNotContain("example");
    }

    @Test
    void twoOpenSourcesOfOneIndexAreAMistakeThatIsExplained() throws Exception {
        ListedFiles files = ada();
        try (AccountIndex first = open(files)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> open(files))
                    .withMessageContaining("share the one source");
            assertThat(first.named("ada@example.com")).hasSize(1);
        }
        open(files).close();
    }

    @Test
    void progressIsToldAtTheEnd() throws Exception {
        List<String> told = new ArrayList<>();
        new IndexFolder(folder, "listed")
                .open(ada(), "", new ListedRows(true), (rows, read, total) -> told.add(rows + " " + read + "/" + total))
                .close();

        assertThat(told).containsExactly("1 1/1");
    }
}
