package io.github.auth0migration.exports.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    Path folder;

    private Path index;
    private String fingerprint;

    @BeforeEach
    void buildIndex() throws Exception {
        ListedFiles files = new ListedFiles(false).row("1", "", "ada");
        new IndexFolder(folder, "listed")
                .open(files, "", new ListedRows(true), (rows, read, total) -> {})
                .close();
        try (Stream<Path> all = Files.list(folder)) {
            index = all.filter(file -> file.toString().endsWith(".index"))
                    .findFirst()
                    .orElseThrow();
        }
        IndexFile built = IndexFile.open(index);
        fingerprint = Objects.requireNonNull(built.about().get(AccountIndex.FINGERPRINT));
        built.store().closeImmediately();
    }

    @Test
    void anInterruptedThreadGetsTheWholeIndexAndKeepsItsFlag() {
        Thread.currentThread().interrupt();

        IndexFile opened = Opening.inAThreadOfItsOwn(index, fingerprint);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(opened.accounts().sizeAsLong()).isEqualTo(1);
        opened.store().closeImmediately();
    }

    @Test
    void anIndexThatWasPutInItsPlaceIsNotTaken() {
        assertThatIllegalStateException().isThrownBy(() -> Opening.inAThreadOfItsOwn(index, "another"));
    }
}
