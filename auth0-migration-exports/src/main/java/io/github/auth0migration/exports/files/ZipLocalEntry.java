package io.github.auth0migration.exports.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An entry of a zip file where it stands, without the central directory.
 *
 * @param name its name
 * @param flags general purpose bits
 * @param method how it is packed
 * @param crc the CRC-32 of it unpacked, unless that stands behind it
 * @param packed its size in the zip file, unless that stands elsewhere
 * @param dataOffset where it begins behind this header
 */
record ZipLocalEntry(ZipName name, int flags, int method, long crc, long packed, long dataOffset) {

    private static final long LOCAL = 0x04034b50L;
    private static final long BEHIND = 0x08074b50L;
    private static final int HEADER_BYTES = 30;
    private static final int USUAL_NAME_BYTES = 200;
    private static final int BUFFER_BYTES = 1 << 13;
    private static final int MAX_BEHIND_BYTES = 24;
    private static final int HAS_SIZES_BEHIND = 1 << 3;
    private static final long IN_EXTRA_FIELD = 0xffff_ffffL;

    static ZipLocalEntry at(FileChannel channel, long offset) throws IOException, UnreadableRow {
        byte[] bytes = FileRead.upTo(channel, offset, HEADER_BYTES + USUAL_NAME_BYTES);
        LittleEndian head = new LittleEndian(bytes);
        if (bytes.length < HEADER_BYTES || head.four(0) != LOCAL) {
            throw damaged();
        }
        int nameBytes = head.two(26);
        byte[] named = HEADER_BYTES + nameBytes <= bytes.length
                ? bytes
                : FileRead.fully(channel, offset, HEADER_BYTES + nameBytes);
        return new ZipLocalEntry(
                ZipName.of(named, HEADER_BYTES, nameBytes),
                head.two(6),
                head.two(8),
                head.four(14),
                head.four(18),
                offset + HEADER_BYTES + nameBytes + head.two(28));
    }

    /** Unpacks the entry, checks it against its own checksum, and takes no more memory than a row may. */
    byte[] unpacked(FileChannel channel, long packedBytes) throws IOException, UnreadableRow {
        if ((flags & ZipEntryHead.ENCRYPTED) != 0) {
            throw new UnreadableRow("It is encrypted: decrypt the zip file.");
        }
        if (packedBytes < 0 || packedBytes > ByteWindow.MAX_ROW_BYTES) {
            throw new UnreadableRow(RowOutput.tooLong());
        }
        byte[] data = FileRead.fully(channel, dataOffset, (int) packedBytes);
        byte[] unpacked = method == ZipEntryHead.STORED ? data : inflated(data);
        long actual = crc(unpacked);
        if (!isItsOwn(actual, data.length) && !isBehind(channel, actual, data.length, unpacked.length)) {
            throw damaged();
        }
        return unpacked;
    }

    private byte[] inflated(byte[] data) throws UnreadableRow {
        if (method != ZipEntryHead.DEFLATED) {
            throw damaged();
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            return inflated(inflater);
        } catch (DataFormatException e) {
            throw damaged();
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(Inflater inflater) throws DataFormatException, UnreadableRow {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream(BUFFER_BYTES);
        byte[] buffer = new byte[BUFFER_BYTES];
        while (!inflater.finished()) {
            int count = inflater.inflate(buffer);
            if (count == 0 && !inflater.finished()) {
                throw damaged();
            }
            // A few bytes may unpack to gigabytes.
            if (unpacked.size() + count > ByteWindow.MAX_ROW_BYTES) {
                throw new UnreadableRow(RowOutput.tooLong());
            }
            unpacked.write(buffer, 0, count);
        }
        return unpacked.toByteArray();
    }

    private boolean isItsOwn(long actualCrc, long packedBytes) {
        return actualCrc == crc && (packedBytes == packed || packed == IN_EXTRA_FIELD);
    }

    /** Whether its checksum and sizes stand behind it, with a mark or without, in numbers of four bytes or of eight. */
    private boolean isBehind(FileChannel channel, long actualCrc, long packedBytes, long size) throws IOException {
        if ((flags & HAS_SIZES_BEHIND) == 0) {
            return false;
        }
        byte[] bytes = FileRead.upTo(channel, dataOffset + packedBytes, MAX_BEHIND_BYTES);
        LittleEndian behind = new LittleEndian(Arrays.copyOf(bytes, MAX_BEHIND_BYTES));
        int at = behind.four(0) == BEHIND ? 4 : 0;
        boolean isShort = behind.four(at + 4) == packedBytes && behind.four(at + 8) == size;
        boolean isLong =
                at + 20 <= MAX_BEHIND_BYTES && behind.eight(at + 4) == packedBytes && behind.eight(at + 12) == size;
        return behind.four(at) == actualCrc && (isShort || isLong);
    }

    static long crc(byte[] unpacked) {
        CRC32 crc = new CRC32();
        crc.update(unpacked);
        return crc.getValue();
    }

    static UnreadableRow damaged() {
        return new UnreadableRow("The zip file is damaged here, or its checksum does not fit: fetch it again.");
    }
}
