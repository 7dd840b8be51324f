package io.github.auth0migration.exports.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVStore;

/**
 * Sorts more than fits in memory: sorted runs on disk, merged at the end. A tree that is filled in the order of its keys
 * is written once; in random order, a million keys would rewrite it many times.
 */
final class SortedRuns {

    private static final int RUN = 50_000;

    private static final Comparator<Pair> BY_KEY = (a, b) -> Arrays.compareUnsigned(a.key(), b.key());

    private final MVStore scratch;
    private final String name;
    private final BinaryOperator<byte[]> winner;
    private final List<Pair> run = new ArrayList<>();
    private int runs;

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Pair(byte[] key, byte[] value) {}

    /**
     * Nothing yet.
     *
     * @param scratch where runs go
     * @param name tells its runs from those of others
     * @param winner of two values of one key, the one that counts; in any order
     */
    SortedRuns(MVStore scratch, String name, BinaryOperator<byte[]> winner) {
        this.scratch = scratch;
        this.name = name;
        this.winner = winner;
    }

    void add(byte[] key, byte[] value) {
        run.add(new Pair(key, value));
        if (run.size() == RUN) {
            spill();
        }
    }

    private void spill() {
        run.sort(BY_KEY);
        Appender appender = new Appender(Maps.ofBytes(scratch, name + runs++)::append);
        run.forEach(pair -> appender.add(pair.key(), pair.value()));
        appender.end();
        run.clear();
    }

    /** Everything in the order of the keys, each key once. */
    void drainTo(BiConsumer<byte[], byte[]> target) {
        spill();
        PriorityQueue<Cursor<byte[], byte[]>> cursors =
                new PriorityQueue<>((a, b) -> Arrays.compareUnsigned(a.getKey(), b.getKey()));
        for (int i = 0; i < runs; i++) {
            advance(Maps.ofBytes(scratch, name + i).cursor(null), cursors);
        }
        Appender appender = new Appender(target);
        while (!cursors.isEmpty()) {
            Cursor<byte[], byte[]> least = cursors.remove();
            appender.add(least.getKey(), least.getValue());
            advance(least, cursors);
        }
        appender.end();
    }

    private static void advance(Cursor<byte[], byte[]> cursor, PriorityQueue<Cursor<byte[], byte[]>> cursors) {
        if (cursor.hasNext()) {
            cursor.next();
            cursors.add(cursor);
        }
    }

    /** Appends keys that come in order, and of several values of one key the winner. */
    private final class Appender {

        private final BiConsumer<byte[], byte[]> target;
        private byte[] key = {};
        private byte[] value = {};

        Appender(BiConsumer<byte[], byte[]> target) {
            this.target = target;
        }

        void add(byte[] nextKey, byte[] nextValue) {
            if (Arrays.equals(key, nextKey)) {
                value = winner.apply(value, nextValue);
            } else {
                end();
                key = nextKey;
                value = nextValue;
            }
        }

        void end() {
            if (key.length > 0) {
                target.accept(key, value);
            }
        }
    }
}
