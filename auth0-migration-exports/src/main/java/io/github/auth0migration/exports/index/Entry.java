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

    static final int BYTES = 4 * Long.BYTES + 3 * Integer.BYTES + 1;

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
        return of(ByteBuffer.wrap(bytes));
    }

    static Entry of(ByteBuffer in) {
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

    boolean tellsItsChange() {
        return changed != UNKNOWN;
    }

    Entry as(int newWord) {
        return new Entry(changed, row, file, offset, length, line, newWord, copied);
    }
}
