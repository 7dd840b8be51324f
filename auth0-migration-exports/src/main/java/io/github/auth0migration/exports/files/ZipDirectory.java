package io.github.auth0migration.exports.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The central directory of a zip file, read from its beginning to its end as often as needed. Java's own readers keep all of
 * it in memory, which for a million accounts is more than everything else takes.
 */
final class ZipDirectory {

    private static final long ENTRY = 0x02014b50L;
    private static final int ENTRY_BYTES = 46;
    private static final int SIZES_64 = 1;
    private static final long MAX_FOUR = 0xffff_ffffL;
    private static final int BUFFER_BYTES = 1 << 16;

    /** What is done with each entry. */
    @FunctionalInterface
    interface Visit {
        void entry(ZipEntryHead head) throws IOException;
    }

    private final FileChannel channel;
    private final ZipEnd end;

    ZipDirectory(FileChannel channel) throws IOException {
        this.channel = channel;
        end = ZipEnd.of(channel);
    }

    void entries(Visit visit) throws IOException {
        Range range = new Range(channel, end.start(), end.start() + end.size());
        DataInputStream in = new DataInputStream(new BufferedInputStream(range, BUFFER_BYTES));
        long count = 0;
        long read = 0;
        while (read < end.size()) {
            LittleEndian fixed = new LittleEndian(bytes(in, ENTRY_BYTES));
            if (fixed.four(0) != ENTRY) {
                throw ZipEnd.damaged();
            }
            ZipName name = ZipName.of(bytes(in, fixed.two(28)), 0, fixed.two(28));
            LittleEndian extra = new LittleEndian(bytes(in, fixed.two(30)));
            int comment = bytes(in, fixed.two(32)).length;
            visit.entry(head(name, fixed, extra));
            read += ENTRY_BYTES + name.raw().length() + extra.size() + comment;
            count++;
        }
        if (!end.isCount(count)) {
            throw ZipEnd.damaged();
        }
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        try {
            in.readFully(bytes);
        } catch (EOFException e) {
            throw ZipEnd.damaged();
        }
        return bytes;
    }

    private ZipEntryHead head(ZipName name, LittleEndian fixed, LittleEndian extra) throws IOException {
        // In this order, those that do not fit stand in the extra field.
        long[] written = {fixed.four(24), fixed.four(20), fixed.four(42)};
        int at = sizes64(extra);
        for (int i = 0; i < written.length; i++) {
            if (written[i] == MAX_FOUR && at >= 0) {
                if (at + Long.BYTES > extra.size()) {
                    throw ZipEnd.damaged();
                }
                written[i] = extra.eight(at);
                at += Long.BYTES;
            }
        }
        return new ZipEntryHead(
                name, fixed.two(8), fixed.two(10), fixed.four(16), written[1], written[0], written[2] + end.shift());
    }

    private static int sizes64(LittleEndian extra) {
        int at = 0;
        while (at + 4 <= extra.size()) {
            if (extra.two(at) == SIZES_64) {
                return at + 4;
            }
            at += 4 + extra.two(at + 2);
        }
        return -1;
    }

    /** A part of a file. */
    private static final class Range extends InputStream {

        private final FileChannel channel;
        private final long end;
        private long position;

        Range(FileChannel channel, long start, long end) {
            this.channel = channel;
            this.end = end;
            position = start;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, end - position);
            int read = wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(into, offset, wanted), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
