package io.github.auth0migration.exports.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as zip files write them: unsigned, the least byte first. */
final class LittleEndian {

    private final ByteBuffer bytes;

    LittleEndian(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return bytes.capacity();
    }

    int two(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    long four(int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** Negative when it is larger than any file. */
    long eight(int at) {
        return bytes.getLong(at);
    }
}
