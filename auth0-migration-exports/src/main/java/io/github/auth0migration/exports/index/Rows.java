package io.github.auth0migration.exports.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one account, as far as they may count: the newest of those that tell their change, and the last of those that do
 * not. In whatever order rows are put together, the same come out.
 *
 * @param timed the newest row of those that tell when the account changed
 * @param untimed the last row in reading order of those that do not
 * @param count how many rows there are
 */
record Rows(Optional<Entry> timed, Optional<Entry> untimed, int count) {

    private static final Comparator<Entry> BY_CHANGE =
            Comparator.comparingLong(Entry::changed).thenComparingLong(Entry::row);

    static Rows of(Entry entry) {
        return entry.tellsItsChange()
                ? new Rows(Optional.of(entry), Optional.empty(), 1)
                : new Rows(Optional.empty(), Optional.of(entry), 1);
    }

    Rows and(Rows other) {
        return new Rows(
                Stream.concat(timed.stream(), other.timed.stream()).max(BY_CHANGE),
                Stream.concat(untimed.stream(), other.untimed.stream()).max(Comparator.comparingLong(Entry::row)),
                count + other.count);
    }

    /** The row that counts: the newest one, unless a later one does not tell when it was written. */
    Entry counting() {
        return Stream.concat(timed.stream(), untimed.stream())
                .max(Comparator.comparingLong(Entry::row))
                .orElseThrow();
    }

    byte[] bytes() {
        ByteBuffer out =
                ByteBuffer.allocate(Integer.BYTES + 2 + 2 * Entry.BYTES).putInt(count);
        for (Optional<Entry> entry : List.of(timed, untimed)) {
            out.put((byte) (entry.isPresent() ? 1 : 0));
            entry.ifPresent(present -> out.put(present.bytes()));
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    static Rows of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int count = in.getInt();
        return new Rows(next(in), next(in), count);
    }

    private static Optional<Entry> next(ByteBuffer in) {
        return in.get() == 1 ? Optional.of(Entry.of(in)) : Optional.empty();
    }
}
