package io.github.auth0migration.exports.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.index.AccountIndex.Located;
import io.github.auth0migration.spi.CallFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIndexTest {

    private static final String EARLIER = "2020-01-01T00:00:00Z";
    private static final String LATER = "2020-01-02T00:00:00Z";

    private static final int INTERRUPTS = 200;

    @TempDir
    Path folder;

    private @Nullable AccountIndex opened;

    private AccountIndex open(ListedFiles files) throws IOException {
        return open(files, true);
    }

    private AccountIndex open(ListedFiles files, boolean mayRepeat) throws IOException {
        opened =
                new IndexFolder(folder, "listed").open(files, "", new ListedRows(mayRepeat), (rows, read, total) -> {});
        return opened;
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private static List<String> idsNamed(AccountIndex index, String name) throws Exception {
        List<String> ids = new ArrayList<>();
        for (Located located : index.named(name)) {
            ids.add(index.row(located).requiredString("id"));
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void somebodyIsFoundByEachNameAndById(boolean compressed) throws Exception {
        AccountIndex index = open(new ListedFiles(compressed)
                .row("1", "", "ada@example.com", "ada")
                .row("2", "", "bob@example.com"));

        assertThat(idsNamed(index, "ada@example.com")).containsExactly("1");
        assertThat(idsNamed(index, "ADA")).containsExactly("1");
        assertThat(idsNamed(index, "bob@example.com")).containsExactly("2");
        assertThat(idsNamed(index, "nobody@example.com")).isEmpty();
        assertThat(index.row(index.byId("2").orElseThrow()).strings("names")).containsExactly("bob@example.com");
        assertThat(index.byId("3")).isEmpty();
    }

    @Test
    void onlyAToZAreFolded() throws Exception {
        AccountIndex index = open(new ListedFiles(false).row("1", "", "kim@example.com"));

        assertThat(idsNamed(index, "\u212aim@example.com")).isEmpty();
        assertThat(idsNamed(index, "kım@example.com")).isEmpty();
    }

    @Test
    void everybodyWithANameIsFound() throws Exception {
        AccountIndex index =
                open(new ListedFiles(false).row("1", "", "ada@example.com").row("2", "", "Ada@Example.com"));

        assertThat(idsNamed(index, "ada@example.com")).containsExactlyInAnyOrder("1", "2");
    }

    @ParameterizedTest
    @CsvSource({
        // earlier row, later row: which one counts
        "'', '', second",
        EARLIER + "," + LATER + ", second",
        LATER + "," + EARLIER + ", first",
        EARLIER + "," + EARLIER + ", second",
        LATER + ", '', second",
        "''," + EARLIER + ", second"
    })
    void theLastChangeOfAnAccountCounts(String first, String second, String winner) throws Exception {
        AccountIndex index =
                open(new ListedFiles(false).row("1", first, "first").row("1", second, "second"));

        assertThat(index.row(index.byId("1").orElseThrow()).strings("names")).containsExactly(winner);
        assertThat(index.counts().accounts()).isEqualTo(1);
        assertThat(index.counts().rows()).isEqualTo(2);
    }

    /** Whatever the order in which rows are put together. */
    @Test
    void anUnreadableRowBetweenDoesNotLetAnOlderOneWin() throws Exception {
        AccountIndex index = open(new ListedFiles(false)
                .row("1", LATER, "new")
                .row(Map.of("id", "1", "names", "not a list"))
                .row("1", EARLIER, "old"));

        assertThat(index.byId("1").orElseThrow().isUnreadable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // changes of four rows in reading order, and the row that counts; - tells none
        "-, 2, 1, 3, 3",
        "3, -, 1, 2, 1",
        "1, 2, 3, -, 3",
        "-, -, -, -, 3",
        "4, 3, 2, 1, 0",
        "2, -, 3, 1, 2"
    })
    void rowsCountTheSameInAnyOrder(String first, String second, String third, String fourth, int counting) {
        List<Rows> rows = new ArrayList<>();
        for (String change : List.of(first, second, third, fourth)) {
            long changed = change.equals("-") ? Entry.UNKNOWN : Long.parseLong(change);
            rows.add(Rows.of(new Entry(changed, rows.size(), 0, 0, 0, 0, 0, false)));
        }
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(rows, random);
            Rows left = rows.get(0).and(rows.get(1)).and(rows.get(2)).and(rows.get(3));
            Rows right = rows.get(0)
                    .and(rows.get(1).and(Rows.of(rows.get(2).and(rows.get(3)).bytes())));
            assertThat(left).isEqualTo(right);
            assertThat(left.counting().row()).isEqualTo(counting);
        }
    }

    @Test
    void aBrokenRowThatTellsItsIdHidesTheOlderOnes() throws Exception {
        AccountIndex index = open(new ListedFiles(false).row("1", LATER, "ada").broken("It is no JSON.", "1"));

        assertThat(index.byId("1").orElseThrow().isUnreadable()).isTrue();
        assertThat(index.strayBroken(0, 9)).isEmpty();
    }

    @Test
    void twoRowsWhereThereMustBeOneAreNobodys() throws Exception {
        AccountIndex index = open(
                new ListedFiles(false)
                        .row("1", EARLIER, "ada")
                        .row("2", "", "bob")
                        .row("1", LATER, "ada"),
                false);

        assertThat(index.byId("1").orElseThrow().isUnreadable()).isTrue();
        assertThat(index.byId("2").orElseThrow().isUnreadable()).isFalse();
        assertThat(index.broken(0, 9))
                .singleElement()
                .satisfies(broken -> assertThat(broken.row().reason()).contains("2 times"));
        assertThat(index.counts().broken()).isEqualTo(1);
    }

    @Test
    void aClosedIndexAnswersNobody() throws Exception {
        AccountIndex index = open(new ListedFiles(false).row("1", "", "ada"));
        index.named("ada");
        index.close();

        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> index.named("ada"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCopyIsThatOfTheRowThatCounts(boolean compressed) throws Exception {
        AccountIndex index =
                open(new ListedFiles(compressed).row("1", LATER, "new").row("1", EARLIER, "old"));

        assertThat(index.row(index.byId("1").orElseThrow()).strings("names")).containsExactly("new");
    }

    @Test
    void aNewestRowThatCannotBeReadHidesTheOlderOnes() throws Exception {
        AccountIndex index = open(new ListedFiles(false)
                .row("1", EARLIER, "ada")
                .row(Map.of("id", "1", "names", "not a list", "changed", EARLIER)));

        assertThat(index.byId("1").orElseThrow().hash()).isEqualTo(IndexWriter.UNREADABLE);
        assertThat(index.broken(0, 9))
                .containsExactly(new AccountIndex.Broken(
                        0,
                        new BrokenRow(
                                "part-0.json", 2, "The platform's JSON has a member \"names\" that is not an array.")));
    }

    @Test
    void brokenAndSkippedRowsAreCounted() throws Exception {
        AccountIndex index = open(new ListedFiles(false)
                .row("1", "", "ada")
                .broken("The row is no JSON.")
                .row(Map.of("lite", true))
                .row(Map.of("names", List.of("no id"))));

        assertThat(index.counts()).isEqualTo(new Counts(4, 1, 1, 2, Map.of(new HashKind("sha1", true), 1L)));
        assertThat(index.broken(0, 9))
                .extracting(AccountIndex.Broken::number, broken -> broken.row().line())
                .containsExactly(tuple(0L, 2L), tuple(1L, 4L));
        assertThat(index.broken(1, 9)).hasSize(1);
        assertThat(index.broken(0, 1)).hasSize(1);
    }

    @Test
    void hashesAreCountedByAccountAndNotByRow() throws Exception {
        AccountIndex index = open(new ListedFiles(false)
                .row(Map.of("id", "1", "hash", "md5"))
                .row(Map.of("id", "1", "hash", "sha1"))
                .row(Map.of("id", "2", "hash", "NO_PASSWORD", "noPassword", true)));

        assertThat(index.counts().hashes())
                .containsEntry(new HashKind("sha1", true), 1L)
                .containsEntry(new HashKind("NO_PASSWORD", false), 1L)
                .containsEntry(new HashKind("md5", true), 0L);
    }

    @Test
    void aStandInIsAlwaysTheSameAndHasAHash() throws Exception {
        ListedFiles files = new ListedFiles(false);
        for (int i = 0; i < 40; i++) {
            files.row(
                    i % 4 == 0
                            ? Map.of("id", "id" + i)
                            : Map.of("id", "id" + i, "noPassword", true, "hash", "NO_PASSWORD"));
        }
        AccountIndex index = open(files);

        Set<String> standIns = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Located standIn = index.standIn("nobody" + i).orElseThrow();
            assertThat(standIn.hash().isVerifiable()).isTrue();
            assertThat(index.standIn("NOBODY" + i).orElseThrow()).isEqualTo(standIn);
            standIns.add(standIn.position());
        }
        assertThat(standIns).as("different names have different stand-ins").hasSizeGreaterThan(5);
    }

    @Test
    void anEmptyExportHasNoStandIn() throws Exception {
        AccountIndex index = open(new ListedFiles(false));

        assertThat(index.standIn("nobody")).isEmpty();
        assertThat(index.after(null, 10)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherAndHoldEverybodyOnce() throws Exception {
        ListedFiles files = new ListedFiles(false);
        for (int i = 0; i < 25; i++) {
            files.row("id" + i, "").row("id" + i, "");
        }
        AccountIndex index = open(files);

        Set<String> positions = new HashSet<>();
        List<Located> page = index.after(null, 10);
        while (!page.isEmpty()) {
            page.forEach(
                    located -> assertThat(positions.add(located.position())).isTrue());
            page = index.after(page.get(page.size() - 1).position(), 10);
        }
        assertThat(positions).hasSize(25);
    }

    @Test
    void anInterruptCostsOneAnswerAndNotTheIndex() throws Exception {
        ListedFiles files = new ListedFiles(false);
        for (int i = 0; i < 20_000; i++) {
            files.row("id" + i, "", "name" + i);
        }
        AccountIndex index = open(files);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        List<Thread> readers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t;
            Thread reader = new Thread(() -> {
                for (int i = first; !stop.get(); i = (i + 7) % 20_000) {
                    try {
                        if (!idsNamed(index, "name" + i).equals(List.of("id" + i))) {
                            wrong.incrementAndGet();
                        }
                    } catch (CallFailedException e) {
                        (e.failure().kind() == Failure.Kind.INTERRUPTED ? interrupted : wrong).incrementAndGet();
                        Thread.interrupted();
                    } catch (Exception e) {
                        wrong.incrementAndGet();
                    }
                }
            });
            reader.start();
            readers.add(reader);
        }
        // So many that some come while a reader opens the file after an earlier one.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (int i = 0; interrupted.get() < INTERRUPTS && wrong.get() == 0 && System.nanoTime() < end; i++) {
            readers.get(i % 4).interrupt();
            Thread.onSpinWait();
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(wrong).hasValue(0);
        assertThat(idsNamed(index, "name17")).containsExactly("id17");
    }

    @Test
    void moreThanARunIsSortedOnDisk() throws Exception {
        ListedFiles files = new ListedFiles(false);
        for (int i = 0; i < 120_000; i++) {
            files.row("id" + i % 110_000, "", "name" + i);
        }
        AccountIndex index = open(files);

        assertThat(index.counts().accounts()).isEqualTo(110_000);
        assertThat(idsNamed(index, "name119999")).containsExactly("id9999");
        assertThat(index.row(index.byId("id9999").orElseThrow()).strings("names"))
                .containsExactly("name119999");
        assertThat(idsNamed(index, "name0"))
                .as("an older name leads to the account as it is now")
                .containsExactly("id0");
    }
}
