package io.github.auth0migration.exports.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Where the central directory of a zip file lies, by the record at the file's end.
 *
 * @param start where it begins
 * @param size how long it is
 * @param count how many entries it has
 * @param isCountWhole whether the count is all of it, or what fits into two bytes
 * @param shift what stands before the zip file in the file; offsets in it may not know of that
 */
record ZipEnd(long start, long size, long count, boolean isCountWhole, long shift) {

    private static final long END = 0x06054b50L;
    private static final long END_64 = 0x06064b50L;
    private static final long LOCATOR_64 = 0x07064b50L;
    private static final int END_BYTES = 22;
    private static final int END_64_BYTES = 56;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int MAX_TWO = 0xffff;

    static ZipEnd of(FileChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), END_BYTES + MAX_TWO);
        long tailOffset = channel.size() - length;
        LittleEndian tail = new LittleEndian(FileRead.fully(channel, tailOffset, length));
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.four(at) == END && at + END_BYTES + tail.two(at + 20) == length) {
                return of(channel, tail, at, tailOffset + at);
            }
        }
        throw new ZipException("is not a whole zip file: fetch it again, or unpack or decrypt what it is");
    }

    private static ZipEnd of(FileChannel channel, LittleEndian tail, int at, long position) throws IOException {
        ZipEnd large = large(channel, position - LOCATOR_64_BYTES);
        if (large != null) {
            return large;
        }
        requireOneDisk(tail.two(at + 4));
        return of(tail.four(at + 16), tail.four(at + 12), tail.two(at + 10), false, position);
    }

    // Some write it where the short one would do.
    private static @Nullable ZipEnd large(FileChannel channel, long locator) throws IOException {
        if (locator < 0) {
            return null;
        }
        LittleEndian found = new LittleEndian(FileRead.fully(channel, locator, LOCATOR_64_BYTES));
        if (found.four(0) != LOCATOR_64) {
            return null;
        }
        // As written; or right before, which is where it is when something was put before the zip file.
        for (long position : new long[] {found.eight(8), locator - END_64_BYTES}) {
            if (position >= 0 && position <= locator - END_64_BYTES) {
                LittleEndian end = new LittleEndian(FileRead.fully(channel, position, END_64_BYTES));
                if (end.four(0) == END_64) {
                    requireOneDisk(end.four(16));
                    return of(end.eight(48), end.eight(40), end.eight(32), true, position);
                }
            }
        }
        return null;
    }

    private static ZipEnd of(long writtenStart, long size, long count, boolean isCountWhole, long position)
            throws ZipException {
        long shift = position - size - writtenStart;
        if (size < 0 || size > position || writtenStart < 0 || shift < 0) {
            throw damaged();
        }
        return new ZipEnd(position - size, size, count, isCountWhole, shift);
    }

    private static void requireOneDisk(long disk) throws ZipException {
        if (disk != 0) {
            throw new ZipException("is one of several parts of a zip file: join the parts or unpack them");
        }
    }

    boolean isCount(long read) {
        return isCountWhole ? read == count : (read & MAX_TWO) == count;
    }

    static ZipException damaged() {
        return new ZipException(
                "is a damaged zip file, or one whose list of entries is encrypted: fetch it again or decrypt it");
    }
}
