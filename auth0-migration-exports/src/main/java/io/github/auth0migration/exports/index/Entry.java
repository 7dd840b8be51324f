package io.github.auth0migration.exports.index;

import java.nio.ByteBuffer;

/**
 * What the index knows of an account: where its row stands.
 *
 * @param changed when the account last changed, in milliseconds since 1970; {@link #UNKNOWN} if the row does not tell
 * @param row the number of the row in reading order
 * @param file the number of the file
 * @param offset where the row begins
 * @param length how many bytes it takes
 * @param line the line on which it begins
 * @param word the number of what its password hash is
 * @param copied whether the index holds a copy of the row
 */
record Entry(long changed, long row, int file, long offset, int length, long line, int word, boolean copied) {

    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int BYTES = 4 * Long.BYTES + 3 * Integer.BYTES + 1;

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(changed)
                .putLong(row)
                .putInt(file)
                .putLong(offset)
                .putInt(length)
                .putLong(line)
                .putInt(word)
                .put((byte) (copied ? 1 : 0))
                .array();
    }

    static Entry of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Entry(
                in.getLong(),
                in.getLong(),
                in.getInt(),
                in.getLong(),
                in.getInt(),
                in.getLong(),
                in.getInt(),
                in.get() == 1);
    }

    /** Whether this row of an account counts, and not the other: the last change, as far as both tell, else the later row. */
    boolean supersedes(Entry other) {
        boolean bothTell = changed != UNKNOWN && other.changed != UNKNOWN;
        if (bothTell && changed != other.changed) {
            return changed > other.changed;
        }
        return row > other.row;
    }
}
