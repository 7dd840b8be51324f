package io.github.auth0migration.exports.index;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.files.ExportFiles;
import io.github.auth0migration.exports.files.RowPlace;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.spi.JsonObject;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A whole index, read only. Thread-safe. */
public final class AccountIndex implements Closeable {

    static final String FINGERPRINT = "fingerprint";
    static final String KIND = "kind ";

    /** More accounts than this with one name: an export that nobody looked through. */
    private static final int MAX_NAMESAKES = 1_000;

    /** How far a stand-in is looked for: an export whose accounts have hardly any hashes has no time to give away. */
    private static final int MAX_STEPS = 1_000;

    private final MVStore store;
    private final ExportFiles files;
    private final MVMap<byte[], byte[]> accounts;
    private final MVMap<byte[], byte[]> names;
    private final MVMap<Long, String> fileNames;
    private final MVMap<Long, byte[]> copies;
    private final MVMap<Long, String> broken;
    private final Map<Integer, HashKind> kinds = new HashMap<>();
    private final Counts counts;

    AccountIndex(MVStore store, ExportFiles files) {
        this.store = store;
        this.files = files;
        this.accounts = Maps.ofBytes(store, Maps.ACCOUNTS);
        this.names = Maps.ofBytes(store, Maps.NAMES);
        this.fileNames = Maps.numberedTexts(store, Maps.FILES);
        this.copies = Maps.numberedBytes(store, Maps.COPIES);
        this.broken = Maps.numberedTexts(store, Maps.BROKEN);
        MVMap<String, String> about = Maps.texts(store, Maps.ABOUT);
        this.counts = Counts.of(about);
        about.forEach((name, value) -> {
            if (name.startsWith(KIND)) {
                kinds.put(Integer.valueOf(name.substring(KIND.length())), HashKind.parse(value));
            }
        });
    }

    /**
     * An account, where it stands.
     *
     * @param position where it stands in the index, for {@link #after}
     * @param hash what its password hash is
     */
    public record Located(String position, HashKind hash, Entry entry) {
        @Override
        public String toString() {
            return "Located[" + position + "]";
        }
    }

    /** {@return what is in it} */
    public Counts counts() {
        return counts;
    }

    /**
     * Whoever has, or had, a name; older rows of an account may have had other names.
     *
     * @param name the name, in any case of the letters A to Z
     * @return each account once
     * @throws CallFailedException if there are too many, or the index cannot be read
     */
    public List<Located> named(String name) throws CallFailedException {
        byte[] key = Key.ofName(name);
        return reading(() -> {
            List<Located> found = new ArrayList<>();
            Iterator<byte[]> links = names.keyIterator(Key.link(key, new byte[Key.BYTES]));
            while (links.hasNext()) {
                byte[] link = links.next();
                if (!Key.isLinkOf(link, key)) {
                    break;
                }
                if (found.size() == MAX_NAMESAKES) {
                    throw unreadable("More than " + MAX_NAMESAKES + " accounts have one name.");
                }
                located(Key.idOfLink(link)).ifPresent(found::add);
            }
            return found;
        });
    }

    /**
     * The account with an id.
     *
     * @param id the platform's id
     * @return where it stands
     * @throws CallFailedException if the index cannot be read
     */
    public Optional<Located> byId(String id) throws CallFailedException {
        return reading(() -> located(Key.ofId(id)));
    }

    private Optional<Located> located(byte[] id) {
        return Optional.ofNullable(accounts.get(id)).map(value -> located(id, value));
    }

    private Located located(byte[] id, byte[] value) {
        Entry entry = Entry.of(value);
        return new Located(Key.text(id), Objects.requireNonNull(kinds.get(entry.word()), "kind"), entry);
    }

    /**
     * Somebody whose password can be verified, always the same one for a name: so that names of nobody take the time that
     * names of somebody take, whatever mixture of hashes the export has.
     *
     * @param name the name
     * @return somebody; empty if there is hardly anybody
     * @throws CallFailedException if the index cannot be read
     */
    public Optional<Located> standIn(String name) throws CallFailedException {
        return reading(() -> {
            byte[] key = accounts.ceilingKey(Key.ofName(name));
            for (int step = 0; step < MAX_STEPS; step++) {
                if (key == null) {
                    key = accounts.isEmpty() ? null : accounts.firstKey();
                }
                if (key == null) {
                    return Optional.empty();
                }
                Optional<Located> somebody =
                        located(key).filter(account -> account.hash().isVerifiable());
                if (somebody.isPresent()) {
                    return somebody;
                }
                key = accounts.higherKey(key);
            }
            return Optional.empty();
        });
    }

    /**
     * Accounts in the order of the index.
     *
     * @param position the {@link Located#position()} of the last one before them; {@code null} for the first ones
     * @param limit how many at most
     * @return the accounts; fewer than {@code limit} at the end
     * @throws CallFailedException if the index cannot be read
     */
    public List<Located> after(@Nullable String position, int limit) throws CallFailedException {
        return reading(() -> {
            List<Located> page = new ArrayList<>();
            byte[] from = position == null ? null : accounts.higherKey(Key.parse(position));
            if (position != null && from == null) {
                return page;
            }
            Iterator<byte[]> keys = accounts.keyIterator(from);
            while (keys.hasNext() && page.size() < limit) {
                byte[] id = keys.next();
                located(id).ifPresent(page::add);
            }
            return page;
        });
    }

    /**
     * An account's row.
     *
     * @param account where it stands
     * @return the row
     * @throws CallFailedException if it cannot be read any more
     */
    public JsonObject row(Located account) throws CallFailedException {
        Entry entry = account.entry();
        if (entry.copied()) {
            return Json.readObject(reading(() -> Optional.ofNullable(copies.get(entry.row())))
                    .orElseThrow(() -> unreadable("A row is missing.")));
        }
        return files.read(place(account));
    }

    /**
     * Where an account's row stands.
     *
     * @param account the account
     * @return the place
     * @throws CallFailedException if the index cannot be read
     */
    public RowPlace place(Located account) throws CallFailedException {
        Entry entry = account.entry();
        String file = reading(() -> Optional.ofNullable(fileNames.get((long) entry.file())))
                .orElseThrow(() -> unreadable("A file's name is missing."));
        return new RowPlace(file, entry.offset(), entry.length(), entry.line());
    }

    /** {@return the broken rows, in reading order} */
    public Stream<BrokenRow> brokenRows() {
        return LongStream.range(0, broken.sizeAsLong())
                .mapToObj(broken::get)
                .filter(Objects::nonNull)
                .map(BrokenRows::parse);
    }

    /** {@return the broken rows that are of no account that is known, in reading order} */
    public Stream<BrokenRow> strayBrokenRows() {
        return LongStream.range(0, broken.sizeAsLong())
                .mapToObj(broken::get)
                .filter(Objects::nonNull)
                .filter(text -> !BrokenRows.hasId(text))
                .map(BrokenRows::parse);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws CallFailedException;
    }

    /** A file that somebody cut or overwrote must not look like an answer. */
    private static <T> T reading(Reading<T> reading) throws CallFailedException {
        try {
            return reading.read();
        } catch (RuntimeException e) {
            throw unreadable(e.getClass().getSimpleName() + ".");
        }
    }

    private static CallFailedException unreadable(String detail) {
        return CallFailedException.unsent(Failure.of(
                Failure.Kind.INTERNAL,
                "The export's index cannot be read: delete it, and it is built anew at the next start. " + detail));
    }

    @Override
    public void close() {
        store.close();
    }
}
