package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file as they come, one after the other, of which the row that is being read is kept. Takes as much memory as
 * the longest row, and never more than {@link #MAX_ROW_BYTES} and a little. For one thread.
 */
final class ByteWindow {

    /** How long a row may be; of compressed ones, unpacked. */
    static final int MAX_ROW_BYTES = 4 << 20;

    static final int END = -1;

    private static final int CHUNK = 1 << 16;
    private static final int NONE = -1;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int position;
    private int limit;
    private long bufferOffset;
    private long line = 1;

    private int kept = NONE;
    private boolean mayDrop;
    private long keptOffset;
    private long keptLength;
    private long keptLine = 1;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** {@return the next byte, which is then behind us, or {@link #END}} */
    int next() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        byte next = buffer[position++];
        if (next == '\n') {
            line++;
        }
        return next & 0xff;
    }

    /** {@return the next byte, which stays the next one, or {@link #END}} */
    int peek() throws IOException {
        return position == limit && !fill() ? END : buffer[position] & 0xff;
    }

    /** Makes the byte that was just read the next one again. */
    void back() {
        position--;
        if (buffer[position] == '\n') {
            line--;
        }
    }

    /** A row begins here. When it becomes too long, its bytes are dropped and reading goes on. */
    void keep() {
        kept = position;
        keptOffset = offset();
        keptLine = line;
        mayDrop = true;
    }

    /** The row ends here, whatever is looked at behind it. */
    void end() {
        keptLength = offset() - keptOffset;
    }

    /** Something begins here to which {@link #rewind} leads back; when it becomes too long, reading ends. */
    void hold() {
        keep();
        mayDrop = false;
    }

    void rewind() {
        position = kept;
        line = keptLine;
        kept = NONE;
    }

    /** {@return the bytes between the last {@link #keep} and {@link #end}; null when they are too many} */
    byte @Nullable [] take() {
        if (kept == NONE || keptLength > MAX_ROW_BYTES) {
            return null;
        }
        return Arrays.copyOfRange(buffer, kept, kept + (int) keptLength);
    }

    long offset() {
        return bufferOffset + position;
    }

    long line() {
        return line;
    }

    long keptOffset() {
        return keptOffset;
    }

    /** {@return the line of the last {@link #keep} or {@link #hold}} */
    long keptLine() {
        return keptLine;
    }

    /** Reads on to the end of the line, which stays the next byte. */
    void skipLine() throws IOException {
        int next = peek();
        while (next != '\n' && next != END) {
            next();
            next = peek();
        }
    }

    /** {@return the next bytes, as far as there are any, which stay the next ones} */
    byte[] peek(int count) throws IOException {
        int before = -1;
        while (limit - position < count && limit != before) {
            before = limit;
            fill();
        }
        return Arrays.copyOfRange(buffer, position, Math.min(limit, position + count));
    }

    private boolean fill() throws IOException {
        if (kept != NONE && limit - kept > MAX_ROW_BYTES) {
            if (!mayDrop) {
                return false;
            }
            kept = NONE;
        }
        discardBefore(kept == NONE ? position : kept);
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, MAX_ROW_BYTES + CHUNK));
        }
        int count = in.read(buffer, limit, Math.min(CHUNK, buffer.length - limit));
        limit += Math.max(count, 0);
        return count > 0;
    }

    private void discardBefore(int from) {
        if (from == 0) {
            return;
        }
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        bufferOffset += from;
        position -= from;
        limit -= from;
        kept = kept == NONE ? NONE : kept - from;
    }
}
