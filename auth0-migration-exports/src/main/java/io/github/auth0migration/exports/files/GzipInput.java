package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), one member or several one after the other.
 *
 * <p>Java's own {@code GZIPInputStream} takes whatever follows a member and is no whole head of another one for the end: of a
 * damaged file it would lose the rest in silence. Here only zeros may follow.
 */
final class GzipInput extends InputStream {

    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean atEnd;

    GzipInput(InputStream in) throws IOException {
        this.in = in;
        require(octet() == MAGIC_1);
        restOfHeader();
    }

    static boolean isGzip(byte[] head) {
        return head.length == 2 && (head[0] & 0xff) == MAGIC_1 && (head[1] & 0xff) == MAGIC_2;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = 0;
        while (read == 0 && length > 0 && !atEnd) {
            read = inflate(into, offset, length);
            check.update(into, offset, read);
            if (inflater.finished()) {
                endOfMember();
            }
        }
        return read == 0 && length > 0 ? -1 : read;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            if (inflater.needsInput()) {
                require(position < limit || fill());
                inflater.setInput(packed, position, limit - position);
                position = limit;
            }
            int read = inflater.inflate(into, offset, length);
            require(read > 0 || inflater.needsInput() || inflater.finished());
            return read;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private void endOfMember() throws IOException {
        position = limit - inflater.getRemaining();
        require(number(4) == check.getValue());
        require(number(4) == (inflater.getBytesWritten() & 0xffff_ffffL));
        int next = octetOrEnd();
        if (next == MAGIC_1) {
            inflater.reset();
            check.reset();
            restOfHeader();
            return;
        }
        while (next == 0) {
            next = octetOrEnd();
        }
        require(next < 0);
        atEnd = true;
    }

    private void restOfHeader() throws IOException {
        require(octet() == MAGIC_2);
        require(octet() == DEFLATE);
        int flags = octet();
        require((flags & RESERVED) == 0);
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) number(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        skip((flags & HEADER_CHECK) != 0 ? 2 : 0);
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            octet();
        }
    }

    private void skipText() throws IOException {
        while (octet() != 0) {
            // the file's name, or a comment
        }
    }

    private long number(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number |= (long) octet() << (Byte.SIZE * i);
        }
        return number;
    }

    private int octet() throws IOException {
        int next = octetOrEnd();
        require(next >= 0);
        return next;
    }

    private int octetOrEnd() throws IOException {
        return position < limit || fill() ? packed[position++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(in.read(packed, 0, packed.length), 0);
        return limit > 0;
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw damaged();
        }
    }

    // What was read of it may be wrong, too: its checksum stands at the end.
    private static ZipException damaged() {
        return new ZipException("its gzip compression is damaged or cut: fetch the file again");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
