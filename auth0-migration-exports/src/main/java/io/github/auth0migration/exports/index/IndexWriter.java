package io.github.auth0migration.exports.index;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.IndexProgress;
import io.github.auth0migration.exports.files.FoundRow;
import io.github.auth0migration.exports.files.RowSink;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Fills an index with the rows of a scan. Belongs to one thread. */
final class IndexWriter implements RowSink {

    static final HashKind UNREADABLE = new HashKind("unreadable", false);

    private static final int REPORT_EVERY = 10_000;

    private final RowReader reader;
    private final IndexProgress progress;
    private final long bytesTotal;
    private final MVStore store;
    private final SortedRuns accounts;
    private final SortedRuns names;
    private final MVMap<Long, String> files;
    private final MVMap<Long, byte[]> copies;
    private final MVMap<Long, String> broken;
    private final Map<HashKind, Integer> kinds = new LinkedHashMap<>();
    private String file = "";
    private long rows;
    private long left;

    IndexWriter(MVStore store, MVStore scratch, RowReader reader, IndexProgress progress, long bytesTotal) {
        this.store = store;
        this.reader = reader;
        this.progress = progress;
        this.bytesTotal = bytesTotal;
        this.accounts = new SortedRuns(scratch, "a", IndexWriter::newer);
        this.names = new SortedRuns(scratch, "n", (one, same) -> one);
        this.files = Maps.numberedTexts(store, Maps.FILES);
        this.copies = Maps.numberedBytes(store, Maps.COPIES);
        this.broken = Maps.numberedTexts(store, Maps.BROKEN);
    }

    private static byte[] newer(byte[] one, byte[] other) {
        return Rows.of(one).and(Rows.of(other)).bytes();
    }

    @Override
    public void row(FoundRow row) {
        rows++;
        try {
            Optional<IndexedRow> indexed = reader.read(row.json());
            indexed.ifPresentOrElse(account -> add(account, row), () -> left++);
        } catch (CallFailedException e) {
            addUnreadable(row, e.failure());
        }
        if (rows % REPORT_EVERY == 0) {
            progress.read(rows, row.bytesRead(), bytesTotal);
        }
    }

    @Override
    public void broken(BrokenRow row, Set<String> ids) {
        rows++;
        report(row, !ids.isEmpty());
        for (String id : ids) {
            Entry nowhere =
                    new Entry(Entry.UNKNOWN, rows, fileNumber(row.file()), 0, 0, row.line(), word(UNREADABLE), false);
            accounts.add(Key.ofId(id), Rows.of(nowhere).bytes());
        }
    }

    private void report(BrokenRow row, boolean hasId) {
        broken.append(broken.sizeAsLong(), BrokenRows.text(row, hasId));
    }

    /** A row with an id is that account's newest word, even if no user can be made of it: an older row must not count. */
    private void addUnreadable(FoundRow row, Failure failure) {
        Optional<RowKey> key = reader.key(row.json());
        report(new BrokenRow(row.place().file(), row.place().line(), failure.detail()), key.isPresent());
        key.ifPresent(known -> accounts.add(
                Key.ofId(known.id()), Rows.of(entry(row, known, UNREADABLE)).bytes()));
    }

    private void add(IndexedRow account, FoundRow row) {
        byte[] id = Key.ofId(account.key().id());
        accounts.add(id, Rows.of(entry(row, account.key(), account.hash())).bytes());
        for (String name : account.names()) {
            names.add(Key.link(Key.ofName(name), id), new byte[0]);
        }
    }

    private int word(HashKind kind) {
        return kinds.computeIfAbsent(kind, unknown -> kinds.size());
    }

    private Entry entry(FoundRow row, RowKey key, HashKind kind) {
        if (row.isCompressed()) {
            copies.append(rows, Json.write(row.json().asMap()).getBytes(StandardCharsets.UTF_8));
        }
        return new Entry(
                key.changed().map(Instant::toEpochMilli).orElse(Entry.UNKNOWN),
                rows,
                fileNumber(row.place().file()),
                row.place().offset(),
                row.place().length(),
                row.place().line(),
                word(kind),
                row.isCompressed());
    }

    /** Rows come file by file. */
    private int fileNumber(String name) {
        if (!name.equals(file) || files.isEmpty()) {
            files.append(files.sizeAsLong(), name);
            file = name;
        }
        return Math.toIntExact(files.sizeAsLong() - 1);
    }

    private Entry counting(Rows ofAccount) {
        Entry counting = ofAccount.counting();
        if (ofAccount.count() == 1 || reader.mayRepeat()) {
            return counting;
        }
        report(
                new BrokenRow(
                        String.valueOf(files.get((long) counting.file())),
                        counting.line(),
                        "The account is in the export " + ofAccount.count()
                                + " times, and nothing tells which of them counts: remove the others."),
                true);
        return counting.as(word(UNREADABLE));
    }

    /** Writes what was collected; the index is whole after it. */
    void finish(String fingerprint) {
        MVMap<byte[], byte[]> sorted = Maps.ofBytes(store, Maps.ACCOUNTS);
        Map<Integer, Long> byWord = new HashMap<>();
        accounts.drainTo((key, value) -> {
            Entry counting = counting(Rows.of(value));
            sorted.append(key, counting.bytes());
            byWord.merge(counting.word(), 1L, Long::sum);
        });
        MVMap<byte[], byte[]> links = Maps.ofBytes(store, Maps.NAMES);
        names.drainTo(links::append);
        MVMap<String, String> about = Maps.texts(store, Maps.ABOUT);
        Map<HashKind, Long> hashes = new HashMap<>();
        kinds.forEach((kind, word) -> {
            about.put(AccountIndex.KIND + word, kind.text());
            hashes.put(kind, byWord.getOrDefault(word, 0L));
        });
        new Counts(rows, sorted.sizeAsLong(), left, broken.sizeAsLong(), hashes).writeTo(about);
        about.put(AccountIndex.FINGERPRINT, fingerprint);
        progress.read(rows, bytesTotal, bytesTotal);
    }
}
