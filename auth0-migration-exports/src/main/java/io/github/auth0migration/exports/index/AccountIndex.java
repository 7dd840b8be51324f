package io.github.auth0migration.exports.index;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.files.ExportFiles;
import io.github.auth0migration.exports.files.RowPlace;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.spi.JsonObject;
import java.io.Closeable;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A whole index, read only. Thread-safe. */
public final class AccountIndex implements Closeable {

    static final String FINGERPRINT = "fingerprint";
    static final String KIND = "kind ";

    /** More accounts than this with one name: an export that nobody looked through. */
    private static final int MAX_NAMESAKES = 1_000;

    /** How far a stand-in is looked for: an export whose accounts have hardly any hashes has no time to give away. */
    private static final int MAX_STEPS = 1_000;

    /** Threads that are interrupted one after the other may each close the file that another one reads. */
    private static final int MAX_REOPENED = 5;

    private final Path path;
    private final ExportFiles files;
    private final Map<Integer, HashKind> kinds = new HashMap<>();
    private final Counts counts;
    private final String fingerprint;
    private final ReentrantLock reopening = new ReentrantLock();
    private volatile IndexFile file;
    private volatile boolean closed;

    AccountIndex(Path path, IndexFile file, ExportFiles files) {
        this.path = path;
        this.file = file;
        this.files = files;
        this.counts = Counts.of(file.about());
        this.fingerprint = Objects.requireNonNull(file.about().get(FINGERPRINT), FINGERPRINT);
        file.about().forEach((name, value) -> {
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
        /** {@return whether the account's newest row could not be read} */
        public boolean isUnreadable() {
            return hash.equals(IndexWriter.UNREADABLE);
        }

        /**
         * Whether this is where the account with an id stands.
         *
         * @param id the platform's id
         * @return whether it is
         */
        public boolean isOf(String id) {
            return position.equals(Key.text(Key.ofId(id)));
        }

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
        return reading(open -> {
            List<Located> found = new ArrayList<>();
            Iterator<byte[]> links = open.names().keyIterator(Key.link(key, new byte[Key.BYTES]));
            while (links.hasNext()) {
                byte[] link = links.next();
                if (!Key.isLinkOf(link, key)) {
                    break;
                }
                if (found.size() == MAX_NAMESAKES) {
                    throw CallFailedException.unsent(Failure.of(
                            Failure.Kind.MALFORMED_RESPONSE,
                            "More than " + MAX_NAMESAKES + " accounts of the export have one name."));
                }
                located(open, Key.idOfLink(link)).ifPresent(found::add);
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
        return reading(open -> located(open, Key.ofId(id)));
    }

    private Optional<Located> located(IndexFile open, byte[] id) {
        return Optional.ofNullable(open.accounts().get(id)).map(value -> located(id, value));
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
        return reading(open -> {
            byte[] key = open.accounts().ceilingKey(Key.ofName(name));
            for (int step = 0; step < MAX_STEPS; step++) {
                if (key == null) {
                    key = open.accounts().isEmpty() ? null : open.accounts().firstKey();
                }
                if (key == null) {
                    return Optional.empty();
                }
                Optional<Located> somebody =
                        located(open, key).filter(account -> account.hash().isVerifiable());
                if (somebody.isPresent()) {
                    return somebody;
                }
                key = open.accounts().higherKey(key);
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
        return reading(open -> {
            List<Located> page = new ArrayList<>();
            byte[] from = position == null ? null : open.accounts().higherKey(Key.parse(position));
            if (position != null && from == null) {
                return page;
            }
            Iterator<byte[]> keys = open.accounts().keyIterator(from);
            while (keys.hasNext() && page.size() < limit) {
                byte[] id = keys.next();
                located(open, id).ifPresent(page::add);
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
            return Json.readObject(
                    reading(open -> Optional.ofNullable(open.copies().get(entry.row())))
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
        String file = reading(open -> Optional.ofNullable(open.files().get((long) entry.file())))
                .orElseThrow(() -> unreadable("A file's name is missing."));
        return new RowPlace(file, entry.offset(), entry.length(), entry.line());
    }

    /**
     * Broken rows.
     *
     * @param from the number of the first one
     * @param limit how many at most
     * @return the rows in reading order; fewer than {@code limit} at the end
     * @throws CallFailedException if the index cannot be read
     */
    public List<Broken> broken(long from, int limit) throws CallFailedException {
        return broken(from, limit, false);
    }

    /**
     * Broken rows that are of no account that is known.
     *
     * @param from the number of the first one
     * @param limit how many at most
     * @return the rows in reading order; fewer than {@code limit} at the end
     * @throws CallFailedException if the index cannot be read
     */
    public List<Broken> strayBroken(long from, int limit) throws CallFailedException {
        return broken(from, limit, true);
    }

    private List<Broken> broken(long from, int limit, boolean onlyStray) throws CallFailedException {
        return reading(open -> {
            List<Broken> rows = new ArrayList<>();
            for (long i = from; i < open.broken().sizeAsLong() && rows.size() < limit; i++) {
                String text = Objects.requireNonNull(open.broken().get(i), "broken row");
                if (!onlyStray || !BrokenRows.hasId(text)) {
                    rows.add(new Broken(i, BrokenRows.parse(text)));
                }
            }
            return rows;
        });
    }

    /**
     * A broken row.
     *
     * @param number its number, from 0
     * @param row what is wrong, and where
     */
    public record Broken(long number, BrokenRow row) {}

    @FunctionalInterface
    private interface Reading<T> {
        T from(IndexFile open) throws CallFailedException;
    }

    /**
     * Reads. An interrupt closes the file for everybody, wherever it meets a thread that reads: it is then opened again. A
     * file that somebody cut or overwrote must not look like an answer.
     */
    private <T> T reading(Reading<T> reading) throws CallFailedException {
        for (int reopened = 0; ; reopened++) {
            requireNotInterrupted();
            requireOpen();
            IndexFile open = file;
            try {
                T answer = reading.from(open);
                // What was read while somebody closed the file may lack what could not be read.
                if (!open.store().isClosed()) {
                    return answer;
                }
            } catch (RuntimeException e) {
                // Only a closed file is mended by opening it again; to do so for a damaged page would disturb others.
                boolean isClosed = open.store().isClosed() || isClosedChannel(e);
                if (!isClosed || reopened == MAX_REOPENED) {
                    throw unreadable(e.getClass().getSimpleName() + ".");
                }
            }
            reopen(open);
        }
    }

    private static boolean isClosedChannel(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedChannelException) {
                return true;
            }
        }
        return false;
    }

    private void requireOpen() throws CallFailedException {
        if (closed) {
            throw CallFailedException.unsent(Failure.of(Failure.Kind.INTERNAL, "The source is closed."));
        }
    }

    private static void requireNotInterrupted() throws CallFailedException {
        if (Thread.currentThread().isInterrupted()) {
            throw CallFailedException.unsent(
                    Failure.of(Failure.Kind.INTERRUPTED, "The calling thread was interrupted."));
        }
    }

    private void reopen(IndexFile failed) throws CallFailedException {
        reopening.lock();
        try {
            requireOpen();
            if (file.store() == failed.store()) {
                failed.store().closeImmediately();
                file = Opening.inAThreadOfItsOwn(path, fingerprint);
            }
        } catch (RuntimeException e) {
            throw unreadable(e.getClass().getSimpleName() + ".");
        } finally {
            reopening.unlock();
        }
    }

    private static CallFailedException unreadable(String detail) {
        return CallFailedException.unsent(Failure.of(
                Failure.Kind.INTERNAL,
                "The export's index cannot be read: delete it, and it is built anew at the next start. " + detail));
    }

    @Override
    public void close() {
        reopening.lock();
        try {
            closed = true;
            file.store().closeImmediately();
        } finally {
            reopening.unlock();
        }
    }
}
